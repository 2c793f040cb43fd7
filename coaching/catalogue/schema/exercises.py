"""What can be practised, what spoils it, and what is at work."""

from typing import Annotated, Literal

from pydantic import Field, StrictBool, ValidationInfo, field_validator

from coaching.catalogue.schema.shapes import (
    Amount,
    Aside,
    Body,
    FaultSlug,
    Figure,
    HalfWords,
    Instructions,
    LadderSlug,
    MuscleSlug,
    Name,
    Sentence,
    Shape,
    ShortCue,
    Targets,
    Tempo,
    Thing,
    VariationSlug,
)

# What a fault ends, from nothing to the day (practice/rules.py).
Severity = Literal["note", "ends-rep", "ends-set", "ends-workout"]
# What is offered when a fault comes twice running.
Suggestion = Literal["none", "stop-higher", "end-set", "lighter", "pain"]
# What is done about it where it stays, workout after workout: a floor 10° higher; slower down and
# fewer reps; the words for the breath aloud; or nothing but its advice.
Steering = Literal["", "floor", "slower", "breath", "advice"]
# A symbol of static/img/icons.svg.
Icon = Literal["arch", "swing", "rush", "breath", "head", "rest", "doming", "pain"]
Region = Literal[  # the parts that the picture of the muscles can light up
    "rectus-abdominis",
    "external-oblique",
    "internal-oblique",
    "transversus-abdominis",
    "psoas-major",
    "iliacus",
]
# Percent of two straight, level legs.
Load = Annotated[int, Field(strict=True, ge=0, le=200)]


class MuscleUse(Shape):
    """A mover shortens and lifts the legs; a holder works without moving: the trunk stays still."""

    muscle: MuscleSlug
    role: Literal["mover", "holder"]


class Ladder(Thing):
    """Variations in order, light to heavy. Each of them names its ladder and its rung on it."""

    name: Name
    summary: Sentence
    body: Body


class Variation(Thing):
    """One way to do the raise: a rung on a ladder.

    eases_to is what takes its place when less is asked for, and its load at the hip is lower;
    leads_to is what `gate` perfect reps in one set open, in so many workouts (gate_workouts) and
    with a floor that leaves so much of the way between bottom and top (gate_range, in percent).
    targets are the reps that a set asks for, from the first workouts here to the last. load_low and
    load_high are the pull of gravity at the hip in percent of both legs straight and level,
    computed from standard body segments (moderate confidence); null for hanging.
    has_floor says that stopping higher makes it easier, which hanging does not offer. lift_words
    and lower_words name the halves of a rep where "Lift" and "Lower" would not fit; the breath goes
    out with the first and in with the second.
    """

    name: Name
    summary: Sentence
    ladder: LadderSlug
    rung: Annotated[int, Field(strict=True, ge=1, le=99)]
    eases_to: VariationSlug | None = None
    leads_to: VariationSlug | None = None
    targets: Targets = (10, 12, 15)
    # Fifteen is what the source material asks for; five slow perfect reps beat fifty sloppy ones.
    # checks.py knows how little it may be, and where more workouts and more range are asked for.
    gate: Annotated[int, Field(strict=True, ge=1, le=50)] = 15
    gate_workouts: Annotated[int, Field(strict=True, ge=1, le=5)] = 1
    gate_range: Annotated[int, Field(strict=True, ge=50, le=100)] = 50
    figure: Figure
    tempo: Tempo = Tempo()
    lift_words: HalfWords = ""
    lower_words: HalfWords = ""
    load_low: Load | None = None
    load_high: Load | None = Field(default=None, validate_default=True)
    has_floor: StrictBool
    faults: Annotated[tuple[FaultSlug, ...], Field(min_length=1)]
    muscles: Annotated[tuple[MuscleUse, ...], Field(min_length=1)]
    instructions: Instructions
    body: Body

    @field_validator("load_high")
    @classmethod
    def _a_range(cls, high: int | None, info: ValidationInfo) -> int | None:
        low: int | None = info.data.get("load_low", high)
        if (low is None) != (high is None):
            raise ValueError("goes with load_low. Write both numbers, or neither")
        if low is not None and high is not None and low > high:
            raise ValueError(f"is {high}, less than load_low. Write {low} or more")
        return high


class Drill(Thing):
    """What a routine does besides the raises, for an amount; nobody judges how it went.

    lift_words and lower_words are as on a Variation.
    """

    name: Name
    summary: Sentence
    figure: Figure
    tempo: Tempo = Tempo()
    lift_words: HalfWords = ""
    lower_words: HalfWords = ""
    amount: Amount
    instructions: Instructions
    body: Body


class Fault(Thing):
    """A named way to spoil a rep. `cue` is read, `short_cue` is spoken, because who looks up at a
    screen lifts the head. `stronger` is said when it happens twice running; `suggestion` is the
    action offered with it. `pacer_notices` says that the pacer can tell when it happened. Where it
    stays, workout after workout, the coach `steers`, and `advice` is what to change about place,
    body or habit. `seek` is whom to see where it ended sets in a second workout: what it happened
    on stays closed until then; "" closes nothing."""

    name: Name
    notice: Sentence
    cue: Sentence
    short_cue: ShortCue = ""
    stronger: Sentence
    severity: Severity
    suggestion: Suggestion
    pacer_notices: StrictBool = False
    steers: Steering = ""
    advice: Aside = ""
    seek: Aside = ""
    icon: Icon
    body: Body

    @field_validator("seek")
    @classmethod
    def _only_where_a_set_ends(cls, seek: str, info: ValidationInfo) -> str:
        if seek and info.data.get("severity", "ends-set") != "ends-set":
            raise ValueError("only belongs to severity: ends-set. Take the line out")
        return seek


class Muscle(Thing):
    """What is at work in a variation, and the region of the picture that it lights up."""

    name: Name
    role: Sentence
    depth: Literal["surface", "deep"]
    region: Region
    body: Body


class Topic(Thing):
    """A page to read: the why behind what the player asks for."""

    title: Name
    summary: Sentence
    body: Body
