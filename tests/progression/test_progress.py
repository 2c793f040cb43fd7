"""What somebody reads on /progress/: the tables behind the pictures, and a sentence for each."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from coaching.practice.models import CheckIn, Floor
from tests.factories.people import UserFactory
from tests.factories.practice import RepFactory, WorkoutFactory
from tests.factories.progression import PlacementFactory
from tests.pages import text

pytestmark = pytest.mark.django_db
URL = "/progress/"
DAY = timedelta(days=1)


def trained(person, days_ago=1, *, reps=((), ("swung",)), floor=None, source="eye", **options):
    """A workout of one set that was done: its reps by their faults, and its floor. `down` are the
    seconds of each rep, `pain` what was said by moment."""
    down, pain = options.pop("down", None), options.pop("pain", {})
    at = options.pop("at", None) or timezone.now() - days_ago * DAY
    workout = WorkoutFactory(person=person, finished=True, started_at=at, **options)
    this_set = workout.sets.first()
    for number, faults in enumerate(reps, start=1):
        RepFactory(workout_set=this_set, number=number, faults=faults, descent_seconds=down)
    if floor is not None:
        Floor.objects.create(
            workout=workout, variation_id=this_set.variation_id, degrees=floor, source=source
        )
    for moment, number in pain.items():
        CheckIn.objects.create(workout=workout, moment=moment, pain=number)
    return workout


def page(client, **asked):
    answer = client.get(URL, asked)
    assert answer.status_code == 200
    return text(answer)


def seen(client, **asked):
    return client.get(URL, asked).context["seen"]


# Nothing yet


@pytest.mark.parametrize("who", ["stranger", "guest", "member"])
def test_who_did_nothing_reads_what_it_will_show(client, guest, member, who):
    if who != "stranger":
        client.force_login({"guest": guest, "member": member}[who])
    said = page(client)
    assert "What becomes of your training" in said
    assert "how low your back stays down" in said
    assert reverse("start") in said
    assert "<canvas" not in said
    assert "chart.umd" not in said


def test_one_workout_without_a_rep_is_shown_as_what_it_is(as_member, member):
    trained(member, reps=())
    said = page(as_member)
    for sentence in (
        "No rep was done in this time.",
        "No floor was found in this time.",
        "No perfect rep was paced in this time.",
        "Pain was not asked about in this time.",
        "You stand on no rung of the ladder yet.",
    ):
        assert sentence in said
    assert "<canvas" not in said
    assert "What you have reached" not in said


def test_the_tab_leads_here_and_the_list_is_beside_it(as_member, member):
    trained(member)
    said = page(as_member)
    assert f'href="{URL}" aria-current="page"' in said
    assert f'href="{reverse("history")}">All workouts, as a list' in said
    assert f'href="{URL}">The same in pictures' in text(as_member.get(reverse("history")))


# The tables


def test_perfect_reps_stand_beside_each_fault(as_member, member, catalogue):
    trained(member, 3, reps=((), (), ("swung",), ("swung", "held-breath")))
    last = trained(member, 1, reps=((), ("swung",)))
    RepFactory(workout_set=last.sets.first(), number=3, perfect=False)
    taken = RepFactory(workout_set=last.sets.first(), number=4)
    taken.taken_back_at = timezone.now()
    taken.save()
    found = seen(as_member)
    named = [name for name, _reps in found.faults]
    assert named == [catalogue.fault("swung").name, catalogue.fault("held-breath").name]
    assert [row.values for row in found.reps] == [(2, 2, 1, 0, 4), (1, 1, 0, 1, 3)]
    said = page(as_member)
    assert "3 of 7 reps were perfect, in 2 workouts." in said
    assert '<td data-value="4">4</td>' in said
    assert "<figcaption>3 of 7" in said
    assert 'aria-label="3 of 7' in said


@pytest.mark.parametrize(
    ("floors", "source", "sentence"),
    [
        ((45, 45, 50, 31, 30, 35), "eye", "has come down from 45° to 31°."),
        ((31, 30, 35, 45, 45, 50), "eye", "has gone up from 31° to 45°."),
        ((40, 40, 40, 35, 35, 35), "eye", "No change is more than noise."),
        ((40, 40, 40, 35, 35, 35), "phone", "has come down from 40° to 35°."),
        ((60, 20, 20, 20, 20), "eye", "Six workouts with a floor say whether it has changed"),
    ],
)
def test_a_floor_has_changed_only_by_more_than_noise(as_member, member, floors, source, sentence):
    for number, floor in enumerate(floors):
        trained(member, 30 - number, floor=floor, source=source)
    assert sentence in page(as_member)


def test_the_noise_stands_in_a_table_of_its_own(as_member, member):
    for number, floor in enumerate((30, 32, 34)):
        trained(member, 9 - number, floor=floor)
    said = page(as_member)
    assert 'data-low="22" data-high="42"' in said
    assert "by eye" in said
    assert said.count('data-series="lying-raise-hands-under eye"') == 4


def test_the_way_down_is_that_of_paced_perfect_reps(as_member, member):
    trained(member, 3, reps=((), (), ("rushed-down",)), down=3.4)
    trained(member, 2, reps=((), ()))
    assert [row.values for row in seen(as_member).seconds] == [(3.4,)]
    said = page(as_member)
    assert "lowered for 3.4 seconds on average" in said
    assert 'data-slow="Slow: 3 s"' in said


def test_pain_is_told_even_where_no_rep_was_done(as_member, member):
    trained(member, 5, reps=(), pain={"before": 4})
    trained(member, 4, pain={"before": 0, "after": 2, "next-day": 1})
    hurt = trained(member, 3, reps=())
    hurt.ending = "pain"
    hurt.save()
    rows = [row.values for row in seen(as_member).pain]
    assert rows == [(4, None, None, 0), (0, 2, 1, 0), (None, None, None, 1)]
    assert "It hurt at 3 or more, or pain ended it, in 2 of 3 workouts." in page(as_member)


def test_little_pain_is_said_to_be_little(as_member, member):
    trained(member, pain={"before": 0, "after": 2})
    assert "It never hurt at 3 or more." in page(as_member)


def test_a_move_says_why(as_member, member):
    trained(member)
    decided = {"rule": "start-easiest", "facts": {"variation": "dead-bug"}}
    PlacementFactory(
        person=member, variation_id="dead-bug", decided=decided, placed_at=timezone.now() - 9 * DAY
    )
    PlacementFactory(person=member, variation_id="lying-raise", placed_at=timezone.now() - DAY)
    moves = seen(as_member).moves
    assert [move.name for move in moves] == ["Dead bug", "Lying leg raise"]
    said = page(as_member)
    assert "At the end of this time you are on “Lying leg raise”." in said
    assert '<td data-value="' in said
    # From where it began stays known when it began before the time that is looked at.
    recent = seen(as_member, **{"from": (timezone.localdate() - 3 * DAY).isoformat()})
    assert [move.name for move in recent.moves] == ["Dead bug", "Lying leg raise"]


# From when to when


def test_a_year_unless_another_time_was_asked_for(as_member, member):
    trained(member, 400)
    trained(member, 300)
    assert len(seen(as_member).reps) == 1
    assert len(seen(as_member, **{"from": "2000-01-01"}).reps) == 2
    everything = as_member.get(URL).context["links"]["all"]
    asked = {"from": everything.since.isoformat(), "to": everything.until.isoformat()}
    assert len(seen(as_member, **asked).reps) == 2
    assert 'aria-current="true">All' in page(as_member, **asked)
    assert 'aria-current="true">1 year' in page(as_member)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"from": "yesterday"}, "Write a day as year-month-day, such as"),
        ({"to": "2026-02-30"}, "Write a day as year-month-day, such as"),
        ({"from": "2026-03-02", "to": "2026-03-01"}, "The first day comes after the last"),
        ({"from": "9999-12-31"}, "The first day comes after the last, or after today."),
        ({"from": "0001-01-01"}, "There is nothing before the year 2000."),
        ({"to": "0001-01-01"}, "There is nothing before the year 2000."),
    ],
)
def test_days_that_cannot_be_are_said_to_be_by_the_form(as_member, member, asked, sentence):
    trained(member)
    answer = as_member.get(URL, asked)
    assert answer.status_code == 422
    said = text(answer)
    assert sentence in said
    assert "Below is the last year." in said
    assert f'value="{next(iter(asked.values()))}"' in said
    assert len(answer.context["seen"].reps) == 1


@pytest.mark.parametrize("to", ["", "9999-12-31"])
def test_a_last_day_that_is_left_out_or_still_to_come_is_today(as_member, member, to):
    trained(member)
    assert seen(as_member, to=to).days.until == timezone.localdate()


@pytest.mark.parametrize(
    ("zone", "day"), [("Pacific/Auckland", "2026-03-02"), ("America/Los_Angeles", "2026-03-01")]
)
def test_days_are_those_of_the_persons_own_clock(as_member, member, zone, day):
    """At 20:30 in London on the first it is the second in New Zealand."""
    trained(member, at=datetime(2026, 3, 1, 20, 30, tzinfo=UTC))
    as_member.cookies["time_zone"] = zone
    found = seen(as_member, **{"from": day, "to": day})
    assert [row.day.isoformat() for row in found.reps] == [day]
    other = {"2026-03-02": "2026-03-01", "2026-03-01": "2026-03-02"}[day]
    assert seen(as_member, **{"from": other, "to": other}).reps == []


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])
def test_a_day_on_which_the_clocks_change_is_whole(as_member, member, day):
    as_member.cookies["time_zone"] = "Europe/Vienna"
    midnight = datetime.fromisoformat(day).replace(tzinfo=ZoneInfo("Europe/Vienna"))
    for moment in (midnight, midnight.replace(hour=23, minute=59), midnight + DAY):
        trained(member, at=moment.astimezone(UTC))
    assert len(seen(as_member, **{"from": day, "to": day}).reps) == 2


def test_many_workouts_are_shown_by_week(as_member, member, monkeypatch):
    monkeypatch.setattr("coaching.progression.rules.ranges.MOST_POINTS", 3)
    monday = datetime(2026, 3, 2, 12, tzinfo=UTC)
    for days, (pain, floor) in {0: (1, 40), 2: (3, 20), 4: (0, 30), 7: (2, 30)}.items():
        trained(
            member, at=monday + days * DAY, pain={"after": pain}, floor=floor, reps=((), ("swung",))
        )
    asked = {"from": "2026-03-01", "to": "2026-03-31"}
    found = seen(as_member, **asked)
    assert found.unit == "week"
    assert [row.values for row in found.reps] == [(3, 3, 0, 6), (1, 1, 0, 2)]
    assert [row.values for row in found.pain] == [(None, 3, None, 0), (None, 2, None, 0)]
    assert [row.degrees for row in found.floors] == [30, 30]
    said = page(as_member, **asked)
    assert "shown by week: reps are added up" in said
    assert "Week from" in said


# Milestones


def test_milestones_are_facts_with_a_date(as_member, member):
    trained(member, 400, reps=[()] * 9)
    ten = trained(member, 380, reps=[()] * 10)
    slow = trained(member, 370, reps=[()] * 15, down=3)
    trained(member, 360, reps=[()] * 15, down=3)
    trained(member, 20, reps=[()] * 50)
    hundredth = trained(member, 19, reps=[()] * 50)
    PlacementFactory(person=member, variation_id="dead-bug", placed_at=timezone.now() - 401 * DAY)
    PlacementFactory(person=member, placed_at=timezone.now() - 5 * DAY)
    answer = as_member.get(URL)
    told = {each.sentence: each.day for each in answer.context["newest"]}
    assert told == {
        "Reached “Lying leg raise”": timezone.localdate(timezone.now() - 5 * DAY),
        "100 perfect reps": timezone.localdate(hundredth.started_at),
        "The first fifteen slow perfect reps in one set": timezone.localdate(slow.started_at),
        "The first set with ten perfect reps": timezone.localdate(ten.started_at),
        "Began with “Dead bug”": timezone.localdate(timezone.now() - 401 * DAY),
    }
    assert "What you have reached" in text(answer)
    assert "streak" not in text(answer)


# Whose, and how much


def test_nobody_sees_what_is_anothers(as_member, member, catalogue):
    trained(member, reps=((),), pain={"after": 1})
    other = UserFactory()
    trained(other, reps=[("held-breath",)] * 12, floor=71, pain={"after": 9}, down=9)
    PlacementFactory(person=other, variation_id="lying-raise")
    found = seen(as_member)
    assert [row.values for row in found.reps] == [(1, 0, 1)]
    assert [row.values for row in found.pain] == [(None, 1, None, 0)]
    assert found.faults == found.floors == found.seconds == found.moves == []
    assert as_member.get(URL).context["newest"] == []
    client = Client()
    client.force_login(other)
    assert "71" in page(client)


def test_a_workout_under_way_waits_until_it_is_over(as_member, member):
    trained(member)
    running = WorkoutFactory(person=member)
    RepFactory(workout_set=running.sets.first(), number=1)
    assert len(seen(as_member).reps) == 1


def test_the_number_of_queries_does_not_grow(as_member, member):
    def queries():
        with CaptureQueriesContext(
            connection,
        ) as context:
            page(as_member)
        return len(context)

    trained(member, floor=30, pain={"after": 1}, down=3)
    PlacementFactory(person=member)
    page(as_member)
    few = queries()
    for days in range(2, 12):
        trained(
            member, days, floor=30, pain={"before": 1}, down=3,
            reps=[(), ("swung",), ("held-breath", "swung")] * 4,
        )  # fmt: skip
        PlacementFactory(person=member, placed_at=timezone.now() - days * DAY)
    assert queries() <= few
    assert few <= 22
