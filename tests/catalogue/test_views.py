"""The exercise pages: everything the Release says of a movement, and no query to say it."""

import pytest
from django.urls import reverse

from tests.factories.content import BODY, LADDER, current
from tests.factories.progression import PlacementFactory
from tests.pages import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client, catalogue):
    """A page as somebody sees it who never was here, apostrophes as they are read."""

    def get(name, *args):
        response = client.get(reverse(name, args=args))
        assert response.status_code == 200
        return text(response).replace("&#x27;", "'")

    return get


def test_the_ladder_has_every_rung_in_order_with_drills_and_topics(page, catalogue):
    shown = page("ladder")
    places = [
        shown.index(f"{reverse('variation', args=[v.slug])}") for v in catalogue.rungs(LADDER)
    ]
    assert places == sorted(places)
    for drill in catalogue.drills:
        assert reverse("drill", args=[drill.slug]) in shown
    for topic in catalogue.topics:
        assert topic.title in shown
    for thing in (catalogue.ladder(LADDER), catalogue.default_routine):
        assert thing.summary in shown
    assert shown.count(BODY) == 2


@pytest.mark.parametrize("rung", range(1, 10))
def test_a_variation_says_how_what_spoils_it_and_what_stands_beside_it(page, catalogue, rung):
    variation = catalogue.rungs(LADDER)[rung - 1]
    shown = page("variation", variation.slug)
    assert variation.name in shown
    assert "<leg-figure" in shown
    for step in variation.instructions:
        assert step.title in shown
    assert "If it ends sets in a second workout: Let a physio see it first." in shown
    for slug in variation.faults:
        if advice := catalogue.fault(slug).advice:
            assert f"If it stays: {advice}" in shown
        assert catalogue.fault(slug).name in shown
        assert catalogue.fault(slug).cue in shown
    for use in variation.muscles:
        assert catalogue.muscle(use.muscle).name in shown
    # What there is to know about it, about each of its faults, and about each of its muscles.
    assert shown.count(BODY) == 1 + len(variation.faults) + len(variation.muscles)
    for neighbour in (catalogue.below(variation), catalogue.above(variation)):
        if neighbour:
            assert reverse("variation", args=[neighbour.slug]) in shown
    if variation.load_high:
        assert str(variation.load_high) in shown


def test_a_drill_and_a_topic_have_pages_of_their_own(page, catalogue):
    for drill in catalogue.drills:
        assert drill.instructions[0].title in page("drill", drill.slug)
    for topic in catalogue.topics:
        assert topic.summary in page("topic", topic.slug)


def test_the_pace_of_a_rep_is_told_in_the_words_of_its_movement(page):
    own, plain = page("drill", "cat-cow"), page("variation", "lying-raise")
    assert "Round your back, breathe out" in own
    assert "Let it sink, breathe in" in own
    assert "Lift, breathe out" in plain
    assert "Lower, breathe in" in plain


def test_what_begins_at_its_top_is_told_from_there(page):
    shown = page("variation", "dead-bug")
    assert shown.index("Lower, breathe in") < shown.index("Lift, breathe out")


def test_the_contact_sheet_shows_every_movement_in_four_poses(page, catalogue):
    shown = page("figures")
    movements = len(catalogue.variations) + len(catalogue.drills)
    assert shown.count("<leg-figure") == 4 * movements


@pytest.mark.parametrize("name", ["variation", "drill", "topic"])
def test_what_nobody_wrote_is_not_there(client, name):
    response = client.get(reverse(name, args=["sit-up"]))
    assert response.status_code == 404
    assert "legraises" in text(response)


def test_the_pages_ask_the_database_nothing(client, django_assert_num_queries):
    current()
    with django_assert_num_queries(0):
        client.get(reverse("ladder"))
        client.get(reverse("variation", args=["lying-raise"]))


def test_somebodys_own_rung_is_marked(as_member, member):
    PlacementFactory(person=member)
    assert as_member.get(reverse("ladder")).context["current"] == ("lying-raise",)
