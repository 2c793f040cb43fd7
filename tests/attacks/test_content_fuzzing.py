"""Content with anything in it is read and shown, or refused with a sentence that names the place,
and then nothing has changed. What hypothesis tries is the same each time."""

import pytest
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from coaching.catalogue import files, schema
from coaching.catalogue.models import Release
from coaching.catalogue.publishing import actions, draft, releases
from tests.attacks import tour
from tests.attacks.odd import everywhere, odd_texts, scribbled, spoiled
from tests.catalogue.test_fields import page_of
from tests.factories import content
from tests.factories.people import TrainerFactory, UserFactory
from tests.factories.translations import with_hats
from tests.forms import untouched

KINDS = {"catalogue", *schema.Catalogue.KINDS}


def times(number):
    calm = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
    calm += [HealthCheck.function_scoped_fixture]
    return settings(
        max_examples=number,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],  # what is found is found; to make it small takes minutes
        report_multiple_bugs=False,
        suppress_health_check=calm,
    )


def is_a_sentence(text):
    """Which a terminal and a page can show."""
    assert text.isprintable(), text
    assert text.endswith((".", "?")), text
    assert len(text) < 2000, text
    return True


@times(150)
@given(st.builds(content.document).flatmap(spoiled))
def test_any_document_is_a_catalogue_or_is_explained(document):
    try:
        catalogue = schema.Catalogue.model_validate(document)
    except ValidationError as error:
        found = schema.explain(error, document)
        assert found
    else:
        found = schema.problems(catalogue)
    for problem in found:
        assert problem.kind in KINDS
        assert is_a_sentence(str(problem))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A file of each kind, which is read quickly; and what of the content it lacks."""
    document = content.document()
    for name in schema.Catalogue.KINDS.values():
        del document[name][1:]
    few = with_hats(schema.Catalogue.model_validate(document))
    folder = tmp_path_factory.mktemp("content")
    files.write(few, folder)
    (folder / files.folder.LANGUAGE_FILE).write_text("en\n")
    return folder


@times(80)
@given(st.data())
def test_any_file_is_read_or_refused(folder, data):
    path = data.draw(st.sampled_from(sorted(folder.rglob("*.*"))))
    before = path.read_bytes()
    path.write_bytes(data.draw(scribbled(before)))
    found = []
    try:
        files.read(folder)
    except files.ContentError as error:
        found = error.problems
    finally:
        path.write_bytes(before)
    assert all(is_a_sentence(str(problem)) for problem in found)


def test_what_is_no_file_is_refused(folder):
    path = folder / "faults" / "folder.md"
    path.mkdir()
    with pytest.raises(files.ContentError, match=r"faults/folder\.md, line 1: the file cannot be"):
        files.read(folder)
    path.rmdir()


@pytest.fixture
def trainer(db):
    client = tour.Witness(TrainerFactory())
    client.raise_request_exception = False
    return client


TABLES = [*draft.TABLES.values(), draft.models.Question, draft.models.Translation]


@times(20)
@given(data=st.data())
def test_whatever_a_trainer_types_is_published_and_shown_or_refused(trainer, data):
    with transaction.atomic():
        type_and_publish(trainer, data)
        transaction.set_rollback(True)
    releases.forget_all()


def type_and_publish(trainer, data):
    row = data.draw(st.sampled_from(TABLES)).objects.first()
    if row is None:
        return
    url, form = page_of(row)
    said = untouched(trainer.get(url).content.decode(), form)
    names = [name for name in said if not name.endswith(("_FORMS", "token"))]
    for name in data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=4)):
        said[name] = data.draw(odd_texts.filter(is_sent))
    before, newest = draft.read(language="en"), Release.objects.latest("pk")
    status = trainer.post(url, said).status_code
    assert status in (200, 302, 400)
    if status != 302:
        assert draft.read(language="en") == before
        return
    reasons = ()
    try:
        release = actions.publish()
    except actions.Unpublishable as error:
        reasons, release = error.reasons, None
    assert all(is_a_sentence(reason) for reason in reasons)
    if release:
        releases.forget_all()
        look_around()
    else:
        assert Release.objects.latest("pk") == newest


def is_sent(text):
    """A browser sends no half signs."""
    return text.isascii() or text.encode(errors="ignore").decode() == text


def look_around():
    client = tour.Witness(UserFactory())
    for name in ("home", "start", "ladder", "figures", "red_flags"):
        assert client.get(reverse(name)).status_code == 200


@pytest.mark.django_db
@times(2)
@given(data=st.data())
def test_every_page_shows_whatever_the_schema_takes(content, data):
    catalogue = data.draw(everywhere(content))
    actions.load(catalogue=catalogue, overwrite=True)
    releases.forget_all()
    for part in (tour.as_stranger, tour.through_a_workout):
        for answer in part(catalogue):
            assert answer.status_code < 500, answer.name
