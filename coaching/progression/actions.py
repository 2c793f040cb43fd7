"""Starting what was planned."""

from django.db import transaction
from django.utils import timezone

from coaching.catalogue.schema.blocks.base import Said
from coaching.people.models import User
from coaching.practice import actions as practice
from coaching.practice.actions.locking import lock
from coaching.practice.refusals import Refused
from coaching.progression.models import Placement, Reply


@transaction.atomic
def start(*, person, workout_id, plan, release, pain=None, time_zone="", language=""):
    """Starts the planned workout, for a new guest where `person` is None. Returns the workout.

    A move on the ladder is kept with its reason. `pain` is 0-10 where it was asked already.
    Raises Refused, and then nothing is kept.
    """
    # Asked anew where it comes from, and never of a start that is sent a second time.
    if plan.closed and not person.workouts.filter(pk=workout_id).exists():
        raise Refused(plan.closed.rule)
    if person is None:
        person = User.objects.create_guest(time_zone=time_zone, language=language)
    elif time_zone and time_zone != person.time_zone:
        # Where they train now: what asks without a browser, as their calendar does, goes by it.
        person.time_zone = time_zone
        person.save(update_fields=["time_zone"])
    workout = practice.start_workout(
        person=person,
        workout_id=workout_id,
        release=release,
        routine=plan.routine.slug,
        prescription=plan.prescription,
    )
    # Asked of the table, not of the plan alone: a start that is sent twice moves once. And a plan
    # that moves nobody undoes no move that was made in another tab meanwhile.
    ladder = plan.variation.ladder
    placement = person.placements.on(ladder)
    begins = plan.begins and placement and placement.placed_at < workout.started_at
    is_move = plan.is_move and placement and placement.variation_id != plan.variation.slug
    if placement is None or begins or is_move:
        Placement.objects.create(
            person=person,
            ladder_id=ladder,
            variation_id=plan.variation.slug,
            decided=plan.decision.document,
        )
    if pain is not None:
        _arrive(workout, plan.routine, pain)
    return workout


@transaction.atomic
def reply(*, person, ladder, offered, answer):
    """Keeps what a person said to a Decision, "yes" or "not-yet"; with a yes to the next rung they
    stand on it. Said twice, it is said once; after another workout it is an offer of its own, even
    where it reads the same."""
    lock(person)
    last = person.replies.filter(ladder=ladder, offered__rule=offered.rule).first()
    is_same = last and last.offered == offered.document and last.answer == answer
    if is_same and not person.workouts.filter(started_at__gt=last.said_at).exists():
        return
    Reply.objects.create(person=person, ladder_id=ladder, offered=offered.document, answer=answer)
    if answer == Reply.Answer.YES and offered.rule == "gate-passed":
        _place(person, ladder, offered)


@transaction.atomic
def choose_step(*, person, ladder, decision):
    """Puts a person where they chose to stand themselves."""
    lock(person)
    _place(person, ladder, decision)


def _place(person, ladder, decision):
    variation = decision.facts["variation"]
    placement = person.placements.on(ladder)
    if placement is None or placement.variation_id != variation:
        Placement.objects.create(
            person=person, ladder_id=ladder, variation_id=variation, decided=decision.document
        )


def _arrive(workout, routine, pain):
    """Keeps the pain that was asked for on the way in. Where asking for it is all that the first
    part does, that part is done: a screen with nothing but "go on" is one tap too many."""
    if workout.check_ins.filter(moment="before").exists():
        return  # a start that is sent twice
    if routine.blocks[0].asks_pain_first:
        said = Said(pain=pain)
        practice.answer_step(
            workout=workout, position=1, turn=1, said=said, happened_at=timezone.now()
        )
    else:
        practice.report_pain_before(workout=workout, pain=pain)


@transaction.atomic
def adopt(*, guest, person):
    """Gives an account what was done as a guest: the workouts, and where they stood on a ladder on
    which the account stands nowhere yet. Returns whether they still were a guest."""
    was_guest = practice.adopt_workouts(guest=guest, person=person)
    if was_guest:
        _adopt_placements(guest, person)
    return was_guest


def _adopt_placements(guest, person):
    mine = person.placements.values_list("ladder", flat=True)
    guest.placements.exclude(ladder__in=set(mine)).update(person=person)


@transaction.atomic
def go_on(*, guest, person, workout):
    """Somebody goes on, signed in, with a running workout that was begun in this browser before.
    Returns whether it is theirs now, with the place on the ladder where they have none."""
    is_theirs = practice.hand_over(guest=guest, person=person, workout_id=workout.pk)
    if is_theirs:
        _adopt_placements(guest, person)
    return is_theirs
