"""Loading files, editing the draft, publishing: what a reload may touch, and what pages see."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import IntegrityError, transaction
from django.utils import timezone

from coaching.catalogue import files
from coaching.catalogue.models import Drill, Fault, Release, Routine, Topic, Variation
from coaching.catalogue.publishing import actions, draft, releases, upgrades
from coaching.catalogue.schema import Catalogue
from tests.factories.content import LADDER, current
from tests.factories.people import TrainerFactory

pytestmark = pytest.mark.django_db


def load(content, **options):
    loaded = actions.load(catalogue=content, **options)
    releases.forget()
    return loaded


def test_the_draft_comes_out_as_the_files_went_in(content):
    assert Catalogue.model_validate(draft.read(language="en")) == content
    assert current() == content


def test_loading_twice_changes_nothing(content):
    before = Release.objects.count()
    assert load(content) == actions.Loaded()
    assert Release.objects.count() == before


def test_a_trainers_edit_survives_a_reload_unless_asked(content):
    Fault.objects.filter(pk="swung").update(cue="Wait for the pendulum to stop.")
    actions.publish()
    loaded = load(content)
    assert loaded.kept == ["fault swung"]
    assert loaded.release is None
    assert current().fault("swung").cue == "Wait for the pendulum to stop."
    load(content, overwrite=True)
    assert current() == content


def test_a_reload_does_not_publish_what_a_trainer_has_not(content):
    Fault.objects.filter(pk="swung").update(cue="Half a sent")
    fault = content.fault("rested").model_copy(update={"cue": "Hover."})
    faults = tuple(fault if f.slug == "rested" else f for f in content.faults)
    load(content.model_copy(update={"faults": faults}))
    assert current().fault("rested").cue == "Hover."
    assert current().fault("swung") == content.fault("swung")
    assert [f.slug for f in current().faults] == [f.slug for f in content.faults]
    assert Fault.objects.get(pk="swung").cue == "Half a sent"


def test_a_draft_that_is_not_finished_stops_no_reload(content):
    Variation.objects.filter(pk="dead-bug").update(rung=2)
    assert load(content).kept == ["variation dead-bug"]
    assert current() == content


def test_a_trainers_own_default_routine_gives_way_only_when_asked(content):
    Routine.objects.update(default=False)
    Routine.objects.create(
        slug="mine", name="Mine", summary="Mine.", body="Mine.", ladder_id=LADDER, default=True
    )
    assert load(content).kept == ["routine standard"]
    load(content, overwrite=True)
    assert Routine.objects.get(default=True).slug == "standard"


def test_an_edit_below_an_entry_is_an_edit_too(content):
    Variation.objects.get(pk="lying-raise").instructions.first().delete()
    assert load(content).kept == ["variation lying-raise"]


def test_what_nobody_edited_follows_a_newer_file(content):
    fault = content.fault("swung").model_copy(update={"cue": "Stop, then lift."})
    faults = tuple(fault if f.slug == "swung" else f for f in content.faults)
    assert load(content.model_copy(update={"faults": faults})).renewed == ["fault swung"]
    assert current().fault("swung").cue == "Stop, then lift."


def test_what_a_trainer_archived_stays_archived(content):
    Topic.objects.filter(pk="how-often").update(archived_at=timezone.now())
    actions.publish()
    assert load(content).kept == ["topic how-often"]
    assert "how-often" not in current().by_slug["topic"]


def test_pages_see_an_edit_only_when_it_is_published(client):
    Variation.objects.filter(pk="lying-raise").update(name="The raise")
    assert current().variation("lying-raise").name == "Lying leg raise"
    actions.publish()
    releases.forget()
    assert current().variation("lying-raise").name == "The raise"


def test_a_draft_that_is_wrong_is_not_published_and_says_why():
    Variation.objects.get(pk="lying-raise").fault_order.all().delete()
    before = Release.objects.count()
    with pytest.raises(actions.Unpublishable, match="lying-raise"):
        actions.publish()
    assert Release.objects.count() == before


def test_a_release_never_changes():
    release = Release.objects.first()
    with pytest.raises(ValueError, match="never changes"):
        release.save()


def test_content_costs_no_queries_once_it_is_known(django_assert_num_queries):
    current()
    with django_assert_num_queries(0):
        assert current().variation("lying-raise").instructions


def test_every_process_notices_a_new_release_within_seconds(monkeypatch):
    current()
    clock = releases.monotonic()
    document = current().model_dump(mode="json")
    newer = Release.objects.create(document=document, format=upgrades.newest())
    monkeypatch.setattr(releases, "monotonic", lambda: clock + releases.SECONDS)
    assert releases.newest_id() == newer.pk


def test_an_edition_stays_what_it_was(content):
    first = releases.newest_id()
    Variation.objects.filter(pk="lying-raise").update(name="The raise")
    actions.publish()
    assert releases.catalogue(first).variation("lying-raise").name == "Lying leg raise"


def test_without_any_release_it_says_what_to_run():
    Release.objects.all().delete()
    releases.forget_all()
    with pytest.raises(releases.NothingPublished, match="load_content"):
        current()


def test_pages_without_any_release_say_what_is_missing(client):
    Release.objects.all().delete()
    releases.forget_all()
    response = client.get("/exercises/")
    assert response.status_code == 503
    assert "load_content" in response.content.decode()


def test_the_command_loads_and_tells(capsys, content, tmp_path):
    folder = tmp_path / "content"
    files.write(content, folder)
    call_command("load_content", str(folder))
    assert "0 new, 0 renewed, 0 kept." in capsys.readouterr().out


def test_the_command_stops_at_bad_content_and_says_where(tmp_path):
    folder = tmp_path / "variations"
    folder.mkdir()
    (folder / "01-broken.md").write_text("---\nname: Broken\nfigure:\n  hip_top: 400\n---\nText.\n")
    with pytest.raises(CommandError, match=r"01-broken\.md, line 4: .*400.*-30 to 130"):
        call_command("load_content", str(tmp_path))
    assert not Variation.objects.filter(pk="broken").exists()


@pytest.mark.parametrize(
    ("table", "slug", "wrong"),
    [
        (Variation, "lying-raise", {"hip_top": 400}),
        (Variation, "lying-raise", {"lower": 0}),
        (Variation, "lying-raise", {"load_low": 120}),
        (Drill, "plank", {"reps": 5}),
        (Routine, "standard", {"stop_from": 5}),
        (Routine, "standard", {"easier_from": 4}),
    ],
)
def test_the_database_refuses_what_no_body_does(table, slug, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        table.objects.filter(pk=slug).update(**wrong)


# The admin, which is the trainer's workbench for now


@pytest.fixture
def as_trainer(client):
    client.force_login(TrainerFactory())
    return client


@pytest.mark.parametrize(
    "name",
    [
        "ladder",
        "variation",
        "drill",
        "fault",
        "muscle",
        "topic",
        "questionnaire",
        "question",
        "routine",
        "translation",
        "release",
    ],
)
def test_a_trainer_can_open_every_kind_of_content(as_trainer, name):
    assert as_trainer.get(f"/admin/coaching/{name}/").status_code == 200


def test_a_trainer_publishes_from_the_list(as_trainer):
    Fault.objects.filter(pk="swung").update(cue="Wait.")
    said = {"action": "publish", "_selected_action": ["swung"]}
    response = as_trainer.post("/admin/coaching/fault/", said, follow=True)
    assert "Published as Release" in response.content.decode()
    releases.forget()
    assert current().fault("swung").cue == "Wait."


def test_a_trainer_is_told_why_it_cannot_be_published(as_trainer):
    Variation.objects.filter(pk="dead-bug").update(rung=2)
    said = {"action": "publish", "_selected_action": ["dead-bug"]}
    response = as_trainer.post("/admin/coaching/variation/", said, follow=True)
    assert "rung" in response.content.decode()
    assert "Published" not in response.content.decode()


def test_content_is_archived_and_never_deleted(as_trainer):
    assert as_trainer.get("/admin/coaching/fault/swung/delete/").status_code == 403
    assert as_trainer.get("/admin/coaching/release/add/").status_code == 403


def test_a_member_who_is_no_trainer_stays_outside(as_member):
    assert as_member.get("/admin/coaching/fault/").status_code == 302
