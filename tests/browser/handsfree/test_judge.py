"""Who judged a rep: the person, or the pacer where it noticed and the person agreed."""

from urllib.parse import parse_qs

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser import player, workouts
from tests.browser.handsfree.mat import BREATH, GET_READY

pytestmark = pytest.mark.browser


def judge_of(mat, *keys):
    """What the form says that these keys send."""
    with mat.page.expect_request(lambda request: request.method == "POST") as sent:
        mat.press(*keys)
    return parse_qs(sent.value.post_data)["judged_by"]


def test_a_rep_that_the_pacer_saw_rushed_is_the_pacers_once_the_person_agrees(mat, workout):
    mat = mat(workouts.set_url(workout))
    question = mat.page.get_by_role("heading", name="Rushed?")
    mat.press("s")
    mat.wait(GET_READY + 2)
    mat.press("Space")
    assert question.is_visible()
    assert judge_of(mat, "ArrowLeft") == ["pacer"]  # yes

    mat.expect_rep(2)
    mat.wait(BREATH + 2)
    mat.press("Space")
    assert question.is_visible()
    assert judge_of(mat, "Space") == ["person"]  # no

    mat.expect_rep(3)
    mat.wait(BREATH + 2)
    assert judge_of(mat, "1") == ["person"]
    expect(player.prompt(mat.page)).to_contain_text("3 reps done")
    said = player.saved_reps(workouts.first_set(workout))
    assert said == [("rushed-down",), (), ("back-arched",)]


def test_an_answer_sent_again_keeps_its_judge(mat, workout):
    mat = mat(workouts.set_url(workout))
    mat.press("s")
    mat.expect_state("running")
    mat.wait(GET_READY + 2)
    mat.press("Space")
    expect(mat.page.get_by_role("heading", name="Rushed?")).to_be_visible()
    mat.page.route("**/reps/", lambda route: route.abort("connectionfailed"))
    assert judge_of(mat, "ArrowLeft") == ["pacer"]
    mat.expect_focus("Try now")
    mat.page.unroute("**/reps/")
    assert judge_of(mat, "Space") == ["pacer"]
    mat.expect_rep(2)


def test_without_a_pacer_and_in_a_review_it_is_the_person(mat, workout):
    mat = mat(workouts.set_url(workout))
    player.begin(mat.page)
    assert judge_of(mat, "Space") == ["person"]
    mat.expect_rep(2)
    mat.page.goto(reverse("set_review", args=[workout.pk, 1]))
    mat.page.get_by_label("How many did you do?").fill("2")
    with mat.page.expect_request(lambda request: request.method == "POST") as sent:
        mat.press("Enter")  # saves, and is not Pain
    mat.page.wait_for_url("**/sets/1/")
    said = parse_qs(sent.value.post_data)
    assert [said[f"reps-{row}-judged_by"] for row in range(2)] == [["person"]] * 2
