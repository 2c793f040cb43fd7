"""A workout that was begun in this browser before somebody signed in goes on: docs/adr/0017."""

from django.contrib import messages
from django.utils.translation import gettext as _

from coaching.progression import actions, today


class GuestBeforeMiddleware:
    """Whoever taps in such a workout is heard: the account, whose it is from that tap on, or where
    it cannot be, still the guest that this browser was."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        guest = today.left_by_guest(request) if "pk" in kwargs else None
        workout = guest and guest.workouts.filter(pk=kwargs["pk"]).first()
        if workout is None or not _is_heard(request, workout):
            return
        if _goes_over(request, guest, workout):
            messages.info(request, _("You are signed in: this workout is in your account now."))
        else:
            request.user = guest


def _is_heard(request, workout):
    """What was said to be somebody else's is not shown once it is over; pain is heard even then."""
    return (
        workout.is_running
        or request.method not in ("GET", "HEAD")
        or not today.is_declined(request)
    )


def _goes_over(request, guest, workout):
    """Whether a workout is the account's from here on. What is over is only offered, and so is all
    of a guest who was somebody else."""
    if not workout.is_running or today.is_declined(request):
        return False
    if actions.go_on(guest=guest, person=request.user, workout=workout):
        return True
    if request.session.get("guest_goes_on") != str(workout.pk):
        request.session["guest_goes_on"] = str(workout.pk)  # said once
        messages.info(
            request,
            _(
                "Your account has another workout running, so this one stays with the guest who"
                " began it. Once it is over you can take it into your account."
            ),
        )
    return False
