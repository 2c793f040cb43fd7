"""What the player's screens show, worked out once so that page and partial say the same."""

import uuid
from dataclasses import dataclass
from itertools import chain

from django.urls import reverse
from django.utils.translation import gettext as _

from coaching.practice import rules
from coaching.practice.models import Rep

PERFECT, FAULT, NEXT, TODO = "perfect", "fault", "next", "todo"
# Buttons of their own on a phone; one more opens the whole list.
QUICK_FAULTS = 5


@dataclass(frozen=True)
class Dot:
    state: str
    label: str


@dataclass(frozen=True)
class Segment:
    """One step on the bar: `percent` of it is behind us."""

    state: str  # done, now, todo
    percent: int
    title: str


def segments(course, *, position, percent=None):
    """The bar on top, seen from the step at `position`."""

    def segment(step):
        title = step.block.title
        if step.position == position:
            return Segment("now", round(step.done * 100) if percent is None else percent, title)
        done = step.done == 1
        return Segment("done" if done else "todo", 100 if done else 0, title)

    return [segment(step) for step in course.steps]


class SetScreen:
    """One set: its reps so far, what is said next, and the answers that can be given."""

    def __init__(self, workout_set, reps, catalogue, *, form=None, refusal=None, moved=False):
        self.set = workout_set
        self.workout = workout_set.workout
        self.reps = reps
        self.form = form
        self.refusal = refusal
        self.moved = moved  # the floor did, so the picture has to be drawn anew
        self.catalogue = catalogue
        self.variation = self.catalogue.variation(workout_set.variation_id)
        self.all_faults = self.catalogue.by_slug["fault"]
        self.tally = rules.tally(reps)
        self.prescription = rules.Prescription.from_document(self.workout.prescription)
        self.prompt = rules.next_prompt(
            reps, self.all_faults, floor=self.floor, focus=self.todays_focus
        )

    def context(self):
        return {
            "workout": self.workout,
            "catalogue": self.catalogue,
            "set": self.set,
            "variation": self.variation,
            "figure": self.figure,
            "floor": self.drawn_floor,
            "highest_angle": self.highest_angle,
            "tempo": self.tempo,
            "dots": self.dots,
            "tally": self.tally,
            "prompt": self.prompt,
            "last_fault": self.all_faults.get(self.prompt.fault),
            "quick": self.quick,
            "faults": self.faults,
            "rep": uuid.uuid4(),
            "last_rep": self.reps[-1] if self.reps else None,
            "over": self.over,
            "spotless": self.over == "target" and self.tally.perfect == self.tally.done,
            "intro": self.set.number == 1 and not self.reps and not self.over,
            "is_focus": self.prompt.rule == "todays-focus",
            "breath_aloud": self.prescription.breath_aloud,
            "decision": self.prescription.decision,
            "lighter": self.lighter,
            "sets": self.planned,
            "percent": self.percent,
            "form": self.form,
            "refusal": self.refusal,
            "moved": self.moved,
            "urls": self.urls,
            "raised_floor": rules.raised_floor(
                self.drawn_floor, bottom=self.figure.hip_bottom, top=self.figure.hip_top
            ),
            "one_more": self.prompt.number <= rules.HIGHEST_REP and not self.is_capped,
            "next_is": self.next_is,
        }

    @property
    def todays_focus(self):
        """The fault to mind today, or None; also where today's movement does not have it."""
        slug = self.prescription.focus
        return self.all_faults.get(slug) if slug in self.variation.faults else None

    @property
    def faults(self):
        """The variation's own faults, in the order shown."""
        return [self.catalogue.fault(slug) for slug in self.variation.faults]

    @property
    def quick(self):
        """The faults that are one tap away everywhere. What ends a set is always among them; pain
        has a button of its own."""
        ends_set = [fault for fault in self.faults if fault.severity == rules.ENDS_SET]
        lesser = [f for f in self.faults if f.severity in ("note", rules.ENDS_REP)]
        return [*lesser[: QUICK_FAULTS - len(ends_set)], *ends_set]

    @property
    def lighter(self):
        """What the variation eases to, or None where nothing is lighter."""
        return self.catalogue.lighter(self.variation)

    def review_rows(self):
        """The reps that are still to be judged, each with a name of its own, as form rows."""
        numbers = range(self.prompt.number, max(self.set.target, self.prompt.number) + 1)
        return [{"rep": uuid.uuid4(), "number": n, "verdict": "perfect"} for n in numbers]

    @property
    def figure(self):
        """The movement as far as it goes today: not above the height that was still stable."""
        figure = self.variation.figure
        top = rules.top_today(figure.hip_bottom, figure.hip_top, self.workout.highest_angle)
        return figure if top == figure.hip_top else figure.model_copy(update={"hip_top": top})

    @property
    def highest_angle(self):
        """Where the legs stop below the top of this movement today, in degrees, or None."""
        top = self.figure.hip_top
        return top if top < self.variation.figure.hip_top else None

    @property
    def tempo(self):
        """The prescribed tempo; that of its own where today became another variation."""
        if self.variation.slug == self.prescription.variation:
            return self.prescription.tempo
        return self.variation.tempo.model_dump()

    @property
    def planned(self):
        """How many sets this block has, and which of them this is, from the prescription."""
        before = 0
        for each in self.prescription.sets:
            if each.position == self.set.position:
                return {"of": self.set.of, "number": self.set.number - before, "rest": each.rest}
            before += each.sets
        return {"of": 1, "number": 1, "rest": 0}

    @property
    def is_capped(self):
        """Whether its reps are the most that there may be today, because of pain or a fault."""
        asked = {each.position: each.reps for each in self.prescription.sets}
        is_fewer = self.set.target < asked.get(self.set.position, 0)
        return is_fewer or "reps" in self.prescription.decision.facts

    @property
    def percent(self):
        """How much of this block is done, for the bar on top; a rep more moves it."""
        done = min(self.tally.done / self.set.target, 1) if self.set.ended_at is None else 1
        return round(100 * (self.planned["number"] - 1 + done) / self.planned["of"])

    @property
    def floor(self):
        return self.set.floor if self.variation.has_floor else None

    @property
    def drawn_floor(self):
        """Today's, or the one that it was meant to have where nobody set it."""
        if self.floor is not None or not self.variation.has_floor:
            return self.floor
        return rules.meant_floor(
            self.prescription.variation,
            self.prescription.floor,
            today=self.variation.slug,
            top=self.figure.hip_top,
        )

    @property
    def over(self):
        """Why no further rep is asked for, or None."""
        ended = self.set.ended_at is not None
        return rules.over(self.reps, self.all_faults, target=self.set.target, is_ended=ended)

    @property
    def next_is(self):
        """What is safer, as a Decision, where a fault ended the set: read only then."""
        if self.over != "fault":
            return None
        others = Rep.objects.filter(workout_set__workout=self.workout).kept().judged()
        others.pop(self.set.pk, None)
        return rules.after_set(
            self.reps,
            chain(*others.values()),
            self.all_faults,
            target=self.set.target,
            today=self.variation.slug,
            lighter=self.variation.eases_to,
        )

    @property
    def dots(self):
        names = {slug: fault.name for slug, fault in self.all_faults.items()}
        dots = [
            Dot(PERFECT, _("Rep %(number)s: perfect") % {"number": rep.number})
            if rep.perfect
            else Dot(
                FAULT,
                _("Rep %(number)s: %(faults)s")
                % {
                    "number": rep.number,
                    "faults": ", ".join(names.get(slug, slug) for slug in rep.faults)
                    or _("not perfect"),
                },
            )
            for rep in self.reps
        ]
        if self.over is None:
            dots.append(Dot(NEXT, _("Rep %(number)s is next") % {"number": self.prompt.number}))
        rest = range(len(dots), self.set.target)
        return [*dots, *(Dot(TODO, _("Rep %(number)s") % {"number": n + 1}) for n in rest)]

    @property
    def urls(self):
        names = {"pk": self.workout.pk, "number": self.set.number}
        urls = {
            name: reverse(f"set_{name}", kwargs=names)
            for name in ("reps", "review", "completion", "rest", "variation", "floor")
        }
        urls["set"] = reverse("set", kwargs=names)
        urls["workout"] = reverse("workout", kwargs={"pk": self.workout.pk})
        urls["pain"] = reverse("pain", kwargs={"pk": self.workout.pk})
        if self.reps:
            urls["retraction"] = reverse(
                "rep_retraction", kwargs={"pk": self.workout.pk, "rep": self.reps[-1].id}
            )
        return urls
