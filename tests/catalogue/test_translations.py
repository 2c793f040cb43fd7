"""Texts in other languages: as PO files, in the draft, in a Release."""

import re
import shutil

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from hypothesis import given
from hypothesis import strategies as st

from coaching.catalogue.files import ContentError, FileProblem, read, write
from coaching.catalogue.files import translations as po
from coaching.catalogue.models import Fault, Release, Translation
from coaching.catalogue.publishing import actions, draft, releases
from coaching.catalogue.schema import Catalogue, Topic, problems
from tests.factories.content import BODY, current
from tests.factories.people import TrainerFactory
from tests.factories.translations import (
    LANGUAGE,
    changed,
    overlaid,
    translation,
    with_hats,
)


@pytest.fixture(scope="session")
def hats(content):
    """The content of the tests in two languages."""
    return with_hats(content)


@pytest.fixture(scope="session")
def hats_as_files(hats, tmp_path_factory):
    folder = tmp_path_factory.mktemp("hats")
    write(hats, folder)
    return folder


@pytest.fixture
def folder(hats_as_files, tmp_path):
    """The same as files, to spoil."""
    return shutil.copytree(hats_as_files, tmp_path / "content")


def po_files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.po")}


def entry(text, context):
    """One entry of a PO file, its comments included."""
    return next(each for each in text.split("\n\n") if f'msgctxt "{context}"' in each)


def swung(folder):
    return entry((folder / "eo/faults.po").read_text(encoding="utf-8"), "swung/cue")


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def line_of(path, part):
    lines = path.read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, start=1) if part in line)


# Files


def test_translations_come_back_as_they_went(hats, folder):
    assert read(folder) == hats
    assert hats.languages == ("en", "eo")
    before = po_files(folder)
    assert len(before) == len(Catalogue.KINDS)
    write(read(folder), folder)
    assert po_files(folder) == before


def test_a_file_says_what_it_is_about_and_nothing_about_when(content, folder):
    text = (folder / "eo/faults.po").read_text(encoding="utf-8")
    assert '"Language: eo\\n"' in text
    assert "Date" not in text
    assert swung(folder) == ('msgctxt "swung/cue"\nmsgid "Cue for swung."\nmsgstr "Cûê fôr swûng."')
    slugs = re.findall(r'msgctxt "([^/]+)/name"', text)
    assert slugs == [fault.slug for fault in content.faults]


def test_what_is_not_translated_is_listed_and_falls_back(content, folder):
    write(overlaid(content, translation(content, "fault", "swung", "cue")), folder)
    found = read(folder)
    assert len(found.missing("eo")) == len(content.texts) - 1
    assert 'msgid "Swung"\nmsgstr ""' in (folder / "eo/faults.po").read_text(encoding="utf-8")
    in_eo = found.in_language("eo")
    assert in_eo.fault("swung").cue == "Cûê fôr swûng."
    assert in_eo.fault("swung").name == "Swung"
    assert in_eo.language == "eo"


def test_what_has_nothing_translated_stays_a_list_of_what_is_left(content, folder):
    write(content, folder)
    assert read(folder) == content
    assert 'msgid "Swung"\nmsgstr ""' in (folder / "eo/faults.po").read_text(encoding="utf-8")


def test_texts_inside_things_are_counted_from_one(folder):
    text = (folder / "eo/questionnaires.po").read_text(encoding="utf-8")
    assert 'msgid "Never"' in entry(text, "newcomer/questions/1/answers/1/text")
    blocks = (folder / "eo/routines.po").read_text(encoding="utf-8")
    assert 'msgstr "Yôûr flôôr"' in entry(blocks, "standard/blocks/5/title")
    in_eo = read(folder).in_language("eo")
    assert in_eo.asking("newcomer").questions[0].answers[0].text == "Nêvêr"


def test_a_language_that_nobody_translated_into_is_the_base_language(hats):
    assert hats.in_language("de") is hats


def test_what_was_made_from_an_older_text_is_kept_shown_and_named(hats, folder):
    newer = changed(hats, "fault", "swung", cue="Stop, then lift.")
    write(newer, folder)
    assert swung(folder) == (
        '#, fuzzy\n#| msgid "Cue for swung."\nmsgctxt "swung/cue"\nmsgid "Stop, then lift."\n'
        'msgstr "Cûê fôr swûng."'
    )
    found = read(folder)
    assert found == newer
    assert [each.key for each in found.outdated] == [("fault", "swung", "cue")]
    assert found.in_language("eo").fault("swung").cue == "Cûê fôr swûng."


def test_a_text_that_changed_since_the_files_were_written_is_noticed(folder):
    edit(folder / "faults/swung.md", "cue: Cue for swung.", "cue: Stop, then lift.")
    found = read(folder)
    assert [each.source for each in found.outdated] == ["Cue for swung."]


def test_a_translator_takes_the_mark_away(hats, folder):
    write(changed(hats, "fault", "swung", cue="Stop, then lift."), folder)
    path = folder / "eo/faults.po"
    edit(path, "#, fuzzy\n", "")
    edit(path, 'msgstr "Cûê fôr swûng."', 'msgstr "Stôp!"')
    found = read(folder)
    assert found.outdated == ()
    assert found.in_language("eo").fault("swung").cue == "Stôp!"


def test_a_mark_that_does_not_say_what_it_was_made_from_stays(folder):
    path = folder / "eo/faults.po"
    edit(path, 'msgctxt "swung/cue"', '#, fuzzy\nmsgctxt "swung/cue"')
    found = read(folder)
    assert [each.source for each in found.outdated] == [""]
    before = po_files(folder)
    write(found, folder)
    assert po_files(folder) == before


def test_windows_lines_and_a_byte_order_mark_make_no_difference(hats, folder):
    for name, raw in po_files(folder).items():
        (folder / name).write_bytes(b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n"))
    assert read(folder) == hats


@given(title=st.text(min_size=1, max_size=80), text=st.text(min_size=1, max_size=400))
def test_any_words_come_back_as_they_were(tmp_path_factory, title, text):
    try:
        topic = Topic(slug="place", title=title, summary="A place.", body=text)
    except ValueError:
        return
    base = Catalogue(topics=(topic,))
    words = overlaid(
        base,
        translation(base, "topic", "place", "title"),
        translation(base, "topic", "place", "body", topic.body),
        translation(base, "topic", "place", "summary", text),
    )
    folder = tmp_path_factory.mktemp("po")
    po.write(words, folder, LANGUAGE)
    found = po.Overlay(folder, base, gone_too=False)
    assert not found.problems
    assert overlaid(base, *found.translations) == words


SPOILT = {
    "unknown thing": (
        'msgctxt "swung/cue"', 'msgctxt "swnug/cue"', "swnug/cue",
        'There is no fault "swnug". Did you mean swung? If the text is gone, run: manage.py '
        "translation eo",
    ),
    "unknown text": (
        'msgctxt "swung/cue"', 'msgctxt "swung/cues"', "swung/cues",
        'fault swung has no text "cues". Did you mean cue? If the text is gone, run: manage.py '
        "translation eo",
    ),
    "a value that is no text": (
        'msgctxt "swung/cue"', 'msgctxt "swung/severity"', "swung/severity",
        'fault swung has no text "severity". Write one of: name, notice, cue, short_cue, '
        "stronger, advice, body. If the text is gone, run: manage.py translation eo",
    ),
    "empty msgctxt": (
        'msgctxt "swung/cue"', 'msgctxt ""', 'msgctxt ""',
        'msgctxt names no text. Write which one this is, such as "back-arched/name".',
    ),
    "no msgctxt": (
        'msgctxt "swung/cue"\n', "", 'msgid "Cue for swung."',
        'msgctxt names no text. Write which one this is, such as "back-arched/name".',
    ),
    "a thing and no text": (
        'msgctxt "swung/cue"', 'msgctxt "swung"', 'msgctxt "swung"',
        'msgctxt names no text. Write which one this is, such as "back-arched/name".',
    ),
    "plural": (
        'msgstr "Cûê fôr swûng."', 'msgid_plural "Cues"\nmsgstr[0] "Cûê"', 'msgctxt "swung/cue"',
        "msgid_plural is not used here. Write one msgid and one msgstr.",
    ),
    "a quote inside": (
        'msgstr "Cûê fôr swûng."', 'msgstr "Cûê "fôr" swûng."', 'Cûê "fôr"',
        "this is not PO. Write msgctxt, msgid and msgstr, each with its text in quotes, and a "
        'quote inside a text as \\".',
    ),
    "left over from a merge": (
        'msgctxt "swung/cue"', '<<<<<<< mine\nmsgctxt "swung/cue"', "<<<<<<<",
        "this is not PO. Write msgctxt, msgid and msgstr, each with its text in quotes, and a "
        'quote inside a text as \\".',
    ),
    "too long": (
        'msgstr "Cûê fôr swûng."', f'msgstr "{"ô" * 301}"', 'msgctxt "swung/cue"',
        "The translation into eo does not fit: cue has 301 characters. Write at most 300.",
    ),
    "far too long": (
        'msgstr "Cûê fôr swûng."', f'msgstr "{"ô" * 10_001}"', 'msgctxt "swung/cue"',
        "text has 10001 characters. Write at most 10000.",
    ),
    "a line break": (
        'msgstr "Swûng"', 'msgstr "Swû\\nng"', 'msgctxt "swung/name"',
        "The translation into eo does not fit: name has a line break. Write it on one line.",
    ),
    "only a space": (
        'msgstr "Swûng"', 'msgstr " "', 'msgctxt "swung/name"',
        "The translation into eo does not fit: name is empty. Write a text.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("slip", SPOILT)
def test_a_slip_is_named_with_its_file_its_line_and_what_to_write(folder, slip):
    old, new, on_line, message = SPOILT[slip]
    path = folder / "eo/faults.po"
    edit(path, old, new)
    with pytest.raises(ContentError) as caught:
        read(folder)
    assert caught.value.problems == (FileProblem("eo/faults.po", line_of(path, on_line), message),)


def test_a_text_is_translated_once(folder):
    path = folder / "eo/faults.po"
    edit(path, 'msgctxt "swung/notice"', 'msgctxt "swung/name"')
    first = line_of(path, 'msgctxt "swung/name"')
    with pytest.raises(ContentError) as caught:
        read(folder)
    message = f'msgctxt "swung/name" is in line {first} already. Take one of the two out.'
    assert caught.value.problems == (FileProblem("eo/faults.po", first + 4, message),)


def test_a_file_that_is_not_utf_8_is_named(folder):
    path = folder / "eo/faults.po"
    path.write_bytes(path.read_bytes().replace("Cûê fôr swûng".encode(), b"C\xfb\xea"))
    with pytest.raises(ContentError) as caught:
        read(folder)
    (problem,) = caught.value.problems
    assert problem.message == "the file is not UTF-8. Save it as UTF-8."
    assert problem.line == path.read_bytes().split(b"C\xfb\xea")[0].count(b"\n") + 1


def test_a_file_that_no_kind_has_is_named(folder):
    (folder / "eo/faults.po").rename(folder / "eo/fualts.po")
    (folder / "eo/faults.mo").touch()  # what translators' tools leave
    (folder / "pt-BR").mkdir()
    with pytest.raises(ContentError) as caught:
        read(folder)
    assert set(caught.value.problems) == {
        FileProblem("eo/fualts.po", None, 'file "fualts.po" is not known. Did you mean faults.po?'),
        FileProblem("pt-BR/", None, 'folder "pt-BR" is not known. Did you mean pt-br?'),
    }


def test_a_thing_that_cannot_be_read_makes_no_translation_wrong(folder):
    edit(folder / "faults/swung.md", "severity: note", "severity: deadly")
    with pytest.raises(ContentError) as caught:
        read(folder)
    assert [each.file for each in caught.value.problems] == ["faults/swung.md"]


# The language of everything else


def test_english_needs_no_word_about_it(hats, folder):
    assert not (folder / "language.txt").exists()
    assert read(folder).language == "en"


def test_the_base_language_comes_back(content, tmp_path):
    german = content.model_copy(update={"language": "de"})
    write(with_hats(german), tmp_path)
    assert (tmp_path / "language.txt").read_text() == "de\n"
    assert read(tmp_path) == with_hats(german)
    write(content, tmp_path)
    assert not (tmp_path / "language.txt").exists()


@pytest.mark.parametrize("word", ["German", "", "de en", "d", "DE", "de-" + "x" * 30])
def test_a_base_language_that_is_none_is_named(folder, word):
    (folder / "language.txt").write_text(word)
    with pytest.raises(ContentError) as caught:
        read(folder)
    (problem,) = caught.value.problems
    assert problem.file == "language.txt"
    assert problem.message.endswith("Write one word as browsers do, such as de or pt-br.")


def test_nothing_is_translated_into_the_base_language(hats, folder):
    (folder / "language.txt").write_text("eo")
    with pytest.raises(ContentError) as caught:
        read(folder)
    assert str(caught.value) == (
        "eo/: eo is the language of the content itself. Take this folder out, or write another "
        "language into language.txt."
    )
    write(hats.model_copy(update={"language": "eo", "translations": ()}), folder)
    assert read(folder).languages == ("eo",)
    (problem,) = problems(hats.model_copy(update={"language": "eo"}))
    assert str(problem) == (
        "There are translations into eo, which is the language of the content itself. Take them "
        "out."
    )


# The command that lists what is left to do


def said(capsys, *arguments):
    call_command("translation", *map(str, arguments))
    return capsys.readouterr().out


def test_the_command_lists_every_text_of_a_new_language(capsys, content, tmp_path):
    write(content, tmp_path)
    total = len(content.texts)
    assert said(capsys, "de", tmp_path) == f"de: {total} of {total} texts missing, 0 out of date.\n"
    assert sorted(path.name for path in (tmp_path / "de").iterdir()) == [
        f"{name}.po" for name in sorted(Catalogue.KINDS.values())
    ]
    assert read(tmp_path) == content


def test_the_command_keeps_what_is_translated_and_marks_what_is_out_of_date(capsys, folder):
    edit(folder / "faults/swung.md", "cue: Cue for swung.", "cue: Stop, then lift.")
    edit(folder / "eo/faults.po", 'msgstr "Swûng"', 'msgstr ""')
    told = said(capsys, "eo", folder).splitlines()
    assert told[0].startswith("eo: 1 of ")
    assert told[0].endswith(" texts missing, 1 out of date.")
    assert told[1:] == ["  out of date: fault swung, cue"]
    assert swung(folder).startswith('#, fuzzy\n#| msgid "Cue for swung."\n')
    assert read(folder).in_language("eo").fault("swung").cue == "Cûê fôr swûng."
    before = po_files(folder)
    said(capsys, "eo", folder)
    assert po_files(folder) == before


def test_what_is_about_a_text_that_is_gone_is_put_aside_and_comes_back(capsys, folder):
    path = folder / "drills/plank.md"
    with_three = path.read_text(encoding="utf-8")
    edit(path, "  - title: Breathe\n    text: Breathe, and how that is done.\n", "")
    with pytest.raises(ContentError, match=r"no text \"instructions/3/title\".*translation eo"):
        read(folder)
    told = said(capsys, "eo", folder).splitlines()
    assert told[1:] == [
        "  its text is gone: drill plank, instructions/3/text",
        "  its text is gone: drill plank, instructions/3/title",
    ]
    text = (folder / "eo/drills.po").read_text(encoding="utf-8")
    assert text.endswith(
        '#~ msgctxt "plank/instructions/3/title"\n#~ msgid "Breathe"\n#~ msgstr "Brêâthê"\n'
    )
    found = read(folder)
    assert len(found.drill("plank").instructions) == 2
    assert len(found.in_language("eo").drill("plank").instructions) == 2
    path.write_text(with_three, encoding="utf-8")
    found = read(folder)
    assert found.outdated == ()
    assert found.in_language("eo").drill("plank").instructions[2].title == "Brêâthê"


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("en", '"en" is the language of the content itself'),
        ("German", '"German" is none. Name another as browsers do, such as de or pt-br.'),
    ],
)
def test_the_command_writes_no_language_that_cannot_be(folder, language, message):
    before = po_files(folder)
    with pytest.raises(CommandError, match=message):
        call_command("translation", language, str(folder))
    assert po_files(folder) == before


def test_the_command_writes_nothing_from_content_that_is_wrong(folder):
    edit(folder / "faults/swung.md", "severity: note", "severity: deadly")
    with pytest.raises(CommandError, match=r"Nothing was written\.\nfaults/swung.md"):
        call_command("translation", "eo", str(folder))


# The draft and the Release


@pytest.fixture
def published_hats(db, hats):
    return load(hats)


def load(content, **options):
    loaded = actions.load(catalogue=content, **options)
    releases.forget()
    return loaded


@pytest.mark.usefixtures("published_hats")
class TestPublished:
    def test_translations_come_out_as_they_went_in(self, hats):
        assert current() == hats
        assert Catalogue.model_validate(draft.read(language="en")) == hats
        assert actions.publish() is None

    def test_loading_twice_changes_nothing(self, hats):
        before = Release.objects.count()
        assert load(hats) == actions.Loaded()
        assert Release.objects.count() == before

    def test_a_release_is_read_in_every_language_and_parsed_once(self, django_assert_num_queries):
        pk = releases.newest_id()
        in_eo = releases.catalogue_in(pk, "eo")
        with django_assert_num_queries(0):
            assert releases.catalogue_in(pk, "eo") is in_eo
            assert releases.catalogue_in(pk, "en") is current()
            assert releases.catalogue_in(pk, "de") is current()
        assert in_eo.fault("swung").name == "Swûng"
        assert current().fault("swung").name == "Swung"

    def test_an_older_release_keeps_its_words_in_every_language(self):
        first = releases.newest_id()
        Translation.objects.filter(slug="swung", path="name").update(text="Svîngîs")
        actions.publish()
        releases.forget()
        assert releases.catalogue_in(first, "eo").fault("swung").name == "Swûng"
        assert releases.catalogue_in(releases.newest_id(), "eo").fault("swung").name == "Svîngîs"

    def test_a_trainers_translation_survives_a_reload_unless_asked(self, hats):
        Translation.objects.filter(slug="swung", path="cue").update(text="Hâlt!")
        actions.publish()
        loaded = load(hats)
        assert loaded.kept == ["translation eo fault swung cue"]
        assert loaded.release is None
        assert current().in_language("eo").fault("swung").cue == "Hâlt!"
        load(hats, overwrite=True)
        assert current() == hats

    def test_what_nobody_edited_follows_a_newer_file(self, hats):
        Translation.objects.filter(slug="swung", path="notice").update(text="Hâlf â sênt")
        mine = translation(hats, "fault", "swung", "cue", "Stôp.")
        others = (each for each in hats.translations if each.key != mine.key)
        loaded = load(overlaid(hats, *others, mine))
        assert loaded.renewed == ["translation eo fault swung cue"]
        assert current().in_language("eo").fault("swung").cue == "Stôp."
        # Not published by the trainer, so not by a reload either.
        assert current().in_language("eo").fault("swung").notice.startswith("Swûng: ")

    def test_what_the_files_say_no_more_is_taken_out_unless_a_trainer_edited_it(self, hats):
        def without(*slugs):
            return overlaid(hats, *(each for each in hats.translations if each.slug not in slugs))

        Translation.objects.filter(slug="swung", path="cue").update(text="Hâlt.")
        texts = len([key for key in hats.texts if key[1] in ("swung", "rested")])
        loaded = load(without("swung", "rested"))
        assert loaded.kept == ["translation eo fault swung cue"]
        assert len(loaded.renewed) == texts - 1
        assert current().in_language("eo").fault("rested").cue == "Cue for rested."
        assert Translation.objects.get(slug="swung").text == "Hâlt."
        assert load(without("swung", "rested")).release is None
        assert load(without("swung", "rested"), overwrite=True).release
        assert current() == without("swung", "rested")

    def test_files_without_a_language_take_nothing_of_it_out(self, content, hats):
        assert load(content) == actions.Loaded()
        assert current() == hats

    def test_a_base_text_that_changes_leaves_its_translation_and_names_it(self, hats):
        Fault.objects.filter(pk="swung").update(cue="Stop, then lift.")
        actions.publish()
        releases.forget()
        assert [each.key for each in current().outdated] == [("fault", "swung", "cue")]
        assert current().in_language("eo").fault("swung").cue == "Cûê fôr swûng."

    def test_what_is_archived_takes_nothing_along(self, hats):
        Translation.objects.filter(slug="how-often").update(slug="long-gone")
        actions.publish()
        releases.forget()
        assert {each.slug for each in current().outdated} == {"long-gone"}
        assert current().in_language("eo").topic("how-often").title == "How often"

    @pytest.mark.parametrize("path", ["severity", "slug", "instructions/0/text", "cue/1", ""])
    def test_only_texts_are_translated(self, hats, path):
        words = {"language": "eo", "kind": "fault", "slug": "swung", "text": "note"}
        Translation.objects.create(path=path, source="", **words)
        actions.publish()
        releases.forget()
        assert current().in_language("eo") == hats.in_language("eo")

    @pytest.mark.parametrize(
        ("path", "text", "why"),
        [
            ("name", "Swû\nng", "name has a line break. Write it on one line."),
            ("cue", "ô" * 301, "cue has 301 characters. Write at most 300."),
        ],
    )
    def test_what_does_not_fit_is_not_published_and_says_which(self, path, text, why):
        Translation.objects.filter(slug="swung", path=path).update(text=text)
        before = Release.objects.count()
        with pytest.raises(actions.Unpublishable) as caught:
            actions.publish()
        assert caught.value.reasons == (
            f"fault swung, {path}: The translation into eo does not fit: {why}",
        )
        assert Release.objects.count() == before

    def test_what_is_no_language_is_not_published_and_stops_no_reload(self, hats):
        Translation.objects.filter(slug="swung", path="cue").update(language="EO")
        with pytest.raises(actions.Unpublishable) as caught:
            actions.publish()
        assert caught.value.reasons == (
            'The translation of fault swung, cue, into EO: language "EO" is no language. Write it '
            "as browsers name it, such as de or pt-br.",
        )
        assert load(hats).new == ["translation eo fault swung cue"]

    def test_a_form_that_sends_other_line_ends_changes_nothing(self, client, hats):
        client.force_login(TrainerFactory())
        row = Translation.objects.get(slug="swung", path="body")
        form = client.get(f"/admin/coaching/translation/{row.pk}/change/").context["adminform"].form
        sent = {**form.initial, "source": f"{BODY}\r\n\r\nMore.", "text": "Môrê.\r\n\r\nMôrê."}
        client.post(f"/admin/coaching/translation/{row.pk}/change/", sent)
        Fault.objects.filter(pk="swung").update(body=f"{BODY}\n\nMore.")
        actions.publish()
        releases.forget()
        assert current().outdated == ()
        assert current().in_language("eo").fault("swung").body == "Môrê.\n\nMôrê."


@pytest.mark.django_db
def test_loading_tells_what_is_missing_and_what_is_out_of_date(capsys, folder, hats):
    edit(folder / "faults/swung.md", "cue: Cue for swung.", "cue: Stop, then lift.")
    edit(folder / "eo/faults.po", 'msgstr "Swûng"', 'msgstr ""')
    call_command("load_content", str(folder))
    told = capsys.readouterr().out.splitlines()
    assert told[-2:] == [
        f"eo: 1 of {len(hats.texts)} texts missing, 1 out of date.",
        "  out of date: fault swung, cue",
    ]


@pytest.mark.django_db
def test_the_base_language_of_the_files_is_that_of_the_release(content):
    load(content.model_copy(update={"language": "de"}))
    assert current().language == "de"
    assert actions.publish() is None


@pytest.mark.django_db
def test_a_language_that_becomes_the_base_language_is_translated_into_no_more(hats):
    load(hats)
    in_eo = hats.model_copy(update={"language": "eo", "translations": ()})
    load(in_eo)
    assert current() == in_eo
    assert not Translation.objects.exists()


@pytest.mark.django_db
def test_what_a_trainer_translated_into_it_is_not_lost_unseen(hats):
    load(hats)
    Translation.objects.filter(slug="swung", path="cue").update(text="Hâlt.")
    in_eo = hats.model_copy(update={"language": "eo", "translations": ()})
    with pytest.raises(actions.Unpublishable, match="translations into eo"):
        actions.load(catalogue=in_eo)
    assert Translation.objects.filter(text="Hâlt.").exists()
    releases.forget()
    assert current() == hats
