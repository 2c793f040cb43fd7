"""What a trainer writes is text wherever it is shown: it adds no element and asks for nothing."""

import string
from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import override_settings
from django.urls import path
from playwright.sync_api import expect

from coaching.catalogue.publishing import actions, releases
from legraises.urls import urlpatterns as pages
from tests.attacks.hostile import Hostile, Noticed, written
from tests.attacks.tour import TOURS, as_stranger, through_a_workout
from tests.browser import workouts
from tests.browser.fixtures import sign_in
from tests.factories.people import TrainerFactory, UserFactory
from tests.factories.translations import LANGUAGE

TEMPLATES = Path(settings.BASE_DIR) / "templates"
# Kept, and shown to trainers alone where there is one ladder.
UNSEEN = {("ladder", "name"), ("questionnaire", "name")}


@pytest.fixture(scope="session")
def hostile(content):
    return Hostile(content)


@pytest.fixture
def published(published, transactional_db, hostile):
    assert actions.load(catalogue=hostile.catalogue, overwrite=True).release
    releases.forget_all()
    yield
    releases.forget_all()


def seen(hostile, tours):
    """The answers of these tours, once it is sure that nothing in them is theirs; and the numbers
    of the texts that people read in them."""
    answers = [answer for tour in tours for answer in tour(hostile.catalogue)]
    shown = set()
    for answer in answers:
        noticed = Noticed(answer.content.decode())
        assert not noticed.theirs, answer.name
        if "/admin/" not in answer.name:
            shown |= noticed.numbers
    return answers, shown


def test_what_keeps_to_its_words_takes_no_sign_of_markup(hostile):
    """Slugs, and words of the schema's own: what every other text holds is refused there."""
    assert hostile.refused
    for thing, way, value in hostile.refused.values():
        for sign in set(string.punctuation) - {"-"}:
            assert written(thing, way, f"{value}{sign}{value}") is None, (way, sign)


@pytest.mark.once
def test_what_a_translator_writes_is_text(hostile, settings):
    settings.LANGUAGES = [("en", "English"), (LANGUAGE, "Esperanto")]
    settings.LANGUAGE_CODE = LANGUAGE
    _answers, shown = seen(hostile, [as_stranger, through_a_workout])
    assert shown & hostile.translated.keys()


ANSWERS = []


def kept(_request, number):
    """What the tour was answered, for a browser to read."""
    return HttpResponse(ANSWERS[number])


class Addresses:
    """Those of the app, and one for each answer of the tour."""

    urlpatterns = [path("kept/<int:number>/", kept), *pages]


# What of a page is theirs, as it stands when our scripts have run.
THEIRS = """() => [...document.querySelectorAll("*")].flatMap((element) =>
  [...element.attributes]
    .filter(({ name, value }) => /pwned/i.test(name) ||
      (/^(on|hx-|data-hx-|src|href|xlink:href|action|formaction|data$|style)/.test(name) &&
        /pwned|javascript:/i.test(value)))
    .map(({ name, value }) => `<${element.localName} ${name}="${value}">`))"""


@pytest.mark.browser
def test_what_a_trainer_writes_is_text_on_every_page(visit, hostile):
    """One of each kind is opened in a browser, with all of our scripts."""
    answers, shown = seen(hostile, TOURS)
    fields = hostile.fields
    assert set(fields.values()) - {fields[each] for each in shown if each in fields} == UNSEEN
    rendered = {template.name for answer in answers for template in answer.templates}
    ours = (TEMPLATES / "coaching").rglob("*.html")
    assert {page.relative_to(TEMPLATES).as_posix() for page in ours} <= rendered

    ANSWERS[:] = {kind(answer): answer for answer in answers}.values()
    asked = []
    page = visit(user=TrainerFactory())
    page.context.on("request", lambda request: asked.append(request.url))
    page.context.on("dialog", lambda dialog: asked.append(f"pwned {dialog.message}"))
    with override_settings(ROOT_URLCONF=Addresses):
        for number, answer in enumerate(ANSWERS):
            page.goto(f"/kept/{number}/", wait_until="domcontentloaded")
            assert page.evaluate(THEIRS) == [], answer.name
    say_a_fault(page)
    assert page.evaluate(THEIRS) == []
    assert [url for url in asked if "pwned" in url] == []
    # Of what no number field takes.
    visit.complaints[:] = [each for each in visit.complaints if "The specified value" not in each]


def say_a_fault(page):
    """The answer to a rep, swapped in by htmx."""
    workout = workouts.at_set(UserFactory(), reps=[("back-arched",)])
    sign_in(page.context, workout.person)
    page.goto(workouts.set_url(workout))
    page.locator("#prompt button[value=back-arched]").first.dispatch_event("click")
    expect(page.locator("#prompt h2").first).to_have_text("How was rep 3?")


def kind(answer):
    """Pages of one kind differ in their words and refusals alone. The trainers' forms differ by
    table."""
    templates = frozenset(template.name for template in answer.templates)
    form = "admin/change_form.html" in templates and answer.resolver_match.view_name
    return templates, form
