"""The floor that a workout begins with: what was found, as a trend, a test of a lower one, and a
higher one where the back keeps leaving the mat. Pure: no Django."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_high

from coaching.catalogue.schema.blocks.base import Facts
from coaching.pain.rules import SOME
from coaching.practice.decisions import Decision
from coaching.practice.rules import HIGHER_BY, highest_floor
from coaching.progression.rules.easing import COMES_BACK_LIGHTER
from coaching.progression.rules.facts import WELL, History, Past, Rung

# Degrees: "a hand lower", as much as an eye can tell.
LOWER_BY = 10
# Less than this is not worth a test.
LEAST = 5
# The value is the median of so many; an eye errs, and one good mood is no progress.
MEDIAN_OF = 3
# Two workouts at 80 % with pain of 0-1 before a lower one is tried; three of peace after a failed
# try.
TRIES_AFTER, SHARE, MOST_PAIN = 2, WELL, 1
PEACE = 3
# What raises the floor for more than one workout: floors from before it are of another task.
RAISES = ("floor-raised", "pain-raises-floor")


@dataclass(frozen=True)
class _Test:
    """One workout that tried a lower floor."""

    floor: int
    before: int
    passed: bool
    failed: bool


def found(history: History, rung: Rung) -> int | None:
    """The floor in degrees at which the back stays down on this variation, or None where nothing
    is known of it: the median of the last three, of one source, since it last changed."""
    if not rung.has_floor:
        return None
    known: list[int] = []
    source = None
    for each in _recent(history):
        here, test = each.floor_of(rung.slug), tested(each, rung)
        if each.is_extra:
            continue
        if test and not test.passed:
            known.append(test.before)
            break
        if test and here is None:
            known.append(test.floor)
            break
        if here and (source is None or here.source == source):
            source = here.source
            known.append(here.degrees)
            if test or any(each.told(rule) for rule in RAISES):
                break
    return median_high(known[:MEDIAN_OF]) if known else None


def tested(past: Past, rung: Rung) -> _Test | None:
    """How the test of a lower floor went in a workout, or None where there was none. One of which
    too little is known has neither passed nor failed. Who goes on with the floor that was planned
    and sets none has done the reps down to it."""
    told = past.told("floor-test")
    if told is None or told.facts["variation"] != rung.slug:
        return None
    floor, before = int(told.facts["floor"] or 0), int(told.facts["before"] or 0)
    here, count = past.floor_of(rung.slug), past.on(rung.slug)
    higher = here is not None and here.degrees > floor
    sloppy = (count.is_enough and count.share < SHARE) or past.pain.is_some
    passed = not higher and count.is_enough and not sloppy
    return _Test(floor, before, passed, failed=higher or sloppy)


def lower(history: History, rung: Rung, *, is_due: bool = False) -> Decision | None:
    """A lower floor for today, where the last workouts have earned it. `is_due` asks for one where
    the gate was passed, but too little of the way is left."""
    now = found(history, rung)
    if now is None or now - rung.bottom < LEAST:
        return None
    mine = history.earning(rung.slug)
    if any((done := tested(each, rung)) and done.failed for each in mine[:PEACE]):
        return None
    needed = 1 if is_due else TRIES_AFTER
    good = [each for each in mine[:needed] if _went_well(each, rung, now)]
    if len(good) < needed:
        return None
    floor = max(now - LOWER_BY, rung.bottom)
    share = int(min(each.on(rung.slug).share for each in good))
    return Decision(
        "floor-test", {"variation": rung.slug, "floor": floor, "before": now, "share": share}
    )


def lets_reps_grow(history: History, rung: Rung) -> bool:
    """Whether it is not pain that keeps a lower floor from coming first: then nothing grows."""
    now = found(history, rung)
    if now is None or now - rung.bottom < LEAST:
        return True
    return all(_is_calm(each) for each in history.earning(rung.slug)[:PEACE])


def back(history: History, rung: Rung) -> Decision | None:
    """Why the floor is back where it was, right after a test that failed; or None."""
    last = next(iter(history.earning(rung.slug)), None)
    done = tested(last, rung) if last else None
    if done is None or not done.failed:
        return None
    facts: Facts = {
        "variation": rung.slug,
        "tested": done.floor,
        "floor": done.before,
        "needed": PEACE,
    }
    return Decision("floor-back", facts)


def raised(history: History, rung: Rung, rule: str, fault: str | None = None) -> Decision | None:
    """A floor "a hand higher" than what was found, because of `rule`; None where there is no room,
    nothing is known, or a fault raised that of the last workout already."""
    now = found(history, rung)
    last = next(iter(history.earning(rung.slug)), None)
    if now is None or (fault and last and last.told(rule)):
        return None
    test = tested(last, rung) if last else None
    if fault and test and test.failed and test.before >= test.floor + HIGHER_BY:
        return None  # going back is as much already
    floor = min(now + HIGHER_BY, highest_floor(rung.top))
    if floor <= now:
        return None
    facts: Facts = {"variation": rung.slug, "floor": floor, "before": now}
    return Decision(rule, facts if fault is None else {**facts, "fault": fault})


def way_left(history: History, rung: Rung) -> int:
    """Percent of the way from bottom to top that the floor leaves. Where nobody set one the legs
    go all the way; where the top was lower in the last workout, that counts."""
    if not rung.has_floor:
        return 100
    floor = found(history, rung)
    last = next(iter(history.earning(rung.slug)), None)
    top = rung.top
    if last and last.highest is not None and rung.bottom < last.highest < rung.top:
        top = last.highest
    bottom = rung.bottom if floor is None else max(floor, rung.bottom)
    return max(0, round(100 * (top - bottom) / (rung.top - rung.bottom)))


def _went_well(past: Past, rung: Rung, now: int) -> bool:
    """Whether it was done on the present floor, or below it, and well."""
    here, planned = past.floor_of(rung.slug), past.floor_asked
    floor = here.degrees if here else planned if past.meant == rung.slug else None
    if floor is None or floor >= now + LEAST:
        return False
    count = past.on(rung.slug)
    return count.is_enough and count.share >= SHARE and _is_calm(past)


def _is_calm(past: Past) -> bool:
    pain = max(past.pain.numbers.values(), default=0)
    return pain <= MOST_PAIN < SOME and not past.pain.is_some


def _recent(history: History) -> Sequence[Past]:
    """The workouts since the last long break: a floor from before it is asked for anew."""
    found: list[Past] = []
    later = history.today
    for each in history.past:
        if each.day and (later - each.day).days >= COMES_BACK_LIGHTER:
            break
        found.append(each)
        later = each.day or later
    return found
