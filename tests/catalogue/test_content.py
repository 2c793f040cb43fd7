"""Content files: the way there and back."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.catalogue.files import read, write
from coaching.catalogue.schema import Catalogue, Topic


@pytest.fixture
def folder(tmp_path, content):
    """The content as files, to spoil."""
    write(content, tmp_path)
    return tmp_path


class TestThereAndBack:
    def test_keeps_an_order_that_is_not_that_of_the_names(self, content, tmp_path):
        turned = content.model_copy(
            update={field: getattr(content, field)[::-1] for field in Catalogue.KINDS.values()}
        )
        write(turned, tmp_path)
        assert read(tmp_path) == turned

    def test_removes_files_that_the_catalogue_does_not_have(self, content, folder):
        (folder / "drills" / "old.md").write_text("gone", encoding="utf-8")
        (folder / "drills" / ".keep").touch()
        (folder / "variations" / "01-dead-bug.md").rename(folder / "variations" / "99-dead-bug.md")
        write(content, folder)
        assert read(folder) == content
        assert (folder / "drills" / ".keep").exists()

    def test_windows_lines_and_a_byte_order_mark_make_no_difference(self, content, folder):
        for path in folder.rglob("*.md"):
            text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
            path.write_bytes(b"\xef\xbb\xbf" + text.encode())
        assert read(folder) == content

    @settings(deadline=None, max_examples=30)  # each example writes every file of one folder
    @given(
        title=st.text(min_size=1, max_size=80),
        summary=st.text(min_size=1, max_size=300),
        body=st.text(min_size=1),
    )
    def test_any_words_come_back_as_they_were(
        self, content, tmp_path_factory, title, summary, body
    ):
        try:
            topic = Topic(slug="9-lives", title=title, summary=summary, body=body)
        except ValueError:
            return
        folder = tmp_path_factory.getbasetemp() / "words"
        changed = content.model_copy(update={"topics": (topic, *content.topics)})
        write(changed, folder)
        assert read(folder) == changed

    def test_words_that_other_yaml_takes_for_truth_or_time_stay_words(self, folder):
        path = folder / "topics" / "place.md"
        for word in ("no", "on", "12:30", "2024-01-01", "1_000", "0x1f", "1e3"):
            text = path.read_text(encoding="utf-8")
            path.write_text(re.sub(r"(?m)^title: .*", f"title: {word}", text), encoding="utf-8")
            assert read(folder).topic("place").title == word
