"""The log of decisions: everything that was decided for a person, newest first.

Placements, workouts, adjustments and replies keep them. The database puts these in order and cuts
out one page, so that it costs the same after a week as after ten years.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.paginator import Paginator
from django.db.models import CharField, F, Q, Value
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _

from coaching.practice import sentences as practice
from coaching.practice.decisions import Decision
from coaching.practice.models import Adjustment, Workout
from coaching.practice.rules import Prescription
from coaching.progression.models import Reply
from coaching.progression.sentences import SENTENCES

A_PAGE = 30
# A yes moves somebody, and so does a start: what is kept twice within a moment was decided once.
A_MOMENT = timedelta(minutes=1)
# What somebody can read; a rule that nobody knows any more says nothing.
KNOWN = sorted(practice.SENTENCES | SENTENCES)
# In this order where they happened at once, the latest first.
ADJUSTMENT, REPLY, PLACEMENT, WORKOUT = range(4)


@dataclass(frozen=True)
class Entry:
    """One decision: when, what it is about, the finished workout that it belongs to, if any, and
    the Reply of the person, if there was one."""

    decision: Decision
    at: datetime
    about: str
    workout: Workout | None = None
    reply: Reply | None = None

    @property
    def day(self):
        return timezone.localdate(self.at)

    @property
    def answer(self):
        """What the person said to it, in a word; "" where there was nothing to say."""
        if self.reply and self.reply.answer == Reply.Answer.YES and "closed" in self.decision.rule:
            return _("looked at")
        return self.reply.get_answer_display() if self.reply else ""


def page(person, number):
    """One page of it: a Page whose objects are Entries. Seven queries."""
    found = Paginator(_rows(person), A_PAGE).get_page(number)
    rows = [(kind, str(row)) for _when, kind, row in found]
    moments = [when for when, _kind, _row in found]
    read = _Read(person, moments) if moments else None
    found.object_list = [entry for kind, row in rows for entry in read.entries(kind, row)]
    return found


def _rows(person):
    """Everything that keeps a decision that can be read, as (when, kind, key)."""
    said = Q(prescription__decision__rule__in=KNOWN)
    said |= Q(prescription__also__0__isnull=False) | Q(prescription__shorter__rule__in=KNOWN)
    adjusted = Adjustment.objects.filter(workout__person=person, decided__rule__in=KNOWN)
    first, *others = [
        rows.order_by()
        .annotate(when=F(when), kind=Value(kind), row=Cast("pk", CharField()))
        .values_list("when", "kind", "row")
        for kind, rows, when in (
            (ADJUSTMENT, adjusted, "happened_at"),
            (REPLY, person.replies.filter(offered__rule__in=KNOWN), "said_at"),
            (PLACEMENT, person.placements.filter(decided__rule__in=KNOWN), "placed_at"),
            (WORKOUT, person.workouts.filter(said), "started_at"),
        )
    ]
    return first.union(*others, all=True).order_by("-when", "kind", "-row")


class _Read:
    """The rows of one page, and what was kept within a moment of them."""

    def __init__(self, person, moments):
        around = (min(moments) - A_MOMENT, max(moments) + A_MOMENT)
        changed = Adjustment.objects.filter(workout__person=person, happened_at__range=around)
        self.adjustments = list(changed.select_related("workout"))
        self.replies = list(person.replies.filter(said_at__range=around))
        self.placements = list(person.placements.filter(placed_at__range=around))
        self.workouts = list(person.workouts.filter(started_at__range=around))
        self.by_key = {
            (kind, _key(row)): row
            for kind, rows in (
                (ADJUSTMENT, self.adjustments),
                (REPLY, self.replies),
                (PLACEMENT, self.placements),
                (WORKOUT, self.workouts),
            )
            for row in rows
        }

    def entries(self, kind, key):
        row = self.by_key[kind, key.replace("-", "")]
        told = (self._adjusted, self._replied, self._placed, self._prescribed)[kind](row)
        return [each for each in told if each.decision.rule in KNOWN]

    def _adjusted(self, row):
        yield Entry(row.decision, row.happened_at, _("During a workout"), _finished(row.workout))

    def _replied(self, row):
        yield Entry(row.decision, row.said_at, _("Your answer"), reply=row)

    def _placed(self, row):
        replied = [each for each in self.replies if each.answer == Reply.Answer.YES]
        if _said_by(replied, row.decided, row.placed_at, "offered", "said_at"):
            return
        began = _said_by(self.workouts, row.decided, row.placed_at, "prescription", "started_at")
        yield Entry(row.decision, row.placed_at, _("Your step"), began and _finished(began))

    def _prescribed(self, row):
        asked = Prescription.from_document(row.prescription)
        decided = asked.decision.document
        moved = _said_by(self.placements, decided, row.started_at, "decided", "placed_at")
        about = _("This workout")
        for decision in [*([] if moved else [asked.decision]), *asked.also, asked.shorter]:
            if decision:
                yield Entry(decision, row.started_at, about, _finished(row))


def _said_by(rows, document, at, field, when):
    """The row that says the very same, at the same time, or None."""
    for row in rows:
        kept = getattr(row, field)
        if kept.get("decision", kept) == document and abs(getattr(row, when) - at) < A_MOMENT:
            return row
    return None


def _finished(workout):
    return None if workout.is_running else workout


def _key(row):
    """As the database writes it in a list of keys of all kinds: SQLite leaves out the dashes."""
    return str(row.pk).replace("-", "")
