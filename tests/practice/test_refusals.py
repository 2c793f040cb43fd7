"""What is refused: with which word for programs, which sentence and which status, and that nothing
is written. And what reps are kept from: a form, a queue, an API."""

import uuid
from datetime import timedelta
from html import unescape

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from coaching.practice import actions, models, rules
from coaching.practice.models import Rep, WorkoutSet
from coaching.practice.refusals import SENTENCES, STATUSES, Refused
from coaching.progression.models import Placement
from tests.factories.content import edition
from tests.factories.practice import RepFactory, WorkoutFactory
from tests.factories.progression import PlacementFactory

pytestmark = pytest.mark.django_db

TABLES = (Placement, *(getattr(models, name) for name in models.__all__))


@pytest.fixture
def first_set(member):
    return WorkoutFactory(person=member, variation="dead-bug").sets.get(number=1)


def everything():
    """Every row that a workout is made of."""
    return {table: list(table.objects.order_by("pk").values()) for table in TABLES}


def said(number=1, **fields):
    return {"rep": uuid.uuid4(), "number": number, "verdict": "perfect", **fields}


def here(name, workout_set, *more):
    return reverse(name, args=[workout_set.workout_id, workout_set.number, *more])


def retraction(rep):
    return reverse("rep_retraction", args=[rep.workout_set.workout_id, rep.pk])


# How each of them comes about: what is there already, and (where to, with what).


def workout_over(member, first_set):
    actions.complete_workout(workout=first_set.workout, ending="done")
    return here("set_reps", first_set), said()


def number_taken(member, first_set):
    RepFactory(workout_set=first_set, number=1)
    return here("set_reps", first_set), said(1)


def other_set(member, first_set):
    rep = RepFactory(workout_set=first_set, number=1)
    return here("set_reps", first_set.workout.sets.get(number=2)), said(rep=rep.pk)


def unknown_fault(member, first_set):
    return here("set_reps", first_set), said(verdict="", faults=["laziness"])


def not_the_last(member, first_set):
    first = RepFactory(workout_set=first_set, number=1)
    RepFactory(workout_set=first_set, number=2)
    return retraction(first), {}


def acted_on(member, first_set):
    rep = RepFactory(workout_set=first_set, number=1, perfect=False, faults=["doming"])
    actions.complete_set(workout_set=first_set)
    return retraction(rep), {}


def comes_later(member, first_set):
    return reverse("step", args=[first_set.workout_id, 8]), {"turn": 1, "pain": 0}


def one_is_running(member, first_set):
    PlacementFactory(person=member)
    return reverse("start"), {"workout": uuid.uuid4()}


def not_yours(member, first_set):
    actions.complete_workout(workout=first_set.workout, ending="done")
    PlacementFactory(person=member)
    return reverse("start"), {"workout": WorkoutFactory().pk}


def too_late(member, first_set):
    workout = first_set.workout
    actions.complete_workout(workout=workout, ending="pain")
    workout.finished_at -= actions.WRONG_TAP * 2
    workout.save()
    return reverse("resumption", args=[workout.pk]), {}


def not_lower(member, first_set):
    variation = first_set.variation_id
    actions.keep_floor(workout=first_set.workout, variation=variation, degrees=40)
    return here("set_floor", first_set), {"floor": 30}


def nothing_lighter(member, first_set):
    return here("set_variation", first_set), {"variation": "dead-bug"}


def pain_rests(member, first_set):
    PlacementFactory(person=member)
    actions.complete_workout(workout=first_set.workout, ending="pain")
    return reverse("start"), {"workout": uuid.uuid4()}


def domed_twice(member):
    """So that no raises are done until somebody has looked at it."""
    PlacementFactory(person=member, variation_id="lying-raise")
    for days in (9, 6):
        ago = timezone.now() - timedelta(days=days)
        workout = WorkoutFactory(person=member, finished=True, started_at=ago)
        RepFactory(workout_set=workout.sets.get(number=1), number=1, faults=["doming"])


def fault_closed(member, first_set):
    actions.complete_workout(workout=first_set.workout, ending="stopped")
    domed_twice(member)
    return reverse("start"), {"workout": uuid.uuid4(), "next-asked": "yes"}


def step_shut(member, first_set):
    actions.complete_workout(workout=first_set.workout, ending="stopped")
    domed_twice(member)
    return reverse("choice", args=["weighted-raise"]), {}


def offer_over(member, first_set):
    PlacementFactory(person=member)
    return reverse("replies"), {"rule": "gate-passed", "answer": "yes"}


def too_early(member, first_set):
    actions.complete_workout(workout=first_set.workout, ending="done")
    return reverse("next_day", args=[first_set.workout_id]), {"compared": "none"}


def newer_workout(member, first_set):
    actions.complete_workout(workout=first_set.workout, ending="done")
    ago = timezone.now() - timedelta(days=3)
    older = WorkoutFactory(person=member, finished=True, started_at=ago)
    return reverse("next_day", args=[older.pk]), {"compared": "none"}


WHY = "“Doming” ended sets in 2 workouts. " + edition().fault("doming").seek

REFUSED = [
    (workout_over, "workout-over", {}, 409),
    (number_taken, "number-taken", {"number": 1}, 409),
    (other_set, "other-set", {}, 409),
    (unknown_fault, "unknown-fault", {"value": "laziness"}, 422),
    (not_the_last, "not-the-last", {}, 409),
    (acted_on, "acted-on", {}, 409),
    (comes_later, "comes-later", {}, 409),
    (one_is_running, "one-is-running", {}, 409),
    (not_yours, "not-yours", {}, 409),
    (too_late, "too-late", {}, 409),
    (not_lower, "not-lower", {"today": 40}, 422),
    (nothing_lighter, "nothing-lighter", {}, 409),
    (pain_rests, "pain-rests", {}, 409),
    (fault_closed, "fault-closed", {}, 409),
    (step_shut, "step-shut", {"why": WHY}, 409),
    (offer_over, "offer-over", {}, 409),
    (too_early, "too-early", {}, 409),
    (newer_workout, "newer-workout", {}, 409),
]


def test_every_refusal_is_here():
    assert {code for _how, code, _facts, _status in REFUSED} == set(SENTENCES)
    assert set(STATUSES) <= set(SENTENCES)


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["plain", "htmx"])
@pytest.mark.parametrize(
    ("comes_about", "code", "facts", "status"), REFUSED, ids=[each[1] for each in REFUSED]
)
def test_a_refusal_says_why_and_writes_nothing(
    as_member, member, first_set, comes_about, code, facts, status, headers
):
    url, form = comes_about(member, first_set)
    before = everything()
    response = as_member.post(url, form, headers=headers)
    why = Refused(code, **facts)
    assert (response.status_code, why.status) == (status, status)
    assert str(why) in " ".join(unescape(response.content.decode()).split())
    assert everything() == before


# Reps that come from elsewhere than a form


def judged(number=1, *faults, **options):
    return rules.JudgedRep(number, faults, id=uuid.uuid4(), happened_at=timezone.now(), **options)


def keep(person, workout_set, *reps, number=None):
    return actions.keep_reps(
        person=person,
        workout=workout_set.workout_id,
        number=number or workout_set.number,
        reps=reps,
    )


def test_reps_are_kept_by_person_workout_and_number_alone(member, first_set):
    """So a queue or an API needs no page: these four are all there is to say."""
    kept = keep(member, first_set, judged(1), judged(2, "back-arched"))
    assert kept.workout_set == first_set
    assert [(rep.number, rep.faults) for rep in kept.reps] == [(1, ()), (2, ("back-arched",))]
    assert Rep.objects.kept().judged()[first_set.pk] == [
        rules.JudgedRep(rep.number, rep.faults, id=rep.id, floor=rep.floor) for rep in kept.reps
    ]


def test_the_same_reps_from_a_queue_and_from_a_form_are_kept_once(as_member, member, first_set):
    rep = judged(1)
    keep(member, first_set, rep)
    answer = as_member.post(here("set_reps", first_set), said(rep=rep.id))
    assert answer.status_code == 302
    assert len(keep(member, first_set, rep).reps) == 1
    assert Rep.objects.count() == 1


@pytest.mark.parametrize("of", ["somebody else", "nobody", "no such set"])
def test_reps_of_what_is_not_the_persons_are_not_kept(member, first_set, of):
    theirs = WorkoutFactory().sets.get(number=1)
    nowhere = WorkoutSet(workout_id=uuid.uuid4(), number=1)
    workout_set = {"somebody else": theirs, "nobody": nowhere, "no such set": first_set}[of]
    number = 9 if of == "no such set" else 1
    before = everything()
    with pytest.raises(Http404):
        keep(member, workout_set, judged(), number=number)
    assert everything() == before


@pytest.mark.parametrize(
    ("reps", "code"),
    [
        ([judged(1, "laziness")], "unknown-fault"),
        ([judged(1), judged(1)], "number-taken"),
        ([judged(1), judged(2, "laziness")], "unknown-fault"),
    ],
)
def test_reps_that_are_refused_are_refused_whole_with_a_word_for_programs(
    member, first_set, reps, code
):
    before = everything()
    with pytest.raises(Refused) as refused:
        keep(member, first_set, *reps)
    assert refused.value.code == code
    assert everything() == before


# Who judged it


@pytest.mark.parametrize(
    ("form", "judge"),
    [
        ({"judged_by": "pacer"}, "pacer"),
        ({"judged_by": "person"}, "person"),
        ({}, "person"),
        ({"judged_by": ""}, "person"),
        # Whatever a browser says of who noticed, a rep is not lost over it.
        ({"judged_by": "a dragon"}, "person"),
        ({"judged_by": "camera\x1f" * 100}, "person"),
    ],
)
def test_a_rep_says_who_judged_it(as_member, first_set, form, judge):
    answer = as_member.post(here("set_reps", first_set), said(**form))
    assert answer.status_code == 302
    assert Rep.objects.get().judged_by == judge


@pytest.mark.parametrize(("form", "judge"), [("pacer", "pacer"), ("a dragon", "person")])
def test_each_rep_of_a_review_says_who_judged_it(as_member, first_set, form, judge):
    row = said(judged_by=form)
    rows = {f"reps-0-{name}": value for name, value in row.items()}
    rows |= {"done": 1, "reps-TOTAL_FORMS": 1, "reps-INITIAL_FORMS": 0}
    assert as_member.post(here("set_review", first_set), rows).status_code == 302
    assert Rep.objects.get().judged_by == judge


def test_a_judge_that_nobody_knows_gets_into_no_table(member, first_set):
    keep(member, first_set, judged(1, judged_by="pacer"))
    assert Rep.objects.get().judged_by == "pacer"
    with pytest.raises(IntegrityError), transaction.atomic():
        keep(member, first_set, judged(2, judged_by="dragon"))
    assert Rep.objects.count() == 1
