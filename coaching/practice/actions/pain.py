"""What is said about pain, and what it changes at once. Pain itself is never refused."""

from django.db import transaction
from django.http import Http404
from django.utils import timezone

from coaching.catalogue.publishing import releases
from coaching.practice import rules
from coaching.practice.actions.changes import adjust
from coaching.practice.actions.locking import finish_for_pain, lock
from coaching.practice.actions.sets import keep_reps
from coaching.practice.actions.workouts import complete_workout
from coaching.practice.models import CheckIn, Workout
from coaching.practice.refusals import Refused


@transaction.atomic
def stop_for_pain(*, workout, happened_at, number=None, reps=()):
    """Ends a workout because it hurts. `reps` of the set `number` were done before that and known
    to the browser alone; those that cannot be kept are no reason to go on."""
    if reps:
        try:
            with transaction.atomic():
                keep_reps(person=workout.person, workout=workout.pk, number=number, reps=reps)
        except (Refused, Http404):
            pass  # counted already, too late, or of no set of this workout
    lock(workout)
    finish_for_pain(workout, happened_at)


# From least to most.
COMPARED = ("", *CheckIn.Compared.values)


@transaction.atomic
def check_in(*, workout, moment, pain, happened_at, compared=""):
    """Keeps pain 0-10 at one moment of a workout, and of the day after how it was `compared` with
    before. Said twice, more of it stands, whichever came first. Returns whether this one was new,
    or more."""
    lock(workout)
    said, is_new = CheckIn.objects.get_or_create(
        workout=workout,
        moment=moment,
        defaults={"pain": pain, "compared": compared, "happened_at": happened_at},
    )
    is_worse = COMPARED.index(compared) > COMPARED.index(said.compared)
    is_more = pain > said.pain
    if is_more or is_worse:
        said.pain, said.happened_at = max(pain, said.pain), happened_at
        said.compared = compared if is_worse else said.compared
        if said.pain and said.compared == CheckIn.Compared.NONE:
            said.compared = compared  # a number says more than "none" did
        said.save(update_fields=["pain", "compared", "happened_at"])
    return is_new or is_more or is_worse


@transaction.atomic
def report_pain_before(*, workout, pain, happened_at=None):
    """Pain now, 0-10, decides today: go, something lighter, or no leg raises at all.

    Returns the Adjustment where there is one.
    """
    is_news = check_in(
        workout=workout,
        moment=CheckIn.Moment.BEFORE,
        pain=pain,
        happened_at=happened_at or timezone.now(),
    )
    if not is_news:
        return None  # said twice, it would ease a second time
    catalogue = releases.catalogue(workout.release_id)
    limits = catalogue.routine(workout.routine_id).pain
    today = workout.todays_variation
    decision = rules.pain_before(
        pain,
        easier_from=limits.easier_from,
        stop_from=limits.stop_from,
        today=today,
        lighter=catalogue.variation(today).eases_to,
    )
    if decision and decision.rule == "pain-stops":
        complete_workout(workout=workout, ending=Workout.Ending.PAIN)
        return None
    return decision and adjust(workout=workout, decision=decision)
