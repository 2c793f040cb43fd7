"""How reps are judged and counted, and what is said before the next one. Pure: no Django."""

from collections import Counter
from dataclasses import dataclass, field

# A set is ten reps; somebody on a good day may go on. Past this number a tap is a mistake.
HIGHEST_REP = 50
# The usual 0-10 numeric rating scale.
PAIN = (0, 10)
# Degrees above horizontal. Below 0 the mat is in the way; past 90 nobody is lowering any more.
STOP_POINT = (0, 90)
# Degrees: as far up as a first rep may be asked to go (schema.FirstRepBlock).
HIGHEST_ANGLE = (5, 110)
# Seconds on the way down. Whoever takes longer than a minute has left the mat.
LONGEST_DESCENT = 60
# "A hand higher" with straight legs. Smaller steps drown in the error of judging an angle by eye:
# measured with a phone, even 5 degrees is noise.
HIGHER_BY = 10

ENDS_REP, ENDS_SET, ENDS_SESSION = "ends-rep", "ends-set", "ends-session"
GRAVITY = {"note": 0, ENDS_REP: 1, ENDS_SET: 2, ENDS_SESSION: 3}


@dataclass(frozen=True)
class JudgedRep:
    """One rep: its number from 1, and the slugs of its faults, none when it was perfect.

    `off` says that it was spoiled although nobody named a fault: an answer by headset or by a key
    has no room for a name. `descent_seconds` is known only where a tempo was followed, `floor` (the
    stop point while it was done, in degrees) where there is one, `id` and `happened_at` only where
    they are needed.
    """

    number: int
    faults: tuple[str, ...] = ()
    descent_seconds: float | None = None
    id: object = None
    taken_back: bool = False
    off: bool = False
    floor: int | None = None
    happened_at: object = None

    @property
    def perfect(self):
        return not self.faults and not self.off


@dataclass(frozen=True)
class Tally:
    """What counts: `perfect` of `done`, and how often each fault spoiled one."""

    done: int
    perfect: int
    faults: tuple[tuple[str, int], ...] = ()


def tally(reps):
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
    """More than a cue: `kind` is what the page offers (stop-higher, end-set, easier-rung, pain)."""

    kind: str
    text: str
    fault: str


@dataclass(frozen=True)
class Prompt:
    """What is said before a rep. `fault` names the last one that spoiled a rep, "" for none."""

    number: int
    fault: str = ""
    cue: str = ""
    suggestion: Suggestion | None = None
    rule: str = "first-rep"


def gravest(faults, known):
    """The most serious of some fault slugs; `known` maps slugs to the catalogue's faults."""
    return max((known[slug] for slug in faults), key=lambda fault: GRAVITY[fault.severity])


def next_prompt(reps, known, *, floor=None):
    """Decides what to say before the next rep of a set, from the reps it has so far.

    Once a fault has spoiled a rep its cue stays until another one does. Twice running is a
    pattern: a cue that did not help the first time is not simply said again. Who has raised the
    `floor` since the last rep has taken the suggestion, and is not asked twice.
    """
    reps = sorted(reps, key=lambda rep: rep.number)
    number = reps[-1].number + 1 if reps else 1
    spoiled = [rep for rep in reps if rep.faults]
    if not spoiled:
        return Prompt(number, rule="so-far-perfect" if reps else "first-rep")
    fault = gravest(spoiled[-1].faults, known)
    prompt = Prompt(number, fault=fault.slug, cue=fault.cue, rule="cue-for-last-fault")
    repeated = twice_running(reps)
    if repeated and not has_stopped_higher(reps[-1], floor):
        fault = gravest(repeated, known)
        return Prompt(
            number,
            fault=fault.slug,
            cue=fault.cue,
            suggestion=Suggestion(fault.suggestion, fault.stronger, fault.slug),
            rule="same-fault-twice",
        )
    return prompt


def twice_running(reps):
    """The slugs of the faults that spoiled both of the last two reps."""
    if len(reps) < 2 or reps[-1].number != reps[-2].number + 1:
        return ()
    return tuple(sorted(set(reps[-1].faults) & set(reps[-2].faults)))


def has_stopped_higher(rep, floor):
    """Whether the stop point has been raised since a rep."""
    return floor is not None and floor > (rep.floor or 0)


def ends(reps, known):
    """What the reps end by themselves: the "set", the "session", or None."""
    worst = max(
        (GRAVITY[known[slug].severity] for rep in reps for slug in rep.faults if slug in known),
        default=0,
    )
    return {GRAVITY[ENDS_SET]: "set", GRAVITY[ENDS_SESSION]: "session"}.get(worst)


def set_enders(reps, known):
    """The slugs of the faults that ended a set, in the order of its reps."""
    slugs = [slug for rep in reps for slug in rep.faults if slug in known]
    return [slug for slug in slugs if known[slug].severity == ENDS_SET]


def raised_floor(floor, *, top=STOP_POINT[1]):
    """The stop point "a hand higher", in degrees, or None where the height one lifts to (`top`)
    leaves no room for it: a raise has to go somewhere."""
    higher = (floor or 0) + HIGHER_BY
    return higher if higher < min(top, STOP_POINT[1]) else None


@dataclass(frozen=True)
class PlannedSets:
    """The sets asked for in one part of the routine."""

    position: int
    sets: int
    reps: int
    rest: int


@dataclass(frozen=True)
class Prescription:
    """What a workout is asked to do, frozen when it starts. Handed in by whoever decided it.

    `variation` is a slug and `name` what it was called then, `floor` degrees above horizontal or
    None, `tempo` seconds to lift, hold, lower and pause; `why` is the sentence a person reads and
    `rule` which rule wrote it.
    """

    variation: str
    name: str
    sets: tuple[PlannedSets, ...]
    tempo: dict = field(default_factory=dict)
    floor: int | None = None
    why: str = ""
    rule: str = ""

    @classmethod
    def from_document(cls, document):
        sets = tuple(PlannedSets(**planned) for planned in document["sets"])
        return cls(**{**document, "sets": sets})
