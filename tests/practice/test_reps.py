"""Reps posted in any order, any number of times, come to the same."""

import itertools
import uuid
from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coaching.practice import actions, rules, screens
from coaching.practice.models import Rep
from coaching.practice.refusals import Refused
from tests.factories.content import current
from tests.factories.practice import RepFactory, WorkoutFactory

pytestmark = pytest.mark.django_db


def post(workout_set, number, *faults, rep_id=None, **options):
    """Posts a rep as the view does, and gives the reps of the set as they are kept then."""
    judged = rules.JudgedRep(
        number,
        tuple(sorted(faults)),
        id=rep_id or uuid.uuid4(),
        happened_at=timezone.now(),
        **options,
    )
    return keep(workout_set, [judged])


def keep(workout_set, reps):
    kept = actions.keep_reps(
        person=workout_set.workout.person,
        workout=workout_set.workout_id,
        number=workout_set.number,
        reps=reps,
    )
    return kept.reps


def over(workout_set):
    row = type(workout_set).objects.of(workout_set.workout.person).get(pk=workout_set.pk)
    return screens.SetScreen(row, judged(row), current()).over


def judged(workout_set):
    return workout_set.reps.kept().judged().get(workout_set.pk, [])


def kept(workout_set):
    return [(rep.number, rep.faults, rep.id) for rep in judged(workout_set)]


@pytest.fixture
def first_set():
    return WorkoutFactory().sets.first()


def test_ten_reps_of_which_four_arched_are_stored_as_a_six(first_set):
    for number in range(1, 11):
        reps = post(first_set, number, *(["back-arched"] if number > 6 else []))
    assert rules.tally(reps).perfect == 6
    assert Rep.objects.filter(perfect=True).count() == 6
    assert first_set.workout.person.workouts.with_tally().get().perfect == 6


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_order_and_any_repetition_of_posts_come_to_the_same(first_set, data):
    first_set.reps.all().delete()
    ids = [uuid.UUID(int=n) for n in range(1, 7)]
    faults = [(), ("back-arched",), ("swung", "held-breath"), (), ("rushed-down",), ()]
    posts = list(zip(range(1, 7), faults, ids, strict=True))
    delivered = data.draw(st.permutations(posts + data.draw(st.lists(st.sampled_from(posts)))))
    for number, slugs, rep_id in delivered:
        post(first_set, number, *slugs, rep_id=rep_id)
    assert kept(first_set) == [(n, tuple(sorted(s)), i) for n, s, i in posts]


def test_late_reps_before_the_one_that_ended_the_set_still_count(first_set):
    for order in itertools.permutations([(1, ()), (2, ()), (3, ("doming",))]):
        first_set.reps.all().delete()
        for number, slugs in order:
            post(first_set, number, *slugs)
        assert over(first_set) == "fault"
        assert len(kept(first_set)) == 3


def test_pain_ends_the_workout_and_keeps_what_was_done(first_set):
    post(first_set, 1)
    post(first_set, 2, "pain")
    first_set.workout.refresh_from_db()
    assert first_set.workout.ending == "pain"
    assert len(kept(first_set)) == 2


def test_a_second_rep_of_the_same_number_is_refused_and_the_first_stays(first_set):
    post(first_set, 1)
    with pytest.raises(Refused, match="Rep 1 is already counted"):
        post(first_set, 1, "swung")
    assert [faults for _n, faults, _i in kept(first_set)] == [()]


def test_a_rep_for_a_finished_workout_is_refused_but_one_it_knows_is_no_news(first_set):
    name = uuid.uuid4()
    post(first_set, 1, rep_id=name)
    actions.complete_workout(workout=first_set.workout, ending="done")
    with pytest.raises(Refused, match="finished"):
        post(first_set, 2)
    assert len(post(first_set, 1, "swung", rep_id=name)) == 1
    assert kept(first_set) == [(1, (), name)]


def test_a_name_used_in_another_set_is_refused(first_set):
    name = uuid.uuid4()
    post(first_set, 1, rep_id=name)
    with pytest.raises(Refused, match="another set"):
        post(first_set.workout.sets.get(number=2), 1, rep_id=name)


def take_back(rep):
    rep = Rep.objects.select_related("workout_set__workout").get(pk=rep)
    actions.take_back_rep(rep=rep)


def test_a_wrong_tap_is_taken_back_and_stays_so_when_its_post_comes_again(first_set):
    wrong = uuid.uuid4()
    post(first_set, 1)
    post(first_set, 2, "swung", rep_id=wrong)
    take_back(wrong)
    take_back(wrong)
    post(first_set, 2, "swung", rep_id=wrong)
    assert len(kept(first_set)) == 1
    post(first_set, 2)
    assert [faults for _n, faults, _i in kept(first_set)] == [(), ()]


def test_only_the_last_rep_can_be_taken_back(first_set):
    first = uuid.uuid4()
    post(first_set, 1, rep_id=first)
    post(first_set, 2)
    with pytest.raises(Refused, match="Only the last rep"):
        take_back(first)


def test_taking_back_the_rep_that_ended_the_set_opens_it_again(first_set):
    wrong = uuid.uuid4()
    post(first_set, 1, "doming", rep_id=wrong)
    take_back(wrong)
    assert over(first_set) is None


def test_a_tap_on_pain_that_was_wrong_is_undone_with_the_rep_that_said_it(first_set):
    post(first_set, 1)
    post(first_set, 2, "pain")
    workout = type(first_set.workout).objects.select_related("person").get()
    actions.take_back_pain(workout=workout)
    workout.refresh_from_db()
    assert workout.is_running
    assert len(kept(first_set)) == 1


@pytest.mark.parametrize("said", [(1, 2, 3), (3, 2, 1)])
def test_a_wrong_tap_on_pain_is_undone_wherever_the_clock_put_it(first_set, said):
    """A review, or a phone with a wrong clock: pain is not always the newest rep."""
    for number in said:
        post(first_set, number, *(["pain"] if number == 2 else []))
        workout = type(first_set.workout).objects.select_related("person").get()
        if not workout.is_running:
            actions.take_back_pain(workout=workout)
    assert [number for number, faults, _id in kept(first_set)] == [1, 3]
    post(first_set, 4)
    first_set.workout.refresh_from_db()
    assert first_set.workout.is_running


def test_the_same_rep_twice_in_one_review_is_refused(first_set):
    same = rules.JudgedRep(1, id=uuid.uuid4(), happened_at=timezone.now())
    for twice in ([same, same], [same, replace(same, id=uuid.uuid4())]):
        with pytest.raises(Refused, match="Rep 1"):
            keep(first_set, twice)
    assert not kept(first_set)


def test_pain_long_ago_is_no_wrong_tap(first_set):
    workout = first_set.workout
    actions.complete_workout(workout=workout, ending="pain")
    workout.finished_at -= actions.WRONG_TAP * 2
    workout.save()
    with pytest.raises(Refused, match="too long ago"):
        actions.take_back_pain(workout=workout)


@pytest.mark.parametrize(
    "wrong",
    [{"number": 0}, {"number": 10_000}, {"descent_seconds": 61}, {"descent_seconds": -1}],
)
def test_the_database_refuses_what_the_form_refuses(first_set, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        RepFactory(workout_set=first_set, **{"number": 1, **wrong})


def test_the_database_keeps_one_rep_a_number(first_set):
    RepFactory(workout_set=first_set, number=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        RepFactory(workout_set=first_set, number=1)
    RepFactory(workout_set=first_set, number=1, taken_back_at=timezone.now())


def whole_set(workout_set, *reps):
    stored = [
        rules.JudgedRep(n, faults, id=uuid.uuid4(), happened_at=timezone.now(), off=off)
        for n, (faults, off) in enumerate(reps, start=1)
    ]
    keep(workout_set, stored)


def test_a_whole_set_is_kept_at_once_with_what_was_named_and_what_was_not(first_set):
    whole_set(first_set, ((), False), (("swung",), False), ((), True))
    judged = first_set.reps.kept().judged()[first_set.pk]
    assert [(r.perfect, r.faults, r.off) for r in judged] == [
        (True, (), False),
        (False, ("swung",), False),
        (False, (), True),
    ]
    assert rules.tally(judged) == rules.Tally(3, 1, (("swung", 1),))


def test_pain_in_a_whole_set_keeps_every_rep_of_it(first_set):
    whole_set(first_set, ((), False), (("pain",), False), ((), False))
    first_set.workout.refresh_from_db()
    assert first_set.workout.ending == "pain"
    assert len(kept(first_set)) == 3


def test_a_whole_set_with_one_rep_that_is_counted_already_is_refused_whole(first_set):
    post(first_set, 2)
    with pytest.raises(Refused, match="Rep 2"):
        whole_set(first_set, ((), False), ((), False))
    assert len(kept(first_set)) == 1


@pytest.mark.parametrize("reps", [1, 10, 50])
def test_a_whole_set_costs_the_same_however_long_it_is(
    first_set, reps, django_assert_max_num_queries
):
    judged = [
        rules.JudgedRep(n, ("swung",), id=uuid.uuid4(), happened_at=timezone.now())
        for n in range(1, reps + 1)
    ]
    person = first_set.workout.person
    current()
    with django_assert_max_num_queries(7):  # two of them are the savepoint
        actions.keep_reps(person=person, workout=first_set.workout_id, number=1, reps=judged)
