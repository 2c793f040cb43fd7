"""The Content-Security-Policy is strict on every page, and no page asks for what it forbids.

That nothing is violated and no request goes elsewhere is held by every test here: see fixtures.py.
"""

import pytest
from django.urls import reverse

from tests.browser import player, workouts

pytestmark = pytest.mark.browser

STRICT = {
    "default-src": {"'self'"},
    "object-src": {"'none'"},
    "base-uri": {"'none'"},
    "form-action": {"'self'"},
    "frame-ancestors": {"'none'"},
}
PROBE = """() => {
  const script = document.createElement("script");
  script.textContent = "window.ran = true";
  document.head.append(script);
  return window.ran === true;
}"""


def policy(answer):
    directives = answer.headers["content-security-policy"].split(";")
    words = [directive.split() for directive in directives if directive.strip()]
    return {name: set(sources) for name, *sources in words}


def test_every_page_has_the_same_strict_policy(visit, guest):
    over = workouts.finished(guest)
    workout = workouts.at_set(guest)
    page = visit(user=guest)
    for url in (
        reverse("home"),
        reverse("ladder"),
        reverse("start"),
        reverse("history"),
        reverse("decisions"),
        reverse("progress"),
        reverse("red_flags"),
        reverse("account_login"),
        reverse("account_signup"),
        reverse("summary", args=[over.pk]),
        workouts.set_url(workout),
        "/no/such/page/",
    ):
        answer = page.goto(url, wait_until="load")
        assert policy(answer) == STRICT
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"
        abilities = answer.headers["permissions-policy"].split(", ")
        assert {"camera=()", "microphone=()", "screen-wake-lock=(self)"} <= set(abilities)


def test_the_answer_to_a_rep_has_the_policy_too(visit, guest):
    workout = workouts.at_set(guest)
    page = visit(workouts.set_url(workout), user=guest)
    with page.expect_response("**/reps/") as answer:
        player.say_perfect(page)
    assert policy(answer.value) == STRICT
    player.expect_rep(page, 2)


def test_an_inline_script_is_stopped_and_this_would_be_noticed(visit):
    page = visit("/")
    assert page.evaluate(PROBE) is False
    page.wait_for_timeout(50)
    noticed = [complaint for complaint in visit.complaints if "Policy" in complaint]
    visit.complaints.clear()
    assert noticed
