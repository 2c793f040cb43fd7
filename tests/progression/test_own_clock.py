"""Days, weeks and the day after are those of the person's own clock: over the change of clocks, at
midnight, and on journeys."""

import uuid
from itertools import pairwise

import pytest

from coaching.practice.refusals import Refused
from coaching.progression import plan
from tests.pages import text
from tests.progression.lives import Life

pytestmark = [pytest.mark.django_db, pytest.mark.once]

VIENNA, NEW_YORK, AUCKLAND = "Europe/Vienna", "America/New_York", "Pacific/Auckland"


def until(life):
    planned = life.plan
    return planned.rests and planned.rests.facts["until"]


@pytest.mark.parametrize("hour", [0, 2, 3, 12, 23])
@pytest.mark.parametrize(
    ("before", "rested"),
    [("2026-10-16", "2026-10-26"), ("2027-03-19", "2027-03-29")],  # eight days before the Saturday
)
def test_a_full_day_between_is_one_when_the_clocks_change(before, rested, hour):
    """From Saturday to Monday, over a Sunday of 25 hours, and over one of 23."""
    life = Life(at=f"{before}T23:50")
    assert life.now.strftime("%A") == "Saturday"
    life.train()  # and is over on the Sunday
    assert until(life) == rested
    life.wait(days=1, at=(hour, 10))
    assert (life.now.strftime("%A"), life.rests) == ("Monday", None)


def test_ten_to_midnight_and_ten_past():
    late, early = Life(at="2026-03-01T23:50"), Life(at="2026-03-02T00:10")
    for life, day in ((late, "2026-03-11"), (early, "2026-03-12")):
        life.train()
        assert until(life) == day
    late.wait(at=(23, 59))
    assert late.rests == "rest-day"
    late.wait(minutes=1)
    assert late.rests is None


def test_the_seven_days_are_days_of_the_calendar():
    """The fourth workout is one too many on the sixth day, and none on the seventh, at any hour."""
    life = Life(at="2026-10-12T18:00")  # trains on the 20th, 22nd and 24th
    for _workout in range(3):
        life.train()
        life.wait(days=2)
    assert life.now.day == 26
    assert life.rests == "rest-week"
    assert "3 workouts in seven days are enough" in life.page("home")
    life.wait(at=(23, 59))
    assert life.rests == "rest-week"
    life.wait(minutes=2)
    assert (life.now.day, life.rests) == (27, None)


@pytest.mark.parametrize(
    "hours",
    [
        pytest.param(17.9, id="too early"),
        pytest.param(18, id="from 18"),
        pytest.param(300, id="later"),
    ],
)
@pytest.mark.parametrize("at", ["2026-03-02T18:00", "2026-10-16T18:00", "2027-03-19T18:00"])
def test_the_day_after_is_asked_from_18_hours_on(at, hours):
    """Hours that pass, whatever the clocks on the wall do."""
    life = Life(at=at)
    life.train()
    life.wait(hours=hours)
    page = life.get("home")
    said = life.post("next_day", life.last.pk, compared="none")
    if hours < 18:
        assert page.context["next_day"] is None
        assert said.status_code == 409
        assert life.plan.advice.gate.missing[:2] == ("perfect", "next-day")
    else:
        assert page.context["next_day"] == life.last
        assert said.status_code == 302
        assert "next-day" not in life.plan.advice.gate.missing


def test_the_day_after_is_of_the_last_workout_alone():
    life = Life()
    first = life.train()
    life.wait(days=2)
    life.train(morning=None)
    life.wait(days=1)
    assert life.post("next_day", first.pk, compared="worse", pain=6).status_code == 409
    assert life.closed is None
    assert life.post("next_day", life.last.pk, compared="worse", pain=6).status_code == 302
    assert life.closed == "pain-rests"


def test_a_journey_west_and_far_west_and_home():
    """Vienna, New York, Auckland and back: the pages go by the clock of where they are opened."""
    life = Life(at="2026-03-02T20:00")
    life.train([""] * 15)  # Tuesday evening in Vienna is Tuesday afternoon in New York
    life.wait(hours=8)
    life.travel(NEW_YORK)
    assert (life.now.strftime("%A"), life.rests) == ("Tuesday", "rest-day")
    assert "Rest until Thursday" in life.page("home")
    life.wait(hours=12)
    life.morning()
    assert (life.now.strftime("%A"), life.rests) == ("Wednesday", "rest-day")
    life.travel(AUCKLAND)  # where that is Thursday already, and the workout was on Wednesday
    assert life.now.strftime("%A") == "Thursday"
    assert life.rests == "rest-day"
    assert "Rest until Friday" in life.page("home")
    life.wait(days=1)
    assert (life.rests, life.offers) == (None, ["gate-passed"])
    life.train()
    life.travel(VIENNA)
    assert life.rests == "rest-day"
    assert len(life.get("home").context["week"]) == 7
    life.wait(days=2)
    assert life.rests is None


def test_who_crosses_the_date_line_meets_yesterday_again():
    """A workout on a day that is still to come where they are now rests like one of today."""
    life = Life(at="2026-03-02T08:00", zone=AUCKLAND)
    life.train()
    assert until(life) == "2026-03-12"
    life.travel("Pacific/Honolulu")
    assert life.now.strftime("%A %d") == "Monday 09"
    assert until(life) == "2026-03-11"
    assert life.rests == "rest-day"
    life.wait(days=2)
    assert life.rests is None


def test_nobody_has_less_rest_for_travelling():
    """Wherever somebody goes, a day and a night lie between two workouts that both count."""
    for zone in (NEW_YORK, AUCKLAND, "Pacific/Honolulu", "Pacific/Kiritimati"):
        life = Life(at="2026-03-02T12:00")
        life.train()
        trained = life.now
        life.travel(zone)
        while life.rests:
            life.wait(hours=1)
        assert (life.now - trained).total_seconds() / 3600 > 24


def test_the_cookie_says_where_and_without_one_what_was_kept_of_the_person():
    """Ten to midnight on Tuesday in Vienna is Wednesday in Auckland."""
    life = Life(at="2026-03-02T23:50")
    life.person.time_zone = AUCKLAND
    life.person.save()
    life.train()
    assert "Rest until Thursday" in life.page("home")
    del life.client.cookies["time_zone"]
    with life.here():
        assert "Rest until Friday" in text(life.client.get("/"))


def test_a_rest_after_pain_is_counted_in_hours():
    """48 of them, over the change of clocks, too."""
    life = Life(at="2026-10-16T18:00")
    life.train(after=6)
    life.wait(hours=47.9)
    assert life.closed == "pain-rests"
    with pytest.raises(Refused):
        life.start(workout=uuid.uuid4())
    life.wait(hours=0.2)
    assert life.closed is None
    assert life.now.hour == 17  # on the wall


def test_all_dates_that_are_said_are_those_of_the_wall():
    life = Life(at="2026-03-02T23:50")
    life.train(after=6)
    assert "after your workout on 11 March." in life.page("home")  # it ended after midnight
    life.travel(NEW_YORK)
    assert "after your workout on 10 March." in life.page("home")


def test_days_ahead_are_full_days_apart():
    life = Life(at="2026-10-12T23:30")
    life.train()
    with life.here():
        days = plan.days_ahead(life.person, life.plan)
    assert (days[0] - life.now.date()).days >= 1
    assert all((later - day).days >= 2 for day, later in pairwise(days))
    assert all((days[at + 3] - days[at]).days >= 7 for at in range(len(days) - 3))
