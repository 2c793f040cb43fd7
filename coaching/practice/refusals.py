"""Why something was not done: a code for programs, a sentence for people."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "not-yours": _("This workout was not started by you. Start a new one."),
    "one-is-running": _("You already have a workout running. Go on with it, or end it first."),
    "workout-over": _("This workout is finished. What you did in it stays as it is."),
    "too-late": _("That was too long ago to take back. What you said stays."),
    "comes-later": _("This part comes later. Go on where you are."),
    "number-taken": _("Rep %(number)s is already counted. What you said first stays."),
    "other-set": _("This rep was already counted in another set."),
    "unknown-fault": _("“%(value)s” is not a fault of this exercise. Choose one of those shown."),
    "not-the-last": _("Only the last rep of a set can be taken back."),
    "acted-on": _("That rep ended its set, and what comes next follows from it. It stays."),
    "pain-rests": _(
        "It hurt too much last time: no leg raises for two days after that. Walking is fine."
    ),
    "fault-closed": _(
        "No leg raises until somebody has looked at it. Say so on the first page when they have."
    ),
    "offer-over": _("That is not on offer any more: the plan has changed since."),
    "too-early": _("That is asked the day after. Come back tomorrow."),
    "newer-workout": _("You have trained again since. What you said then stays as it is."),
    "step-shut": _("Not yet: %(why)s"),
    "not-lower": _("Your floor is %(today)s° today. It can be raised now, not lowered."),
    "nothing-lighter": _("This is the easiest rung already. End the set here, and rest."),
}
# What a browser is told: it contradicts what is already kept, unless it never made sense.
STATUSES = {"not-lower": 422, "unknown-fault": 422}


class Refused(Exception):
    """It came too late, or contradicts what is already kept. `code` is a key of SENTENCES."""

    def __init__(self, code, **facts):
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __str__(self):
        return SENTENCES[self.code] % self.facts

    @property
    def status(self):
        """The HTTP status that says it."""
        return STATUSES.get(self.code, 409)
