"""Content files: what ships, and the way there and back."""

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.catalogue import files
from coaching.catalogue.files import read, write
from coaching.catalogue.schema import Catalogue, Topic

SHIPPED = files.SHIPPED


@pytest.fixture
def folder(tmp_path):
    """A copy of the shipped files to spoil."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "content"))


class TestShipped:
    def test_has_what_the_coach_knows(self, shipped):
        counts = {kind: len(getattr(shipped, kind)) for kind in Catalogue.model_fields}
        assert counts == {
            "variations": 9,
            "drills": 8,
            "faults": 8,
            "muscles": 6,
            "topics": 8,
            "questions": 2,
            "routines": 1,
        }

    def test_climbs_the_ladder_in_order(self, shipped):
        assert [variation.slug for variation in shipped.rungs] == [
            "dead-bug",
            "single-leg-raise",
            "bent-knee-lowering",
            "lying-raise-hands-under",
            "lying-raise",
            "lying-raise-with-hold",
            "weighted-raise",
            "hanging-knee-raise",
            "hanging-leg-raise",
        ]

    def test_gets_no_lighter_on_the_way_up_from_the_second_rung(self, shipped):
        loads = [each.load_high for each in shipped.rungs if each.load_high is not None]
        assert loads[1:] == sorted(loads[1:])
        assert loads[:2] == [63, 50]  # the dead bug ranges from below one straight leg to above

    def test_lowers_everything_on_the_ladder_for_three_seconds(self, shipped):
        assert all(variation.tempo.lower >= 3 for variation in shipped.variations)

    def test_ends_every_list_of_faults_with_doming_and_pain(self, shipped):
        assert {variation.faults[-2:] for variation in shipped.variations} == {("doming", "pain")}

    def test_asks_about_the_mat_only_where_there_is_one(self, shipped):
        for variation in shipped.variations:
            lying = variation.figure.support == "lying"
            assert variation.has_floor is lying
            assert ("back-arched" in variation.faults) is lying
            assert (variation.load_low is not None) is lying

    def test_has_the_eight_parts_in_order(self, shipped):
        kinds = [block.kind for block in shipped.default_routine.blocks]
        assert kinds == [
            "place", "drill", "tension", "first-rep", "floor", "sets", "drill", "wrap-up",
        ]  # fmt: skip
        sets = shipped.default_routine.blocks[5]
        assert (sets.sets, sets.reps, sets.rest) == (3, 10, 60)

    def test_begins_each_newcomer_where_their_answers_say(self, shipped):
        starts = {
            (question.slug, answer.slug): answer.start_at
            for question in shipped.questions
            for answer in question.answers
        }
        assert starts == {
            ("done-before", "never"): "bent-knee-lowering",
            ("done-before", "a-few-times"): "lying-raise-hands-under",
            ("done-before", "regularly"): "lying-raise",
            ("flatten-back", "yes"): None,
            ("flatten-back", "not-sure"): "dead-bug",
            ("flatten-back", "no"): "dead-bug",
        }
        assert all(answer.why for question in shipped.questions for answer in question.answers)

    @pytest.mark.parametrize("path", sorted(SHIPPED.rglob("*.md")), ids=lambda path: path.stem)
    def test_speaks_calmly_and_never_names_an_illness(self, path):
        text = path.read_text(encoding="utf-8")
        assert "!" not in text
        assert not re.search(r"you have an? |diagnos|\binjury\b|\bdamage", text, re.IGNORECASE)


class TestThereAndBack:
    def test_writes_the_shipped_files_as_they_are(self, shipped, tmp_path):
        write(shipped, tmp_path)
        ours = {path.relative_to(SHIPPED): path.read_bytes() for path in SHIPPED.rglob("*.md")}
        theirs = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.md")}
        assert theirs == ours

    def test_keeps_an_order_that_is_not_that_of_the_names(self, shipped, tmp_path):
        turned = shipped.model_copy(
            update={field: getattr(shipped, field)[::-1] for field in Catalogue.model_fields}
        )
        write(turned, tmp_path)
        assert read(tmp_path) == turned

    def test_removes_files_that_the_catalogue_does_not_have(self, shipped, folder):
        (folder / "drills" / "old.md").write_text("gone", encoding="utf-8")
        (folder / "drills" / ".keep").touch()
        (folder / "variations" / "01-dead-bug.md").rename(folder / "variations" / "99-dead-bug.md")
        write(shipped, folder)
        assert read(folder) == shipped
        assert (folder / "drills" / ".keep").exists()

    def test_windows_lines_and_a_byte_order_mark_make_no_difference(self, shipped, folder):
        for path in folder.rglob("*.md"):
            text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
            path.write_bytes(b"\xef\xbb\xbf" + text.encode())
        assert read(folder) == shipped

    @settings(deadline=None, max_examples=30)  # each example writes every file
    @given(
        title=st.text(min_size=1, max_size=80),
        summary=st.text(min_size=1, max_size=300),
        body=st.text(min_size=1),
    )
    def test_any_words_come_back_as_they_were(
        self, shipped, tmp_path_factory, title, summary, body
    ):
        try:
            topic = Topic(slug="9-lives", title=title, summary=summary, body=body)
        except ValueError:
            return
        folder = tmp_path_factory.mktemp("words")
        changed = shipped.model_copy(update={"topics": (topic, *shipped.topics)})
        write(changed, folder)
        assert read(folder) == changed

    def test_words_that_other_yaml_takes_for_truth_or_time_stay_words(self, folder):
        path = folder / "topics" / "place.md"
        for word in ("no", "on", "12:30", "2024-01-01", "1_000", "0x1f", "1e3"):
            text = path.read_text(encoding="utf-8")
            path.write_text(re.sub(r"(?m)^title: .*", f"title: {word}", text), encoding="utf-8")
            assert read(folder).topic("place").title == word
