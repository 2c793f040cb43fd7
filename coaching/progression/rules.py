"""What comes next, and why. Pure: no Django. A decision carries the facts its sentence needs."""

from dataclasses import dataclass, field

# Moving up takes 15 perfect reps in one set, each lowered for three seconds or more. From the
# source material; five slow perfect reps beat fifty sloppy ones, so speed does not count.
PERFECT_TO_MOVE_UP = 15


@dataclass(frozen=True)
class Decision:
    """`variation` is the slug of the rung to practise, `rule` which rule chose it, and `facts` what
    its sentence is made of; explain.sentence puts it into the person's language."""

    variation: str
    rule: str
    facts: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Choice:
    """A newcomer's answer: the slug it lets them start at (None: no limit), its rung, and why."""

    start_at: str | None
    rung: int
    why: str


@dataclass(frozen=True)
class PractisedSet:
    """One set that was done: its variation, the next easier one, and how its reps went.

    `ended_by` is the slug of a fault so serious that it ended the set, or "".
    """

    variation: str
    easier: str | None
    perfect: int
    done: int
    paced: int  # perfect reps that were lowered slowly
    ended_by: str = ""


@dataclass(frozen=True)
class Rung:
    """A rung with its neighbours, as slugs."""

    slug: str
    easier: str | None = None
    harder: str | None = None


def starting_rung(choices, *, easiest):
    """Where a newcomer begins: on the easiest rung that one of their answers names.

    Where no answer names one, on `easiest` (a slug): the careful side.
    """
    named = [choice for choice in choices if choice.start_at]
    if not named:
        return Decision(easiest, "start-easiest")
    chosen = min(named, key=lambda choice: choice.rung)
    return Decision(chosen.start_at, "start-by-answer", {"why": chosen.why})


def next_time(rung, sets, *, pain=False):
    """What to practise after a workout of `sets` that was meant for `rung`; `pain` says that pain
    ended it.

    Pain and a fault that ends a set ask for less load, whatever else went well. A long set of slow
    perfect reps opens the next rung. Otherwise the rung stays, and so does the person's patience.
    """
    practised = [s for s in sets if s.done]
    if pain and practised:
        return Decision(practised[-1].easier or practised[-1].variation, "pain-eases")
    if spoiled := [s for s in practised if s.ended_by]:
        # One rung below where it happened, which may be an easier one than was meant already.
        facts = {"fault": spoiled[-1].ended_by}
        return Decision(spoiled[-1].easier or spoiled[-1].variation, "fault-eases", facts)
    here = [s for s in practised if s.variation == rung.slug]
    best = max((s.paced for s in here), default=0)
    if best >= PERFECT_TO_MOVE_UP and rung.harder:
        return Decision(rung.harder, "fifteen-perfect", {"perfect": best})
    if not here:
        return Decision(rung.slug, "not-practised")
    perfect, done = sum(s.perfect for s in here), sum(s.done for s in here)
    facts = {"perfect": perfect, "done": done, "best": best, "needed": PERFECT_TO_MOVE_UP}
    return Decision(rung.slug, "stay", facts)
