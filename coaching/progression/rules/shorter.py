"""The same workout for somebody with little time. Pure: no Django."""

from collections.abc import Sequence
from dataclasses import replace

from coaching.catalogue.schema.blocks import AnyBlock
from coaching.practice.decisions import Decision
from coaching.practice.rules import Prescription


def shorter(full: Prescription, blocks: Sequence[AnyBlock]) -> Prescription | None:
    """The same workout for somebody with little time: one set, and none of the drills after it.

    The warm-up, the tension check and the questions about pain stay: they decide whether the one
    set is safe. None where nothing could be left out.
    """
    if not full.sets:
        return None
    last = max(each.position for each in full.sets)
    spare = [at for at, block in enumerate(blocks, start=1) if block.is_spare and at > last]
    planned = sum(each.sets for each in full.sets)
    if planned == 1 and not spare:
        return None
    facts = {"sets": 1, "planned": planned, "left_out": len(spare)}
    return replace(
        full,
        sets=(replace(full.sets[0], sets=1),),
        left_out=(*full.left_out, *spare),
        shorter=Decision("short-of-time", facts),
    )
