"""What changes about today while a workout runs: its sets, its floor, how high it goes."""

from django.db import transaction
from django.utils import timezone

from coaching.practice.actions.locking import lock_running
from coaching.practice.models import Adjustment, Floor, Rep
from coaching.practice.refusals import Refused


@transaction.atomic
def adjust(*, workout, decision, from_set=1):
    """Changes the sets that have not begun as `decision` says, and keeps the decision.

    Its facts name a `variation` (a slug), and where they are asked for the number of `sets` and of
    `reps` at most. Returns the Adjustment, or None where there was nothing to change.
    """
    lock_running(workout)
    facts = decision.facts
    begun = Rep.objects.kept().filter(workout_set__workout=workout).values("workout_set")
    ahead = workout.sets.filter(number__gte=from_set, ended_at__isnull=True).exclude(pk__in=begun)
    changed = 0
    if facts.get("sets") is not None:
        changed += ahead.filter(number__gt=facts["sets"]).delete()[0]
    if facts.get("reps") is not None:
        changed += ahead.filter(target__gt=facts["reps"]).update(target=facts["reps"])
    variation = facts["variation"]
    changed += ahead.exclude(variation=variation).update(variation_id=variation)
    if not changed:
        return None
    return _kept(workout, decision)


@transaction.atomic
def end_raises(*, workout, decision):
    """No more raises today, and nothing that comes after them but the wrap-up."""
    adjust(workout=workout, decision=decision) or _kept(workout, decision)


def _kept(workout, decision):
    return Adjustment.objects.create(
        workout=workout, variation_id=decision.facts["variation"], decided=decision.document
    )


@transaction.atomic
def keep_floor(*, workout, variation, degrees, source=Floor.Source.EYE):
    """Keeps today's floor of one variation (a slug), in degrees above horizontal. One that is found
    later in the workout takes its place."""
    lock_running(workout)
    Floor.objects.update_or_create(
        workout=workout,
        variation_id=variation,
        defaults={"degrees": degrees, "source": source, "found_at": timezone.now()},
    )


@transaction.atomic
def raise_floor(*, workout, variation, degrees):
    """Stops higher. Asked once more under the lock: of two taps at once the higher one stands, and
    the back is never let down unseen."""
    lock_running(workout)
    higher = workout.floors.filter(variation=variation, degrees__gt=degrees)
    if today := higher.values_list("degrees", flat=True).first():
        raise Refused("not-lower", today=today)
    keep_floor(workout=workout, variation=variation, degrees=degrees)


@transaction.atomic
def limit_height(*, workout, degrees):
    """Keeps how far up the legs go today, in degrees, or None where nothing limits them."""
    lock_running(workout)
    workout.highest_angle = degrees
    workout.save(update_fields=["highest_angle"])
