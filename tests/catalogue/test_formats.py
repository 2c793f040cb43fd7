"""What was released once opens for ever: the documents of earlier formats, kept as they were."""

import copy
import json
from pathlib import Path

import pytest
from django.urls import reverse

from coaching.catalogue import schema
from coaching.catalogue.models import Release
from coaching.catalogue.publishing import actions, releases, upgrades
from coaching.practice.models import Workout
from tests.walking import Walk

HERE = Path(__file__).parents[1] / "installations"
# Every format that is not today's any more.
OLD = range(1, upgrades.newest())


def kept(format):
    return json.loads((HERE / f"release-{format}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("format", OLD)
def test_a_release_of_every_format_is_kept(format):
    name = f"release-{format}.json"
    assert (HERE / name).is_file(), f"Keep a Release of format {format} as {HERE.name}/{name}."


@pytest.mark.parametrize("format", OLD)
class TestAnOldDocument:
    def test_is_left_as_it_is(self, format):
        document = kept(format)
        before = copy.deepcopy(document)
        upgrades.upgraded(document, format)
        assert document == before

    def test_comes_out_in_todays_shape(self, format):
        document = upgrades.upgraded(kept(format), format)
        catalogue = schema.Catalogue.model_validate(document)
        assert schema.problems(catalogue) == []
        assert catalogue.model_dump(mode="json") == document


@pytest.mark.parametrize("format", [1, 2])
def test_what_was_released_without_short_cues_and_words_says_nothing_new(format):
    catalogue = schema.Catalogue.model_validate(upgrades.upgraded(kept(format), format))
    assert {fault.short_cue for fault in catalogue.faults} == {""}
    movements = (*catalogue.variations, *catalogue.drills)
    assert {words for each in movements for words in (each.lift_words, each.lower_words)} == {""}


@pytest.mark.parametrize("format", OLD)
def test_what_was_released_before_faults_steered_steers_nothing(format):
    catalogue = schema.Catalogue.model_validate(upgrades.upgraded(kept(format), format))
    assert {(each.steers, each.advice, each.seek) for each in catalogue.faults} == {("", "", "")}
    assert {each.gate for each in catalogue.variations} == {15}


def test_more_is_asked_before_a_jump_in_an_old_release_too():
    catalogue = schema.Catalogue.model_validate(upgrades.upgraded(kept(3), 3))
    more = {each.slug for each in catalogue.variations if each.gate_workouts == 2}
    assert more == {each.slug for each in catalogue.variations if each.gate_range == 67}
    assert more == {
        "bent-knee-lowering",
        "lying-raise-with-hold",
        "weighted-raise",
        "hanging-knee-raise",
    }


@pytest.mark.parametrize(
    ("asked", "targets"),
    [(10, (10, 12, 15)), (6, (6, 10, 12, 15)), (12, (12, 15)), (15, (15,)), (20, (20,))],
)
def test_the_reps_of_a_routine_become_the_first_target(asked, targets):
    document = kept(3)
    document["routines"][0]["blocks"][5]["reps"] = asked
    other = copy.deepcopy(document["routines"][0]) | {"slug": "other", "default": False}
    document["routines"].insert(0, other)
    catalogue = schema.Catalogue.model_validate(upgrades.upgraded(document, 3))
    assert {each.targets for each in catalogue.variations} == {targets}
    assert catalogue.default_routine.blocks[5].reps is None
    assert catalogue.routine("other").blocks[5].reps == asked


def test_a_document_of_today_stays_what_it_is(content):
    document = content.model_dump(mode="json")
    assert upgrades.upgraded(document, upgrades.newest()) is document


@pytest.fixture(params=OLD, ids="format {}".format)
def old(request, db):
    """A Release of an old format as the newest."""
    document = kept(request.param)
    release = Release.objects.create(
        document=document, format=request.param, fingerprint=actions.fingerprint(document)
    )
    releases.forget_all()
    return release


def test_an_old_release_opens(old, client):
    catalogue = releases.catalogue(old.pk)
    pages = [reverse(name) for name in ("home", "ladder", "figures", "start", "red_flags")]
    for kind in ("variation", "drill", "topic"):
        pages += [reverse(kind, args=[each.slug]) for each in catalogue.things(kind)]
    for page in pages:
        assert client.get(page).status_code == 200, page
    for variation in catalogue.variations:
        assert variation.name in client.get(reverse("ladder")).content.decode()


def test_a_workout_walks_through_an_old_release_to_its_end(old, client):
    walk = Walk(client)
    walk.start()
    summary = walk.to_the_end()
    workout = Workout.objects.get(pk=walk.workout)
    assert (workout.release_id, workout.ending) == (old.pk, "done")
    assert walk.met.count("set") == workout.sets.count()
    assert walk.met[-1] == "wrap-up"
    assert "3 perfect of 3" in summary.content.decode()
    history = client.get(reverse("history")).content.decode()
    assert releases.catalogue(old.pk).variation(workout.prescription["variation"]).name in history
    assert client.get(reverse("home")).status_code == 200


def test_a_workout_of_an_old_release_goes_on_when_there_is_a_newer_one(old, client, content):
    walk = Walk(client)
    walk.start()
    Release.objects.create(
        document=content.model_dump(mode="json"), format=upgrades.newest(), fingerprint="newer"
    )
    releases.forget()
    assert releases.newest_id() > old.pk
    assert "3 perfect of 3" in walk.to_the_end().content.decode()


def test_an_old_release_stays_in_its_row_as_it_was(old, client):
    client.get(reverse("ladder"))
    row = Release.objects.get(pk=old.pk)
    assert (row.document, row.format) == (kept(old.format), old.format)
