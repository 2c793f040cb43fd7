"""The one shape of content: what it refuses, and what a Catalogue can be asked."""

import json
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from coaching.catalogue.schema import (
    Amount,
    Catalogue,
    Figure,
    PainLimits,
    Tempo,
    Topic,
    problems,
)
from tests.factories.content import LADDER

LYING = {
    "support": "lying",
    "hands": "sides",
    "hip_bottom": 5,
    "hip_top": 90,
    "knee_bottom": 0,
    "knee_top": 0,
}


@pytest.fixture
def catalogue(content):
    return content


@pytest.fixture
def document(content):
    """A fresh Release document to spoil."""
    return content.model_dump(mode="json")


class TestReleaseDocument:
    def test_survives_a_round_trip_through_json(self, catalogue):
        document = json.loads(json.dumps(catalogue.model_dump(mode="json")))
        assert Catalogue.model_validate(document) == catalogue

    def test_is_the_same_after_a_second_round_trip(self, document):
        assert Catalogue.model_validate(document).model_dump(mode="json") == document

    def test_is_frozen_and_hashable(self, catalogue):
        with pytest.raises(ValidationError):
            catalogue.variations[0].name = "Other"
        assert len({catalogue, Catalogue.model_validate(catalogue.model_dump())}) == 1

    def test_has_no_problems(self, catalogue):
        assert problems(catalogue) == []


class TestLookups:
    def test_find_each_thing_by_its_slug(self, catalogue):
        for kind, field in Catalogue.KINDS.items():
            for thing in getattr(catalogue, field):
                assert getattr(catalogue, kind)(thing.slug) is thing
                assert isinstance(thing, Catalogue.model_of(kind))

    def test_refuse_a_slug_nobody_wrote(self, catalogue):
        with pytest.raises(KeyError, match="cartwheel"):
            catalogue.variation("cartwheel")

    def test_the_ladder_is_sorted_whatever_the_order_of_the_files(self, catalogue):
        shuffled = catalogue.model_copy(update={"variations": catalogue.variations[::-1]})
        assert [variation.rung for variation in shuffled.rungs(LADDER)] == list(range(1, 10))

    def test_neighbours_meet_and_end(self, catalogue):
        rungs = catalogue.rungs(LADDER)
        for lower, higher in pairwise(rungs):
            assert catalogue.above(lower) is higher
            assert catalogue.below(higher) is lower
        assert catalogue.below(rungs[0]) is None
        assert catalogue.above(rungs[-1]) is None

    def test_what_is_lighter_and_heavier_is_content(self, catalogue):
        raise_ = catalogue.variation("lying-raise")
        assert catalogue.lighter(raise_).slug == "bent-knee-lowering"
        assert catalogue.heavier(raise_).slug == "lying-raise-with-hold"
        assert catalogue.lighter(catalogue.variation("dead-bug")) is None

    def test_two_ladders_do_not_meet(self, catalogue):
        first, second = catalogue.variations[:2]
        other = second.model_copy(update={"ladder": "other"})
        both = catalogue.model_copy(update={"variations": (first, other)})
        assert both.rungs(LADDER) == (first,)
        assert both.above(first) is None

    def test_a_gap_in_the_ladder_is_stepped_over(self, catalogue):
        rungs = catalogue.variations[0], catalogue.variations[4]
        gapped = catalogue.model_copy(update={"variations": rungs})
        assert gapped.above(rungs[0]) is rungs[1]

    def test_one_routine_is_the_default(self, catalogue):
        assert catalogue.default_routine.slug == "standard"


class TestNumbers:
    @given(st.integers(-30, 130), st.integers(0, 150), st.integers(-40, 40))
    def test_a_reachable_figure_is_accepted(self, hip, knee, back):
        figure = Figure(**LYING | {"hip_top": hip, "knee_top": knee, "back_top": back})
        assert (figure.hip_top, figure.knee_top, figure.back_top) == (hip, knee, back)

    @pytest.mark.parametrize("field", ["hip_bottom", "hip_top"])
    @given(angle=st.one_of(st.integers(max_value=-31), st.integers(min_value=131)))
    def test_an_unreachable_angle_is_refused(self, field, angle):
        with pytest.raises(ValidationError, match=field):
            Figure(**LYING | {field: angle})

    @pytest.mark.parametrize("value", [True, "45", 45.5, None, [45]])
    def test_only_whole_numbers_are_angles(self, value):
        with pytest.raises(ValidationError, match="hip_top"):
            Figure(**LYING | {"hip_top": value})

    @given(st.integers(10, 100))
    def test_a_tempo_keeps_tenths_and_takes_what_a_table_gives(self, tenths):
        tempo = Tempo(lower=Decimal(tenths) / 10)
        assert tempo.lower == tenths / 10
        assert Tempo.model_validate(tempo.model_dump(mode="json")) == tempo

    def test_whole_seconds_are_shown_whole(self):
        assert str(Tempo(lower=3.0).lower) == "3"

    @pytest.mark.parametrize("value", [0.9, 10.1, float("nan"), float("inf"), True, "3", 2.55])
    def test_lowering_takes_between_one_and_ten_seconds(self, value):
        with pytest.raises(ValidationError):
            Tempo(lower=value)

    @pytest.mark.parametrize("limits", [(4, 4), (3, 5), (0, 4), (3, 2)])
    def test_pain_limits_may_be_tightened_and_never_loosened(self, limits):
        with pytest.raises(ValidationError):
            PainLimits(easier_from=limits[0], stop_from=limits[1])

    @pytest.mark.parametrize("limits", [(1, 1), (2, 3), (3, 4)])
    def test_tighter_pain_limits_are_accepted(self, limits):
        assert PainLimits(easier_from=limits[0], stop_from=limits[1])

    @pytest.mark.parametrize("amount", [{}, {"reps": 5, "seconds": 30}, {"reps": 0}])
    def test_a_drill_is_counted_or_timed(self, amount):
        with pytest.raises(ValidationError):
            Amount(**amount)


class TestText:
    @given(st.text())
    def test_paragraphs_mean_the_same_however_they_are_wrapped(self, text):
        try:
            body = Topic(slug="a", title="b", summary="c", body=text).body
        except ValidationError:
            return
        assert Topic(slug="a", title="b", summary="c", body=body).body == body
        wrapped = body.replace(" ", "\r\n")
        assert Topic(slug="a", title="b", summary="c", body=wrapped).body == body

    @pytest.mark.parametrize("text", ["", "  ", "two\nlines", "nul\x00", "bell\x07", "x" * 301])
    def test_a_summary_is_one_short_readable_line(self, text):
        with pytest.raises(ValidationError, match="summary"):
            Topic(slug="a", title="b", summary=text, body="c")

    @pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
    def test_signs_that_end_a_line_in_a_file_become_spaces(self, sign):
        topic = Topic(slug="a", title=f"b{sign}b", summary="c", body=f"d{sign}d")
        assert (topic.title, topic.body) == ("b b", "d d")

    @pytest.mark.parametrize("slug", ["", "Back", "back_arched", "-back", "a--b", "a b", "a\n"])
    def test_a_slug_fits_in_an_address(self, slug):
        with pytest.raises(ValidationError, match="slug"):
            Topic(slug=slug, title="b", summary="c", body="d")
