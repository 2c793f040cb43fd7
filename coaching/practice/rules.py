"""How reps are judged and counted, what is said before the next one, and what changes today. Pure:
no Django."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol
from uuid import UUID

from coaching.catalogue.schema.blocks.base import Facts
from coaching.practice.decisions import Decision
from coaching.practice.pacing import is_controlled

# A set is ten reps; somebody on a good day may go on. Past this number a tap is a mistake.
HIGHEST_REP = 50
# The usual 0-10 numeric rating scale.
PAIN = (0, 10)
# From here on it counts; see pain/rules.py for what it means.
SOME_PAIN = 3
# Degrees above horizontal. Below 0 the mat is in the way; past 90 nobody is lowering any more.
FLOOR = (0, 90)
# Degrees: as far up as a first rep may be asked to go (schema.FirstRepBlock).
HIGHEST_ANGLE = (5, 110)
# Seconds on the way down. Whoever takes longer than a minute has left the mat.
LONGEST_DESCENT = 60
# "A hand higher" with straight legs. Smaller steps drown in the error of judging an angle by eye:
# measured with a phone, even 5 degrees is noise.
HIGHER_BY = 10
# What is left of a day where nothing lighter is left: less of the same. Ours, and careful.
EASED_SETS, EASED_REPS = 2, 6
# What pain before a workout leaves of it: see pain_before.
EASED_BY_PAIN = ("pain-before", "pain-drills")

ENDS_REP, ENDS_SET, ENDS_WORKOUT = "ends-rep", "ends-set", "ends-workout"
# From what is only noticed to what ends the day.
SEVERITIES = ("note", ENDS_REP, ENDS_SET, ENDS_WORKOUT)

# Who said how a rep was.
Judge = Literal["person", "pacer"]


class Fault(Protocol):
    """What the rules ask of a fault of the catalogue."""

    @property
    def slug(self) -> str: ...
    @property
    def severity(self) -> str: ...
    @property
    def cue(self) -> str: ...
    @property
    def short_cue(self) -> str: ...
    @property
    def stronger(self) -> str: ...
    @property
    def suggestion(self) -> str: ...


# By slug.
Faults = Mapping[str, Fault]


@dataclass(frozen=True)
class JudgedRep:
    """One rep: its number from 1, and the slugs of its faults, none when it was perfect.

    `off` says that it was spoiled although nobody named a fault: an answer by headset or by a key
    has no room for a name. `descent_seconds` is known only where a tempo was followed, `floor` (the
    one while it was done, in degrees) where there is one, `id` and `happened_at` only where they
    are needed.
    """

    number: int
    faults: tuple[str, ...] = ()
    descent_seconds: float | None = None
    id: UUID | None = None
    taken_back: bool = False
    off: bool = False
    floor: int | None = None
    happened_at: datetime | None = None
    judged_by: Judge = "person"

    @property
    def perfect(self) -> bool:
        """Whether it counts."""
        return not self.faults and not self.off


@dataclass(frozen=True)
class Tally:
    """What counts: `perfect` of `done`, and how often each fault spoiled one."""

    done: int
    perfect: int
    faults: tuple[tuple[str, int], ...] = ()


def tally(reps: Iterable[JudgedRep]) -> Tally:
    """Counts kept reps. Ten reps of which four arched are a six, whatever order they came in."""
    reps = list(reps)
    spoiled = Counter(fault for rep in reps for fault in rep.faults)
    return Tally(
        done=len(reps),
        perfect=sum(rep.perfect for rep in reps),
        faults=tuple(sorted(spoiled.items(), key=lambda pair: (-pair[1], pair[0]))),
    )


@dataclass(frozen=True)
class Suggestion:
    """More than a cue: `kind` is what the page offers (stop-higher, end-set, lighter, pain)."""

    kind: str
    text: str
    fault: str


@dataclass(frozen=True)
class Prompt:
    """What is said before a rep: `cue` is read, `short_cue` is spoken. `fault` names the last one
    that spoiled a rep, "" for none."""

    number: int
    fault: str = ""
    cue: str = ""
    short_cue: str = ""
    suggestion: Suggestion | None = None
    rule: str = "first-rep"


def severity_of(fault: Fault) -> int:
    """How serious it is: its place in SEVERITIES."""
    return SEVERITIES.index(fault.severity)


def most_severe(slugs: Iterable[str], faults: Faults) -> Fault:
    """Of some slugs, at least one, the most serious fault. KeyError for one not in `faults`."""
    return max((faults[slug] for slug in slugs), key=severity_of)


def next_prompt(
    reps: Iterable[JudgedRep],
    faults: Faults,
    *,
    floor: int | None = None,
    focus: Fault | None = None,
) -> Prompt:
    """Decides what to say before the next rep of a set, from the reps it has so far.

    Before the first there is the cue of today's `focus`, where there is one. Once a fault has
    spoiled a rep its cue stays until another one does. Twice running is a pattern: a cue that did
    not help the first time is not simply said again. Who has raised the `floor` since the last rep
    has taken the suggestion, and is not asked twice.
    """
    reps = sorted(reps, key=lambda rep: rep.number)
    number = reps[-1].number + 1 if reps else 1
    spoiled = [rep for rep in reps if rep.faults]
    if focus and not reps:
        return cued(number, focus, "todays-focus")
    if not spoiled:
        return Prompt(number, rule="so-far-perfect" if reps else "first-rep")
    fault = most_severe(spoiled[-1].faults, faults)
    prompt = cued(number, fault, "cue-for-last-fault")
    repeated = twice_running(reps)
    if repeated and not has_stopped_higher(reps[-1], floor):
        fault = most_severe(repeated, faults)
        more = Suggestion(fault.suggestion, fault.stronger, fault.slug)
        return cued(number, fault, "same-fault-twice", more)
    return prompt


def cued(number: int, fault: Fault, rule: str, suggestion: Suggestion | None = None) -> Prompt:
    """The cues of a fault before a rep."""
    return Prompt(number, fault.slug, fault.cue, fault.short_cue, suggestion, rule)


def twice_running(reps: Sequence[JudgedRep]) -> tuple[str, ...]:
    """The slugs of the faults that spoiled both of the last two reps."""
    if len(reps) < 2 or reps[-1].number != reps[-2].number + 1:
        return ()
    return tuple(sorted(set(reps[-1].faults) & set(reps[-2].faults)))


def has_stopped_higher(rep: JudgedRep, floor: int | None) -> bool:
    """Whether the floor has been raised since a rep."""
    return floor is not None and floor > (rep.floor or 0)


def ends(reps: Iterable[JudgedRep], faults: Faults) -> Literal["set", "workout"] | None:
    """What the reps end by themselves; a fault that is not among `faults` ends nothing."""
    slugs = (slug for rep in reps for slug in rep.faults if slug in faults)
    worst = max((severity_of(faults[slug]) for slug in slugs), default=0)
    if SEVERITIES[worst] == ENDS_WORKOUT:
        return "workout"
    return "set" if SEVERITIES[worst] == ENDS_SET else None


def set_enders(reps: Iterable[JudgedRep], faults: Faults) -> list[str]:
    """The slugs of the faults that ended a set, in the order of its reps."""
    slugs = [slug for rep in reps for slug in rep.faults if slug in faults]
    return [slug for slug in slugs if faults[slug].severity == ENDS_SET]


def over(
    reps: Sequence[JudgedRep], faults: Faults, *, target: int, is_ended: bool
) -> Literal["fault", "done", "target"] | None:
    """Why no further rep of a set is asked for: a "fault" ended it, the person is "done" with it,
    or its "target" of reps is reached."""
    if ends(reps, faults):
        return "fault"
    if is_ended:
        return "done"
    return "target" if len(reps) >= target else None


def is_slow(rep: JudgedRep) -> bool:
    """Whether a perfect rep was lowered slowly: by the pacer where it was followed, else by the
    person's own word.

    Coming down too fast is a fault of its own, so who counts aloud and says "perfect" has said
    that, too.
    """
    timed = rep.descent_seconds is not None
    return rep.perfect and (not timed or is_controlled(rep.descent_seconds))


def raised_floor(floor: int | None, *, bottom: int = FLOOR[0], top: int = FLOOR[1]) -> int | None:
    """The floor "a hand higher", in degrees, or None where there is no room for it: a raise has to
    go somewhere. `bottom` and `top` are where the movement itself begins and ends."""
    higher = max(floor or 0, bottom) + HIGHER_BY
    return higher if higher <= highest_floor(top) else None


def top_today(bottom: int, top: int, highest_angle: int | None) -> int:
    """How far up the legs go, in degrees: to the `top` of the movement, or to the angle that was
    stable today where that lies within it."""
    if highest_angle is None or not bottom < highest_angle < top:
        return top
    return highest_angle


def highest_floor(top: int) -> int:
    """The highest that a floor can be, in degrees, where the legs go up to `top` today."""
    return min(top, FLOOR[1]) - HIGHER_BY


def meant_floor(meant_for: str, floor: int | None, *, today: str, top: int) -> int | None:
    """The floor that a workout was prescribed for one variation (a slug), as far as it fits `today`
    (another) and how far up the legs go, or None."""
    if floor is None or meant_for != today:
        return None
    return min(floor, highest_floor(top))


def pain_before(
    pain: int, *, easier_from: int, stop_from: int, today: str, lighter: str | None
) -> Decision | None:
    """What pain 0-10 before a workout changes about it, None where nothing.

    `today` is the slug of its variation, `lighter` of what that eases to. On the lightest there is
    nothing to ease to: that day is for the drills.
    """
    if pain >= stop_from:
        return Decision("pain-stops", {"pain": pain})
    if pain < easier_from:
        return None
    if lighter is None:
        return Decision("pain-drills", {"pain": pain, "variation": today, "sets": 0})
    return Decision("pain-before", {"pain": pain, "variation": lighter, "sets": EASED_SETS})


def eased_today(rule: str, facts: Facts, *, today: str, lighter: str | None) -> Decision:
    """Less than `today` (a slug) for the rest of the day, because of `rule`: what is lighter, or on
    the lightest fewer sets of fewer reps."""
    if lighter:
        return Decision(rule, {**facts, "variation": lighter})
    fewer = {"sets": EASED_SETS, "reps": EASED_REPS}
    return Decision(f"{rule}-fewer", {**facts, "variation": today, **fewer})


def after_set(
    here: Iterable[JudgedRep],
    elsewhere: Iterable[JudgedRep],
    faults: Faults,
    *,
    target: int,
    today: str,
    lighter: str | None,
) -> Decision | None:
    """What comes after a set, from its own reps and those of the other sets, where a fault ended
    it: never the same once more. None where no fault did.

    The second time in a workout ends its raises. `target` are the reps that the set was to have,
    `today` is the slug of its variation, `lighter` of what that eases to.
    """
    if not (ended := set_enders(here, faults)):
        return None
    facts: Facts = {"fault": ended[-1]}
    if len(ended) + len(set_enders(elsewhere, faults)) > 1:
        return Decision("fault-ends-raises", {**facts, "variation": today, "sets": 0})
    if lighter:
        return Decision("fault-lighter", {**facts, "variation": lighter})
    fewer = EASED_REPS if target > EASED_REPS else max(target // 2, 1)
    return Decision("fault-fewer", {**facts, "variation": today, "reps": fewer})


def lighter_chosen(lighter: str) -> Decision:
    """The person's own choice of what is lighter (a slug); it needs no reason."""
    return Decision("lighter-chosen", {"variation": lighter})


@dataclass(frozen=True)
class PlannedSets:
    """The sets asked for in one block of the routine, at its position from 1; rest in seconds."""

    position: int
    sets: int
    reps: int
    rest: int


@dataclass(frozen=True)
class Prescription:
    """What a workout is asked to do, frozen when it starts. Handed in by whoever decided it.

    `variation` is a slug and `name` what it was called then, `floor` degrees above horizontal or
    None, `tempo` seconds to lift, hold, lower and pause; `decision` says why it is this, and `also`
    what else changes about this one workout, each with its own reason. `target` are the reps of a
    set that were earned, before anything held them back; `focus` is the fault (a slug) whose cue is
    said before each set; `breath_aloud` says that the words for the breath are spoken. `left_out`
    are the positions of blocks that are passed over, and `shorter` says why, where it was made so.
    """

    variation: str
    name: str
    sets: tuple[PlannedSets, ...]
    decision: Decision
    tempo: dict[str, float] = field(default_factory=dict)
    floor: int | None = None
    left_out: tuple[int, ...] = ()
    shorter: Decision | None = None
    also: tuple[Decision, ...] = ()
    target: int | None = None
    focus: str | None = None
    breath_aloud: bool = False

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> "Prescription":
        """What `asdict` gave. Raises KeyError or TypeError where it is another shape."""
        sets = tuple(PlannedSets(**planned) for planned in document["sets"])
        decision = Decision.from_document(document["decision"])
        shorter = document.get("shorter")
        frozen = {
            "sets": sets,
            "decision": decision,
            "also": tuple(Decision.from_document(each) for each in document.get("also", ())),
            "left_out": tuple(document.get("left_out", ())),
            "shorter": Decision.from_document(shorter) if shorter else None,
        }
        return cls(**{**document, **frozen})
