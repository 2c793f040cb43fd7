"""The log of decisions: all of them, newest first, each said once."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from coaching.practice import actions as practice
from coaching.practice.models import Adjustment
from coaching.progression import log
from coaching.progression.models import Placement, Reply
from tests.factories.content import LADDER
from tests.factories.people import GuestFactory, UserFactory
from tests.factories.practice import WorkoutFactory
from tests.pages import text
from tests.progression.lives import Life

pytestmark = pytest.mark.django_db

AT = datetime(2026, 3, 3, 18, tzinfo=UTC)
STAY = {"variation": "lying-raise", "heavier": "lying-raise-with-hold", "best": 8, "needed": 15}


def decided(rule="stay", **facts):
    return {"rule": rule, "facts": {**STAY, "perfect": 20, "done": 30, **facts}}


def placed(person, at=AT, **facts):
    return Placement.objects.create(
        person=person,
        ladder_id=LADDER,
        variation_id="lying-raise",
        decided=decided(**facts),
        placed_at=at,
    )


def trained(person, at=AT, *, also=(), shorter=None, finished=True, **facts):
    workout = WorkoutFactory(person=person, variation="lying-raise", finished=True, started_at=at)
    told = {"decision": decided(**facts), "also": list(also), "shorter": shorter}
    workout.prescription |= told
    if not finished:
        workout.finished_at, workout.ending = None, ""
    workout.save()
    return workout


def adjusted(workout, at=AT, rule="lighter-chosen", **facts):
    facts = {"variation": "bent-knee-lowering", **facts}
    return Adjustment.objects.create(
        workout=workout,
        variation_id="bent-knee-lowering",
        decided={"rule": rule, "facts": facts},
        happened_at=at,
    )


def replied(person, at=AT, answer="yes", rule="gate-passed", **facts):
    return Reply.objects.create(
        person=person,
        ladder_id=LADDER,
        offered=decided(rule, **facts),
        answer=answer,
        said_at=at,
    )


def read(person, number=1):
    return log.page(person, number).object_list


def rules(person, number=1):
    return [(str(each.about), each.decision.rule) for each in read(person, number)]


# What is in it


def test_everything_that_was_decided_newest_first(member):
    also = [{"rule": "focus", "facts": {"fault": "doming", "times": 3, "workouts": 3}}]
    short = {"rule": "short-of-time", "facts": {"sets": 1, "planned": 3, "left_out": 1}}
    placed(member, rule="start-easiest")
    workout = trained(member, AT + timedelta(days=1), also=also, shorter=short)
    adjusted(workout, AT + timedelta(days=1, minutes=5))
    replied(member, AT + timedelta(days=2), "not-yet", rule="reps-grow", reps=12, before=10)
    assert rules(member) == [
        ("Your answer", "reps-grow"),
        ("During a workout", "lighter-chosen"),
        ("This workout", "stay"),
        ("This workout", "focus"),
        ("This workout", "short-of-time"),
        ("Your step", "start-easiest"),
    ]
    assert [each.workout for each in read(member)] == [None, *[workout] * 4, None]


def test_the_page_says_it_by_day(member, as_member):
    placed(member, rule="start-easiest")
    workout = trained(member, AT + timedelta(days=1))
    replied(member, AT + timedelta(days=2), "not-yet")
    page = text(as_member.get(reverse("decisions")))
    days = re.findall(r"<h2>(\w+ \d+ \w+ \d+)</h2>", page)
    assert days == ["Thursday 5 March 2026", "Wednesday 4 March 2026", "Tuesday 3 March 2026"]
    assert "We begin gently, and go up as soon as your reps say so." in page
    assert "20 of 30 were perfect. 15 perfect reps in one set" in page
    assert '<span class="tag tag--still">not yet</span>' in page
    assert f'<a href="{reverse("summary", args=[workout.pk])}">The workout</a>' in page
    assert page.count("<summary>Why this?") == 3
    assert "<dt>Perfect reps</dt><dd>20 of 30</dd>" in page
    assert "With 15 slow perfect reps in one set, and 80 % of all reps perfect" in page


def test_days_are_those_of_the_persons_clock(member):
    placed(member, datetime(2026, 3, 3, 23, 30, tzinfo=UTC))
    with timezone.override(ZoneInfo("Europe/Vienna")):
        assert [each.day.day for each in read(member)] == [4]
    with timezone.override(ZoneInfo("America/New_York")):
        assert [each.day.day for each in read(member)] == [3]


def test_what_a_start_decided_is_said_once(member):
    workout = trained(member, also=[{"rule": "focus", "facts": {"fault": "doming", "times": 2}}])
    placed(member, AT + timedelta(milliseconds=40))
    entries = read(member)
    assert [(each.about, each.decision.rule) for each in entries] == [
        ("Your step", "stay"),
        ("This workout", "focus"),
    ]
    assert [each.workout for each in entries] == [workout, workout]


def test_what_was_decided_again_on_another_day_is_said_again(member):
    placed(member)
    trained(member, AT + timedelta(days=2))
    trained(member, AT + timedelta(days=4), perfect=21)
    assert len(read(member)) == 3


def test_a_step_that_was_taken_is_said_once_with_the_answer(member):
    offer = {"variation": "lying-raise-with-hold", "from": "lying-raise", "perfect": 15}
    replied(member, **offer)
    placed(member, AT + timedelta(milliseconds=40), rule="gate-passed", **offer)
    (entry,) = read(member)
    assert (entry.about, entry.answer) == ("Your answer", "taken")


def test_a_fault_that_was_seen_is_not_called_taken(member):
    replied(member, rule="fault-closed", fault="doming", times=2)
    (entry,) = read(member)
    assert entry.answer == "looked at"


def test_a_running_workout_is_told_and_has_no_summary_yet(member):
    workout = trained(member, finished=False)
    adjusted(workout, AT + timedelta(minutes=3))
    assert [each.workout for each in read(member)] == [None, None]


def test_rules_of_an_older_version_are_left_out(member, as_member):
    placed(member, rule="three-weeks-done")
    workout = trained(member, rule="three-weeks-done")
    adjusted(workout, rule="easier-today")
    replied(member, rule="three-weeks-done")
    assert read(member) == []
    assert "Nothing decided yet" in text(as_member.get(reverse("decisions")))


def test_what_an_older_version_said_is_told_in_its_words(member, as_member):
    placed(member, rule="as-told", said="You did <b>well</b>.")
    page = text(as_member.get(reverse("decisions")))
    assert "You did &lt;b&gt;well&lt;/b&gt;." in page
    assert "Why this?" not in page


def test_pain_that_was_a_wrong_tap_leaves_nothing():
    life = Life()
    life.start(morning=None)
    with life.here():
        practice.report_pain_before(workout=life.last, pain=3)
        before = read(life.person)
    life.pain()
    with life.here():
        practice.take_back_pain(workout=life.last)
        told = read(life.person)
    # The number that was said before it stands, and what came of it.
    assert told[0].decision.rule == "pain-before"
    assert told == before


def test_a_reply_that_was_taken_back_by_another_keeps_both():
    """A log says what was said, in its order; which of them counts is for the rules."""
    person = UserFactory()
    replied(person, AT, "not-yet")
    replied(person, AT + timedelta(minutes=5), "yes")
    assert [each.answer for each in read(person)] == ["taken", "not yet"]


def test_a_life_is_told_as_it_was_lived():
    life = Life()
    life.train()
    life.three_days()
    life.train()
    told = [each.decision.rule for each in read(life.person)]
    assert told[-1] == "step-chosen"
    prescribed = list(life.person.workouts.order_by("-started_at"))
    newest = prescribed[0].prescription
    documents = [newest["decision"], *newest["also"]]
    assert told[: len(documents)] == [each["rule"] for each in documents]


# Whose it is


def test_nobody_elses(member, as_member):
    other = UserFactory()
    placed(other)
    adjusted(trained(other))
    replied(other)
    assert read(member) == []
    assert "Nothing decided yet" in text(as_member.get(reverse("decisions")))


def test_guests_have_one_and_strangers_do_not(client):
    assert client.get(reverse("decisions")).status_code == 302
    guest = GuestFactory()
    placed(guest)
    client.force_login(guest)
    assert "20 of 30 were perfect" in text(client.get(reverse("decisions")))


def test_the_history_leads_to_it(member, as_member):
    trained(member)
    assert f'href="{reverse("decisions")}"' in text(as_member.get(reverse("history")))


# Pages


def test_thirty_a_page_and_each_once(member, as_member):
    for number in range(35):
        placed(member, AT + timedelta(hours=number), perfect=number)
    first, second = read(member, 1), read(member, 2)
    assert (len(first), len(second)) == (30, 5)
    counted = [each.decision.facts["perfect"] for each in [*first, *second]]
    assert counted == list(range(34, -1, -1))
    page = text(as_member.get(reverse("decisions"), {"page": 2}))
    assert "2 of 2" in page
    assert 'rel="prev"' in page


def test_what_happened_at_once_is_in_one_order_on_all_pages(member):
    workout = trained(member, perfect=1)
    for number in range(45):
        adjusted(workout, angle=number)
        placed(member, perfect=number + 2)
    pages = [read(member, number) for number in (1, 2, 3, 4)]
    assert [len(each) for each in pages] == [30, 30, 30, 1]
    told = [each.decision.document for page in pages for each in page]
    assert all(told.count(each) == 1 for each in told)
    again = [each.decision.document for number in (1, 2, 3, 4) for each in read(member, number)]
    assert told == again


def test_a_start_that_a_page_ends_between_is_said_once(member):
    for number in range(29):
        placed(member, AT + timedelta(hours=number + 1), perfect=number)
    placed(member, AT + timedelta(milliseconds=40), perfect=30)
    trained(member, AT, perfect=30)
    trained(member, AT - timedelta(days=2), perfect=29)
    assert [each.decision.facts["perfect"] for each in read(member, 1)[-1:]] == [30]
    assert [each.decision.facts["perfect"] for each in read(member, 2)] == [29]


@pytest.mark.parametrize("number", ["0", "99", "-1", "many", ""])
def test_a_page_that_is_not_there_is_the_nearest(member, as_member, number):
    placed(member)
    assert "20 of 30" in text(as_member.get(reverse("decisions"), {"page": number}))


def test_the_number_of_queries_is_fixed(member, as_member):
    def cost(number=1):
        with CaptureQueriesContext(connection) as queries:
            assert as_member.get(reverse("decisions"), {"page": number}).status_code == 200
        return len(queries)

    workout = trained(member)
    adjusted(workout)
    replied(member)
    placed(member, perfect=3)
    few = cost()
    for number in range(60):
        at = AT + timedelta(days=2 * number + 1)
        adjusted(trained(member, at, perfect=number), at)
        placed(member, at, perfect=number)
    assert cost() == cost(2) == few


def test_the_summary_explains_what_was_changed_on_the_way(member, as_member):
    workout = trained(member)
    adjusted(workout, rule="pain-before", pain=3, sets=2)
    page = text(as_member.get(reverse("summary", args=[workout.pk])))
    assert "<summary>Why this?" in page
    assert "<dt>How much it hurt</dt><dd>3 of 10</dd>" in page
    assert "<li>Pain of 2 or less would have left today as it was planned.</li>" in page
