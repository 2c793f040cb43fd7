"""Where somebody is in a routine, and where it goes next. Pure: no Django.

Nothing is remembered but what was answered and which sets have ended, so a closed tab, another
device and a late answer all lead to the same step.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from coaching.catalogue.schema import Variation
from coaching.catalogue.schema.blocks import Block


@dataclass(frozen=True)
class Answers:
    """What was said so far: by (position, turn). Positions count from 1, and so do turns."""

    said: Mapping[tuple[int, int], str]

    def at(self, position: int) -> list[str]:
        """The answers to one block, turn by turn."""
        turns = sorted((turn, answer) for (at, turn), answer in self.said.items() if at == position)
        return [answer for _turn, answer in turns]


@dataclass(frozen=True)
class SetState:
    """One set as far as the walk cares."""

    number: int
    position: int
    ended: bool


@dataclass(frozen=True)
class Step:
    """This person's pass through one block, at its position in the routine."""

    position: int
    block: Block
    done: float  # 0 untouched, 1 behind us


@dataclass(frozen=True)
class NextStep:
    """Where to go on: a position, which turn of it, and which set where it is made of sets."""

    position: int
    turn: int = 1
    set_number: int | None = None


# The blocks that today has, each with its position in the routine.
Blocks = Sequence[tuple[int, Block]]


def fitting(
    blocks: Sequence[Block],
    variation: Variation,
    *,
    raises: bool = True,
    is_cut_short: bool = False,
    left_out: Collection[int] = (),
) -> list[tuple[int, Block]]:
    """The blocks that make sense today, as (position, block): for its variation; without `raises`
    only what does not prepare them; on a day that is cut short nothing after them but the end; and
    none of the positions that a short one leaves out."""
    numbered = list(enumerate(blocks, start=1))
    sets = [position for position, block in numbered if block.has_sets]
    return [
        (position, block)
        for position, block in numbered
        if block.fits(variation)
        and position not in left_out
        and (raises or not block.serves_raises)
        and not (is_cut_short and position > max(sets) and not block.is_last)
    ]


def next_step(blocks: Blocks, answers: Answers, sets: Sequence[SetState]) -> NextStep:
    """The first step that is not done yet; the last one, once everything else is."""
    for position, block in blocks:
        said = answers.at(position)
        if block.has_sets:
            unended = [each for each in sets if each.position == position and not each.ended]
            if unended:
                return NextStep(position, set_number=min(each.number for each in unended))
        elif not block.is_done(said):
            return NextStep(position, turn=len(said) + 1)
    return NextStep(blocks[-1][0])


def steps(blocks: Blocks, answers: Answers, sets: Sequence[SetState]) -> list[Step]:
    """How far each step is, for the bar on top of the screen."""
    now = next_step(blocks, answers, sets).position
    return [Step(position, block, _share(position, now, sets)) for position, block in blocks]


def _share(position: int, now: int, sets: Sequence[SetState]) -> float:
    if position != now:
        return 1.0 if position < now else 0.0
    mine = [each for each in sets if each.position == position]
    return sum(each.ended for each in mine) / len(mine) if mine else 0.0
