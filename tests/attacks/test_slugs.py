"""A slug is what a trainer calls a thing in addresses and forms. It takes no other's place."""

import re

import pytest
from django.urls import reverse

from coaching import urls
from coaching.catalogue.publishing import actions, releases
from coaching.catalogue.schema import Catalogue, problems
from coaching.practice.models import Workout
from tests.factories import content
from tests.pages import text

# Fields of the page, fields of other pages, and what a script reads of any form.
FIELDS = ["pain", "workout", "csrfmiddlewaretoken", "shorter", "next", "action", "submit", "answer"]


@pytest.fixture
def questions(db):
    """The newcomer's questions, as many as FIELDS and called so."""
    document = content.document()
    asked = document["questionnaires"][0]
    asked["questions"] = [asked["questions"][0] | {"slug": slug} for slug in FIELDS]
    assert actions.load(catalogue=Catalogue.model_validate(document), overwrite=True).release
    releases.forget_all()
    return Catalogue.model_validate(document).asking("newcomer").questions


@pytest.mark.usefixtures("questions")
def test_a_question_called_like_a_field_is_told_asked_and_answered(client):
    first = FIELDS[0]
    home = text(client.get("/"))
    name = re.search(r'<button class="button" name="([^"]+)" value="never"', home)[1]
    page = client.get(reverse("start"), {name: "never"})
    form = page.context["form"]
    assert [question.slug for _name, question, _answer in form.known] == [first]
    # Each field is there for its own, and the page's own are what they were.
    names = re.findall(r'<(?:input|button)[^>]* name="([^"]+)"', text(page))
    asked = [name, *(bound.html_name for bound in form.asked), form.last.html_name]
    assert len(set(asked)) == len(FIELDS)
    assert names.count("workout") == 1
    assert names.count("pain") == 11
    said = {"workout": form["workout"].value(), "pain": 0} | dict.fromkeys(asked, "regularly")
    answer = client.post(reverse("start"), said)
    assert answer.status_code == 302
    assert Workout.objects.get().prescription["variation"] == "lying-raise"


@pytest.mark.usefixtures("questions")
def test_pain_is_asked_for_where_a_question_is_called_pain(client):
    form = client.get(reverse("start")).context["form"]
    asked = [bound.html_name for bound in (*form.asked, form.last)]
    said = {"workout": form["workout"].value()} | dict.fromkeys(asked, "regularly")
    answer = client.post(reverse("start"), said)
    assert answer.status_code == 422
    assert "Choose a number from 0 to 10." in text(answer)


def beside_the_variations():
    """What stands in an address where a variation's slug would."""
    routes = [str(each.pattern).split("/") for each in urls.urlpatterns]
    return {route[1] for route in routes if route[0] == "exercises" and route[1].isalpha()}


@pytest.mark.parametrize("slug", sorted(beside_the_variations()))
def test_a_variation_called_like_a_page_beside_it_is_refused(slug):
    document = content.document()
    last = document["variations"][-1]
    document["variations"].append(last | {"slug": slug, "rung": last["rung"] + 1})
    assert [str(problem) for problem in problems(Catalogue.model_validate(document))] == [
        f'variation {slug}, slug: slug "{slug}" is the address of another page. '
        f"Give it another, such as {slug}-raise."
    ]
