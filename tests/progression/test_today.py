"""What the first page shows of the coach, on every kind of day."""

import pytest
from django.urls import reverse

from coaching.progression.models import Reply
from tests.factories.practice import WorkoutFactory
from tests.pages import text
from tests.progression.lives import Life, spoiled

pytestmark = pytest.mark.django_db

LONG = [""] * 15


@pytest.fixture
def life():
    return Life()


def rested(life, times=1, reps=None, **how):
    """Trains so often, each time with three days and a quiet back after it."""
    for _time in range(times):
        life.train(reps, **how)
        life.three_days()


def test_a_training_day_says_what_to_do_and_why(life):
    rested(life, reps=spoiled("back-arched", 2))
    page = life.page("home")
    assert "· training day" in page
    assert "24 of 30 were perfect." in page
    assert "Start, about" in page
    assert "7 perfect reps from the next rung" in page
    assert "opens <b>Lying leg raise with a hold</b>" in page


def test_the_aim_of_the_day_is_a_word(life):
    rested(life, 2, floor=31)
    page = life.page("home")
    assert "<h1>Three sets, and a lower floor</h1>" in page
    assert "Your back stayed down to 31°. Today we test 21°." in page
    assert "test 21°" in page
    assert "Not this time" not in page, "what the headline says already is not said twice"


def test_more_reps_are_an_aim_as_well(life):
    rested(life, 2, floor=5)
    page = life.page("home")
    assert "<h1>12 reps a set</h1>" in page
    assert "hold 12" in page


def test_a_fault_that_stays_is_told_and_may_be_declined(life):
    rested(life, 2, spoiled("swung", 3))
    page = life.page("home")
    assert "keeps coming back: lower a second slower" in page
    assert "Different today" in page
    assert "lower slower" in page
    life.reply("slower", "not-yet")
    assert "lower a second slower" not in life.page("home")


def test_a_day_of_rest_says_until_when_on_every_day_of_it(life):
    life.train()
    for _day in range(2):
        page = life.page("home")
        assert "· day of rest" in page
        assert f"Rest until {life.now:%A}" not in page
        assert "Train again all the same" in page
        life.wait(days=1)
    assert "· training day" in life.page("home")


def test_training_all_the_same_is_asked_for_once_more(life):
    life.train()
    page = life.page("start")
    assert "Yes, train all the same" in page
    assert "it is kept, and moves nothing up." in page


def test_too_much_pain_closes_the_day_without_a_way_round(life):
    life.train(after=6)
    page = life.page("home")
    assert "No leg raises until" in page
    assert "Train again all the same" not in page
    assert "Your way up" in page


def test_an_easier_day_is_called_one(life):
    life.train(after=5)
    life.three_days()
    page = life.page("home")
    assert "· take it easier" in page
    assert "<h1>Something lighter: Bent-knee lowering</h1>" in page
    assert "Not this time" not in page, "pain cannot be declined"


def test_the_next_rung_is_an_offer_with_two_answers(life):
    life.wait(days=8)
    rested(life, reps=LONG)
    page = life.page("home")
    assert "The next rung is open" in page
    assert "Take it" in page
    assert "Not yet" in page
    life.reply("gate-passed", "not-yet")
    page = life.page("home")
    assert "Take it" not in page
    assert "You said not yet to Lying leg raise with a hold" in page


def test_an_easy_week_is_an_offer_too(life):
    for _workout in range(2):
        life.train(after=2)
        life.three_days("same", 2)
    assert "<h2>An easy week</h2>" in life.page("home")
    life.reply("easy-week")
    assert "<h1>An easy week: two sets</h1>" in life.page("home")


def test_the_day_after_is_asked_in_one_tap_until_it_is_answered(life):
    life.train()
    asks = "How was your back the day after"
    assert asks not in life.page("home")
    life.wait(days=1)
    assert asks in life.page("home")
    life.morning()
    assert asks not in life.page("home")


def test_whoever_felt_something_is_asked_how_much(life):
    workout = life.train()
    life.wait(days=1)
    asked = life.post("next_day", workout.pk, compared="worse")
    assert asked.status_code == 422
    assert "How much did it hurt?" in text(asked)
    assert not workout.check_ins.filter(moment="next-day").exists()
    life.post("next_day", workout.pk, compared="worse", pain=3)
    assert "Your back felt worse the day after your workout" in life.page("home")


def test_nobody_answers_for_somebody_else(life):
    other = WorkoutFactory(finished=True)
    assert life.post("next_day", other.pk, compared="none").status_code == 404


def test_a_fault_that_is_to_be_seen_opens_when_somebody_has(life):
    for _workout in range(2):
        life.train(lambda this_set: ["", "doming"] if this_set.number == 1 else None)
        life.three_days()
    page = life.page("home")
    assert "No leg raises for now" in page
    assert "I have been seen, and may go on" in page
    assert "Until then walk" not in page
    life.reply("fault-closed")
    assert "No leg raises for now" not in life.page("home")


def test_who_was_away_for_long_begins_anew_and_is_told_so(life):
    rested(life)
    life.wait(days=100)
    page = life.page("home")
    assert "<h1>We begin anew</h1>" in page
    assert "You were away for 103 days." in page
    assert "How was your back" not in page


def test_the_top_of_the_ladder_is_named(life):
    top = Life(on="hanging-leg-raise")
    rested(top)
    page = top.page("home")
    assert "The highest rung is yours" in page
    assert "from the next rung" not in page


def test_the_path_shows_what_is_behind_here_and_ahead(life):
    page = life.page("home")
    assert page.count("behind you") == 4
    assert page.count("you are here") == 1
    assert page.count("opens next") == 1
    assert reverse("choice", args=["dead-bug"]) in page
    assert reverse("choice", args=["lying-raise"]) not in page


def test_a_lighter_step_is_chosen_at_once_and_a_harder_one_after_a_word(life):
    life.post("choice", "dead-bug")
    assert life.stands_on == "dead-bug"
    harder = life.post("choice", "weighted-raise")
    assert "your reps have not opened it yet" in text(harder)
    assert life.stands_on == "dead-bug"
    life.post("choice", "weighted-raise", sure="yes")
    assert life.stands_on == "weighted-raise"


def test_what_is_not_on_offer_is_not_taken(life):
    answer = life.post("replies", rule="gate-passed", answer="yes")
    assert answer.status_code == 409
    assert "not on offer any more" in text(answer)
    assert not Reply.objects.exists()


def test_planned_days_are_marked_in_the_week(life):
    page = life.page("home")
    assert "week__day--planned" in page
    assert "In your calendar" in page
