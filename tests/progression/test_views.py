"""The first page, starting, and the summary."""

import uuid
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from coaching.catalogue.models import Answer, Variation
from coaching.catalogue.publishing import releases
from coaching.catalogue.publishing.actions import publish
from coaching.people.models import User
from coaching.practice import actions
from coaching.practice.models import CheckIn, Workout
from coaching.progression import today
from coaching.progression.models import Placement
from tests.factories.people import GuestFactory, UserFactory
from tests.factories.practice import RepFactory, WorkoutFactory
from tests.factories.progression import PlacementFactory
from tests.pages import text

pytestmark = pytest.mark.django_db


def answers(**said):
    return {
        "workout": str(uuid.uuid4()),
        "pain": "0",
        "answer_done-before": "regularly",
        "answer_flatten-back": "yes",
        **said,
    }


def begin(client, **said):
    return client.post(reverse("start"), answers(**said))


# A newcomer


def test_a_stranger_sees_what_this_is_and_one_way_to_start(client):
    page = text(client.get(reverse("home")))
    assert reverse("start") in page
    assert "perfect reps count" in page


def test_the_first_page_asks_the_first_question_and_the_next_one_does_not(client):
    assert '<button class="button" name="answer_done-before" value="never">' in text(
        client.get("/")
    )
    page = text(client.get(reverse("start"), {"answer_done-before": "never"}))
    assert 'type="hidden" name="answer_done-before" value="never"' in page
    assert "Two questions, then we start" in page
    # Its answers start the workout; before it, what the part that is passed over would have said.
    assert '<button class="answer" name="answer_flatten-back" value="yes">' in page
    assert "Place and body: what to do." in page


def test_an_answer_that_does_not_exist_is_asked_for(client):
    page = text(client.get(reverse("start"), {"answer_done-before": "always"}))
    assert "Three questions, then we start" in page
    assert page.count('name="answer_done-before"') == 3


def test_looking_around_makes_nobody_a_guest(client):
    for name in ("home", "start", "ladder", "red_flags"):
        client.get(reverse(name))
    assert not User.objects.exists()


@pytest.mark.parametrize(
    ("said", "rung"),
    [
        ({"answer_done-before": "never"}, "bent-knee-lowering"),
        ({"answer_done-before": "regularly"}, "lying-raise"),
        ({"answer_done-before": "regularly", "answer_flatten-back": "no"}, "dead-bug"),
    ],
)
def test_three_answers_start_a_guest_on_the_right_rung(client, said, rung):
    response = begin(client, **said)
    workout = Workout.objects.get()
    # Pain is all that the first part asks, and it was said.
    assert response.url == reverse("step", args=[workout.pk, 2])
    assert workout.person.is_guest
    assert set(workout.sets.values_list("variation_id", flat=True)) == {rung}
    placement = Placement.objects.get()
    assert placement.variation_id == rung
    assert placement.decided == workout.prescription["decision"]
    assert placement.decision.facts["variation"] == rung


def test_a_newcomer_is_asked_about_pain_once(client):
    response = client.get(begin(client, pain="1").url)
    assert "How much does your back hurt right now?" not in text(response)
    assert CheckIn.objects.get().pain == 1


def test_pain_of_three_starts_one_rung_easier_today(client):
    begin(client, pain="3")
    assert Workout.objects.get().sets.first().variation_id == "bent-knee-lowering"
    assert Placement.objects.get().variation_id == "lying-raise"


def test_pain_of_four_starts_nothing_and_is_kept(client):
    assert begin(client, pain="4").url == reverse("red_flags")
    workout = Workout.objects.get()
    assert (workout.ending, workout.check_ins.get().pain) == ("pain", 4)
    page = text(client.get(reverse("red_flags")))
    assert "You said 4, so not today" in page
    assert "What you did is kept." not in page
    again = client.get(reverse("start"))
    assert "No leg raises until" in text(again)
    assert 'name="pain"' not in text(again)
    assert begin(client, pain="0").status_code == 409


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"pain": "11"}, "Choose a number from 0 to 10."),
        ({"answer_done-before": "always"}, "Choose the answer that fits best."),
        ({"workout": "made-up"}, "This page was out of date. Please start once more."),
    ],
)
def test_a_wrong_answer_comes_back_with_the_form(client, said, sentence):
    response = begin(client, **said)
    assert response.status_code == 422
    assert sentence in text(response)
    assert "<title>Error: Start a workout" in text(response)
    assert not User.objects.exists()


def test_a_start_that_is_sent_twice_starts_once(client):
    said = answers()
    first, second = (client.post(reverse("start"), said) for _twice in range(2))
    assert Workout.objects.count() == 1
    assert first.url == second.url


def test_a_workout_started_in_two_tabs_is_a_409_with_the_way_back(client):
    begin(client)
    response = begin(client)
    assert response.status_code == 409
    assert "You already have a workout running." in text(response)
    assert reverse("step", args=[Workout.objects.get().pk, 2]) in text(response)


def test_the_name_of_somebody_elses_workout_is_refused_without_a_trace(client):
    theirs = WorkoutFactory()
    response = begin(client, workout=str(theirs.pk))
    assert response.status_code == 409
    assert "Start a new one" in text(response)
    assert User.objects.count() == 1


# Somebody known


@pytest.fixture
def placed(member):
    PlacementFactory(person=member)
    return member


def test_a_known_person_starts_in_one_tap(as_member, placed):
    as_member.post(reverse("start"), {"workout": str(uuid.uuid4())})
    assert placed.workouts.get().prescription["variation"] == "lying-raise"


def test_today_says_what_comes_and_why(as_member, placed):
    done = WorkoutFactory(person=placed, variation="lying-raise")
    for number in range(1, 12):
        RepFactory(workout_set=done.sets.first(), number=number, descent_seconds=3)
    RepFactory(workout_set=done.sets.first(), number=12, faults=["back-arched"])
    actions.complete_workout(workout=done, ending="done")
    page = as_member.get(reverse("home"))
    gate = page.context["gate"]
    assert (gate.best, gate.needed) == (11, 15)
    assert "11 of 12 were perfect." in text(page)


def test_after_a_workout_today_asks_for_rest_and_names_the_day(as_member, placed):
    done = WorkoutFactory(person=placed, variation="lying-raise")
    RepFactory(workout_set=done.sets.first(), number=1)
    actions.complete_workout(workout=done, ending="done")
    day = f"{timezone.localdate() + timedelta(days=2):%A}"
    page = text(as_member.get(reverse("home")))
    assert f"Rest until {day}" in page
    assert "Train again all the same" in page


def test_today_starts_at_once_and_not_with_another_start(as_member, placed):
    page = as_member.get(reverse("home"))
    name = page.context["form"]["workout"].value()
    assert f'name="workout" value="{name}"' in text(page)
    begun = as_member.post(reverse("start"), {"workout": name})
    assert begun.url == reverse("step", args=[placed.workouts.get().pk, 1])


def test_a_running_workout_is_gone_on_with_or_ended_before_a_new_one(as_member, placed):
    running = WorkoutFactory(person=placed)
    page = text(as_member.get(reverse("start")))
    assert reverse("workout", args=[running.pk]) in page
    assert reverse("completion", args=[running.pk]) in page
    assert 'name="workout"' not in page


def test_fifteen_slow_perfect_reps_open_the_next_rung_once_the_day_after_is_known(
    as_member, placed
):
    done = WorkoutFactory(person=placed, variation="lying-raise")
    for number in range(1, 16):
        RepFactory(workout_set=done.sets.first(), number=number, descent_seconds=3.2)
    actions.complete_workout(workout=done, ending="done")
    summary = text(as_member.get(reverse("summary", args=[done.pk])))
    assert "How your back feels the day after decides" in summary
    before = timezone.now() - timedelta(days=2)
    Workout.objects.update(started_at=before, finished_at=before)
    assert as_member.get(reverse("home")).context["plan"].advice.offers == ()
    as_member.post(reverse("next_day", args=[done.pk]), {"compared": "none"})
    (offer,) = as_member.get(reverse("home")).context["plan"].advice.offers
    assert placed.placements.count() == 1, "nobody is moved up by themselves"
    as_member.post(reverse("replies"), {"rule": "gate-passed", "answer": "yes"})
    moved = placed.placements.first()
    assert (moved.variation_id, moved.decision) == ("lying-raise-with-hold", offer)
    assert offer.facts["perfect"] == 15


def test_an_archived_rung_gives_way_to_the_nearest_that_is_not_harder(as_member, placed, catalogue):
    hands_under, hold = "lying-raise-hands-under", "lying-raise-with-hold"
    Answer.objects.filter(start_at="lying-raise").update(start_at=hands_under)
    Variation.objects.filter(pk=hands_under).update(leads_to=hold)
    Variation.objects.filter(pk="lying-raise").update(archived_at=timezone.now())
    publish()
    releases.forget_all()
    page = as_member.get(reverse("home"))
    assert page.context["plan"].variation.slug == "lying-raise-hands-under"


def test_what_they_did_is_on_their_page_tomorrow(client):
    begin(client)
    workout = Workout.objects.get()
    RepFactory(workout_set=workout.sets.first(), number=1)
    actions.complete_workout(workout=workout, ending="done")
    assert client.get(reverse("home")).context["last"].tally.perfect == 1
    assert str(workout.pk) in text(client.get(reverse("history")))


@pytest.mark.parametrize("workouts", [1, 15])
def test_today_costs_the_same_with_any_number_of_workouts(
    as_member, placed, workouts, django_assert_max_num_queries
):
    for _number in range(workouts):
        RepFactory(workout_set=WorkoutFactory(person=placed, finished=True).sets.first())
    as_member.get(reverse("home"))
    with django_assert_max_num_queries(19):
        as_member.get(reverse("home"))


def test_the_week_is_the_week_of_the_persons_own_time_zone():
    person = UserFactory()
    # Half past midnight on Monday in Auckland is still Sunday in UTC.
    auckland = ZoneInfo("Pacific/Auckland")
    with timezone.override(auckland):
        local = timezone.localtime()
        monday = local.date() - timedelta(days=local.weekday())
        at = datetime(monday.year, monday.month, monday.day, 0, 30, tzinfo=auckland)
        done = WorkoutFactory(person=person, finished=True, started_at=at)
        RepFactory(workout_set=done.sets.first(), number=1)
        days = today.week(person)
    assert days[0].date == monday
    assert days[0].done
    assert sum(day.today for day in days) == 1


# The summary


def test_the_summary_counts_by_set_and_by_fault(as_member, member):
    done = WorkoutFactory(person=member)
    first, second, _third = done.sets.all()
    for number in range(1, 11):
        RepFactory(workout_set=first, number=number, faults=["back-arched"] if number > 6 else [])
    RepFactory(workout_set=second, number=1, faults=["swung", "back-arched"])
    RepFactory(workout_set=second, number=2, taken_back_at=timezone.now())
    actions.keep_floor(workout=done, variation=first.variation_id, degrees=26)
    actions.complete_workout(workout=done, ending="done")
    page = as_member.get(reverse("summary", args=[done.pk]))
    assert [(s.tally.perfect, s.tally.done) for s in page.context["sets"]] == [(6, 10), (0, 1)]
    assert [(f.slug, n) for f, n, _advice in page.context["faults"]] == [
        ("back-arched", 5),
        ("swung", 1),
    ]
    assert "26°" in text(page)


def test_pain_after_can_be_said_on_the_summary(as_member, member):
    done = WorkoutFactory(person=member, finished=True)
    url = reverse("check_in", args=[done.pk])
    refused = as_member.post(url, {"pain": 11})
    assert refused.status_code == 422
    assert "Choose a number from 0 to 10." in text(refused)
    assert not done.check_ins.exists()
    for pain in (2, 7, 0):
        as_member.post(url, {"pain": pain})
    assert done.check_ins.get().pain == 7, "said twice, more of it stands"


def test_a_running_workout_has_no_summary_yet(as_member, member):
    running = WorkoutFactory(person=member)
    response = as_member.get(reverse("summary", args=[running.pk]))
    assert response.url == reverse("step", args=[running.pk, 1])


def test_only_the_newest_workout_says_what_changes(as_member, placed):
    older = WorkoutFactory(person=placed, variation="lying-raise", finished=True)
    newer = WorkoutFactory(person=placed, variation="lying-raise", finished=True)
    assert as_member.get(reverse("summary", args=[older.pk])).context["next_plan"] is None
    assert as_member.get(reverse("summary", args=[newer.pk])).context["next_plan"] is not None


def test_pain_that_ended_a_workout_rests_for_two_days_and_eases_the_next(as_member, placed):
    done = WorkoutFactory(person=placed, variation="lying-raise")
    for number in range(1, 16):
        RepFactory(workout_set=done.sets.first(), number=number, descent_seconds=3.2)
    actions.complete_workout(workout=done, ending="pain")
    page = text(as_member.get(reverse("summary", args=[done.pk])))
    assert "Pain ended your workout on" in page
    assert "So we go on with something lighter, and nothing harder before" in page
    home = text(as_member.get(reverse("home")))
    assert "No leg raises until" in home
    assert "Train again all the same" not in home
    assert "Your trunk recovers" not in home
    refused = as_member.post(reverse("start"), {"workout": str(uuid.uuid4())})
    assert refused.status_code == 409
    ago = timezone.now() - timedelta(hours=49)
    Workout.objects.update(started_at=ago, finished_at=ago)
    as_member.post(reverse("start"), {"workout": uuid.uuid4(), "next-asked": "yes"})
    assert placed.placements.first().variation_id == "bent-knee-lowering"
    assert placed.workouts.running().get().sets.count() == 2


def test_doming_that_comes_back_asks_for_more_than_its_cue(as_member, placed, catalogue):
    for _twice in range(2):
        done = WorkoutFactory(person=placed, variation="lying-raise")
        RepFactory(workout_set=done.sets.first(), number=1, faults=["doming"])
        actions.complete_workout(workout=done, ending="done")
    page = text(as_member.get(reverse("summary", args=[done.pk])))
    assert catalogue.fault("doming").stronger in page


def test_a_workout_without_a_rep_is_no_training_day(as_member, placed):
    WorkoutFactory(person=placed, finished=True)
    page = as_member.get(reverse("home"))
    assert page.context["week_done"] == 0
    assert page.context["last"] is None


def test_what_changed_on_the_way_is_on_the_summary(as_member, member):
    done = WorkoutFactory(person=member)
    actions.report_pain_before(workout=done, pain=3)
    actions.complete_workout(workout=done, ending="done")
    assert "Your back hurts at 3 today" in text(as_member.get(reverse("summary", args=[done.pk])))


def test_a_start_tapped_twice_by_a_stranger_is_one_guest_and_one_workout(client):
    said = answers(workout=str(client.get(reverse("start")).context["form"]["workout"].value()))
    first = client.post(reverse("start"), said)
    # The browser never saw the first answer, so it is still a stranger.
    del client.cookies["sessionid"]
    second = client.post(reverse("start"), said)
    assert second.url == first.url
    assert User.objects.count() == 1
    assert client.get(second.url).status_code == 200


def test_a_start_tapped_twice_with_pain_of_three_eases_and_places_once(client):
    name = str(client.get(reverse("start")).context["form"]["workout"].value())
    said = answers(workout=name, pain="3")
    client.post(reverse("start"), said)
    del client.cookies["sessionid"]
    client.post(reverse("start"), said)
    assert Workout.objects.get().sets.first().variation_id == "bent-knee-lowering"
    assert Workout.objects.get().adjustments.count() == 1
    assert Placement.objects.count() == 1


def test_the_name_of_a_guests_workout_opens_it_for_nobody_else(client):
    theirs = WorkoutFactory(person=GuestFactory())
    client.get(reverse("start"))
    assert begin(client, workout=str(theirs.pk)).status_code == 409
    assert "sessionid" not in client.cookies
