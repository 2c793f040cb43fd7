"""What a person answers to the coach: an offer is taken or not yet, a step is chosen."""

from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from coaching.access import person
from coaching.practice import sentences as practice
from coaching.practice.refusals import Refused
from coaching.practice.views import refused
from coaching.progression import actions, choosing, plan
from coaching.progression.models import Reply
from coaching.progression.sentences import SENTENCES


@person
@require_POST
def replies(request):
    """Yes or not yet, to something that is on offer or planned right now."""
    planned = plan.for_person(request.catalogue, request.user)
    answer = request.POST.get("answer")
    offered = choosing.offered(planned, request.POST.get("rule"), answer)
    if offered is None:
        return refused(request, None, Refused("offer-over"))
    actions.reply(
        person=request.user,
        ladder=planned.variation.ladder,
        offered=offered,
        answer=Reply.Answer(answer),
    )
    return redirect("home")


@person
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def choice(request, slug):
    """Another step than the planned one: a lighter one at once, a harder one after a plain word."""
    chosen = choosing.Choice.of(request.user, request.catalogue, slug)
    if chosen.shut:
        why = practice.sentence(chosen.shut, request.catalogue, SENTENCES)
        return refused(request, None, Refused("step-shut", why=why))
    if request.method == "POST" and (not chosen.is_up or request.POST.get("sure") == "yes"):
        actions.choose_step(
            person=request.user, ladder=chosen.variation.ladder, decision=chosen.decision
        )
        return redirect("home")
    return render(request, "coaching/progression/choice.html", {"choice": chosen})
