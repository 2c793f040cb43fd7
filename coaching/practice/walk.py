"""Where somebody is in a routine, and where it goes next. Pure: no Django.

Nothing is remembered but what was answered and which sets have ended, so a closed tab, another
device and a late answer all lead to the same place.
"""

from dataclasses import dataclass

FIRM, STABLE, NOT = "firm", "stable", "not"


@dataclass(frozen=True)
class Answers:
    """What was said so far: by (part, turn). Parts count from 1, and so do turns."""

    said: dict

    def at(self, position):
        turns = sorted(
            (turn, answer) for (part, turn), answer in self.said.items() if part == position
        )
        return [answer for _turn, answer in turns]


@dataclass(frozen=True)
class SetState:
    """One set as far as the walk cares."""

    number: int
    position: int
    ended: bool


@dataclass(frozen=True)
class Part:
    """One part of the routine that this person does today."""

    position: int
    block: object
    done: float  # 0 untouched, 1 behind us


@dataclass(frozen=True)
class Place:
    """Where to go on: a part, which turn of it, and which set where it is made of sets."""

    position: int
    turn: int = 1
    set_number: int | None = None


def parts(blocks, variation):
    """The parts that make sense for today's variation, as (position, block).

    The first rep goes up to 45 degrees and then to 90: a movement that begins at the top, or on a
    bar, has no such way up. And where nothing is lowered towards a mat there is no stop point.
    """
    return [
        (position, block)
        for position, block in enumerate(blocks, start=1)
        if not (block.kind == "first-rep" and not lifts_from_the_mat(variation))
        and not (block.kind == "floor" and not variation.has_floor)
    ]


def lifts_from_the_mat(variation):
    return variation.figure.support == "lying" and variation.figure.starts_at == "bottom"


def place(blocks, variation, answers, sets):
    """The first part that is not done yet; the wrap-up, once everything else is."""
    for position, block in parts(blocks, variation):
        if block.kind == "sets":
            if unended := [s for s in sets if s.position == position and not s.ended]:
                return Place(position, set_number=min(s.number for s in unended))
        elif not is_done(block, answers.at(position)):
            return Place(position, turn=len(answers.at(position)) + 1)
    return Place(len(blocks))


def is_done(block, said):
    """Whether a part has been answered as often as it asks."""
    if block.kind == "tension":
        return FIRM in said or len(said) >= block.tries
    if block.kind == "first-rep":
        return NOT in said or len(said) >= len(block.angles)
    return bool(said)


def fails_tension(block, said):
    """Whether today has become a day for the fallback: every try said the back did not press."""
    return len(said) >= block.tries and FIRM not in said


def highest_angle(block, said):
    """How far up the legs go today, in degrees, or None where nothing limits them.

    The first rep is tried at each angle in turn. Not stable means: stay at the last angle that was,
    and where not even the first was, at the first, which is the lowest that is practised.
    """
    return block.angles[max(said.index(NOT) - 1, 0)] if NOT in said else None


def progress(blocks, variation, answers, sets):
    """How far each part is, 0 to 1, for the bar on top of the screen."""
    here = place(blocks, variation, answers, sets).position
    return [
        Part(position, block, _share(block, position, here, sets))
        for position, block in parts(blocks, variation)
    ]


def _share(block, position, here, sets):
    if position != here:
        return 1.0 if position < here else 0.0
    mine = [s for s in sets if s.position == position]
    return sum(s.ended for s in mine) / len(mine) if mine else 0.0
