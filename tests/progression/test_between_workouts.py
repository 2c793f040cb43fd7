"""What is said between two workouts, as a browser sends it: how the day after was, a start on a day
of rest, replies to what is offered, and another step."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from coaching.catalogue.publishing import releases
from coaching.practice.models import CheckIn
from coaching.progression import actions
from coaching.progression.models import Placement, Reply
from tests.factories.content import LADDER
from tests.pages import text
from tests.progression.lives import Life

pytestmark = pytest.mark.django_db

LONG = [""] * 15


@pytest.fixture
def life(db):
    return Life()


def posts_a_start(life, **said):
    return life.post("start", workout=uuid.uuid4(), **said)


def running(life):
    return life.person.workouts.running().first()


# Starting


def test_the_day_after_is_asked_before_the_next_start(life):
    life.train(LONG)
    life.wait(days=2)
    assert posts_a_start(life).url == "/workouts/new/"
    assert "How was your back the day after?" in life.page("start")
    assert not running(life)
    asked = {"next-asked": "yes", "next-compared": "none"}
    assert posts_a_start(life, **asked).status_code == 302
    assert running(life).prescription["decision"]["rule"] == "gate-open"
    assert CheckIn.objects.get(moment="next-day").compared == "none"


def test_what_is_said_there_changes_the_workout_that_it_starts(life):
    life.train(before=3, after=3)
    life.wait(days=3)
    posts_a_start(life, **{"next-asked": "yes", "next-compared": "same", "next-pain": "3"})
    assert running(life).prescription["decision"]["rule"] == "pain-stays"
    assert running(life).sets.count() == 2


def test_too_much_of_it_starts_nothing_and_is_kept(life):
    life.train(LONG)
    life.wait(days=2)
    said = {"next-asked": "yes", "next-compared": "worse", "next-pain": "6"}
    response = posts_a_start(life, **said)
    assert response.status_code == 409
    assert "It hurt too much last time" in text(response)
    assert not running(life)
    assert life.closed == "pain-rests"


def test_who_was_asked_and_says_nothing_may_start_and_moves_nothing(life):
    life.train(LONG)
    life.wait(days=2)
    assert posts_a_start(life, **{"next-asked": "yes"}).status_code == 302
    assert running(life).prescription["decision"]["facts"]["for"] == "next-day"


def test_a_day_of_rest_is_passed_over_by_who_says_so(life):
    life.train()
    life.wait(hours=2)
    assert posts_a_start(life).url == "/workouts/new/"
    assert not running(life)
    assert "You may train all the same" in life.page("start")
    posts_a_start(life, anyway="yes")
    extra = running(life)
    assert [each["rule"] for each in extra.prescription["also"]] == ["extra"]
    life.last = extra
    life.go_on(LONG)
    life.wait(days=3)
    life.morning()
    assert life.offers == []


def test_after_pain_anyway_is_no_answer(life):
    life.train(after=7)
    life.wait(days=1)
    said = {"anyway": "yes", "next-asked": "yes", "next-compared": "none"}
    assert posts_a_start(life, **said).status_code == 409
    assert "Train again all the same" not in life.page("home")


# Replies


def offered(life):
    life.train(LONG)
    life.three_days()
    assert life.offers == ["gate-passed"]
    return life


def test_an_offer_that_is_taken_changes_the_next_workout(life):
    offered(life)
    assert life.post("replies", rule="gate-passed", answer="yes").url == "/"
    assert life.stands_on == "lying-raise-with-hold"
    assert "Lying leg raise with a hold" in life.page("home")
    life.train()
    assert life.last.prescription["variation"] == "lying-raise-with-hold"


def test_one_that_is_declined_is_not_asked_of_again_for_four_workouts(life):
    offered(life)
    life.post("replies", rule="gate-passed", answer="not-yet")
    for _workout in range(4):
        assert life.offers == []
        life.train(LONG)
        life.three_days()
    assert life.offers == ["gate-passed"]


@pytest.mark.parametrize(
    "said",
    [
        {"rule": "gate-passed", "answer": "yes"},
        {"rule": "easy-week", "answer": "yes"},
        {"rule": "pain-rests", "answer": "yes"},
        {"rule": "pain-eases", "answer": "not-yet"},
        {"rule": "made-up", "answer": "yes"},
        {"rule": "pain-rests", "answer": "maybe"},
        {},
    ],
)
def test_what_is_not_on_offer_cannot_be_answered(life, said):
    life.train(LONG, after=6)
    response = life.post("replies", **said)
    assert response.status_code == 409
    assert "not on offer any more" in text(response)
    assert not Reply.objects.exists()


def test_a_newer_workout_makes_an_offer_on_an_old_page_void(life):
    offered(life)
    life.train(after=5)
    assert life.post("replies", rule="gate-passed", answer="yes").status_code == 409
    assert life.stands_on == "lying-raise"


# Another step


def test_a_lighter_step_at_once_and_a_harder_one_after_a_word(life):
    assert life.post("choice", "dead-bug").url == "/"
    assert life.load[0] == 1
    response = life.post("choice", "hanging-leg-raise")
    assert response.status_code == 200
    assert life.stands_on == "dead-bug"
    assert life.post("choice", "hanging-leg-raise", sure="yes").url == "/"
    assert life.stands_on == "hanging-leg-raise"
    assert life.offers == []


def test_pain_keeps_harder_steps_shut_and_leaves_lighter_ones_open(life):
    life.train(after=5)
    life.wait(days=3)
    for slug in ("lying-raise", "weighted-raise"):
        response = life.post("choice", slug, sure="yes")
        assert response.status_code == 409
        assert "Your back hurt at 5 after your workout on 10 March." in text(response)
    assert life.post("choice", "dead-bug").url == "/"
    assert life.load[0] == 1


# Two tabs


def test_two_tabs_take_an_offer_and_there_is_one_move(life):
    offered(life)
    first = life.post("replies", rule="gate-passed", answer="yes")
    second = life.post("replies", rule="gate-passed", answer="yes")
    assert (first.status_code, second.status_code) == (302, 409)
    assert Placement.objects.filter(decided__rule="gate-passed").count() == 1


def test_a_start_beside_a_reply_is_as_one_after_the_other(life):
    """What is taken while a workout runs is for the next one."""
    offered(life)
    life.start()
    life.post("replies", rule="gate-passed", answer="yes")
    assert life.last.prescription["variation"] == "lying-raise"
    assert life.stands_on == "lying-raise-with-hold"
    life.go_on()
    life.three_days()
    assert life.load[0] == 6


def test_two_tabs_that_saw_the_offer_before_either_took_it_move_once(life):
    offered(life)
    offer = life.plan.advice.offers[0]
    for _tab in range(2):
        with life.here():
            actions.reply(person=life.person, ladder=LADDER, offered=offer, answer=Reply.Answer.YES)
    assert Placement.objects.filter(decided__rule="gate-passed").count() == 1
    assert Reply.objects.count() == 1


def test_a_start_that_was_planned_before_a_reply_takes_nobody_back(life):
    """At once, in two tabs: the workout is the one that was seen, and the yes stands."""
    offered(life)
    seen = life.plan
    life.reply("gate-passed")
    with life.here():
        life.last = actions.start(
            person=life.person, workout_id=uuid.uuid4(), plan=seen, release=releases.newest_id()
        )
    assert life.last.prescription["variation"] == "lying-raise"
    assert life.stands_on == "lying-raise-with-hold"
    life.go_on()
    life.three_days()
    assert life.load[0] == 6


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_two_answers_about_the_day_after_the_worse_stands(life, order):
    life.train(LONG)
    life.wait(days=1)
    answers = [{"compared": "none"}, {"compared": "worse", "pain": 5}]
    for which in order:
        assert life.post("next_day", life.last.pk, **answers[which]).status_code == 302
    said = CheckIn.objects.get(moment="next-day")
    assert (said.compared, said.pain) == ("worse", 5)
    assert life.closed == "pain-rests"


def test_an_answer_in_a_tab_from_before_the_next_start_is_heard_until_that_one_tells(life):
    """While the next workout runs it is not too late, and too much rests from then on."""
    life.train(LONG)
    before = life.last
    life.wait(days=2)
    life.start(morning=None)
    said = {"compared": "worse", "pain": 5}
    assert life.post("next_day", before.pk, **said).status_code == 302
    life.go_on()
    assert life.closed == "pain-rests"
    assert life.post("next_day", before.pk, **said).status_code == 409
    assert "You have trained again since." in text(life.post("next_day", before.pk, **said))


# What a plan costs


@pytest.mark.once
def test_a_plan_takes_ten_queries_however_much_was_done(life):
    life.train(["", "", "back-arched"], after=2)
    for more in (0, 29, 270):
        life.again(more, every=2)
        life.wait(days=3)
        assert life.plan  # which may have to ask for the newest Release
        with CaptureQueriesContext(connection) as queries:
            assert life.plan.decision.rule
        assert len(queries) == 10, more
