"""A fault gets one more field in the schema, and an installation comes along."""

import pytest

pytestmark = pytest.mark.once
SCHEMA = "coaching/catalogue/schema/exercises.py"
MODELS = "coaching/catalogue/models/exercises.py"
UPGRADES = "coaching/catalogue/publishing/upgrades.py"
EDITED = "fault swung"
# What everybody gets who had content before there was the field.
FOR_ALL = "Begin it anew."


def add_optional(copy):
    copy.add_below(SCHEMA, "    icon: Icon", '    hint: Aside = ""')
    copy.add_below(SCHEMA, "    Amount,", "    Aside,")
    copy.add_below(
        MODELS,
        '    icon = models.SlugField(_("icon"), max_length=20)',
        '    hint = models.CharField(_("hint"), max_length=SENTENCE, blank=True, default="")',
    )


def add_required(copy):
    copy.add_below(SCHEMA, "    icon: Icon", "    again: Sentence")
    copy.add_below(
        MODELS,
        '    icon = models.SlugField(_("icon"), max_length=20)',
        f'    again = models.CharField(_("again"), max_length=SENTENCE, default="{FOR_ALL}")',
    )
    copy.edit(UPGRADES, "(to_2, to_3, to_4)", "(to_2, to_3, to_4, to_5)")
    copy.edit(
        UPGRADES,
        "# UPGRADES[n - 1] brings",
        "def to_5(document: Document) -> Document:\n"
        f'    faults = [fault | {{"again": "{FOR_ALL}"}} for fault in document["faults"]]\n'
        '    return document | {"faults": faults}\n\n\n'
        "# UPGRADES[n - 1] brings",
    )
    for path in copy.content("faults"):
        copy.edit(path, "icon: ", f"again: Once more, {path.stem}.\nicon: ")


def migrated(copy):
    """What there is after the change, and which operations the migration has."""
    made = copy.run("manage.py", "makemigrations", "coaching")
    operations = [line.strip() for line in made.splitlines()[2:]]
    return copy.tell("one_more_field"), operations


def test_a_field_is_added(copy):
    add_optional(copy)
    now, operations = migrated(copy)
    assert operations == ["+ Add field hint to fault"]
    every_page_opens(now)
    nothing_is_edited_that_was_not(now, renewed=0)
    assert {fault["hint"] for fault in now["faults"].values()} == {""}

    add_required(copy)
    copy.edit(copy.content("faults")[-2], "icon: ", "hint: Count aloud.\nicon: ")
    now, operations = migrated(copy)
    assert operations == ["+ Add field again to fault"]
    every_page_opens(now)
    nothing_is_edited_that_was_not(now, renewed=7)
    what_nobody_edited_is_renewed(now)
    the_trainers_edit_stays(now)
    assert {fault["again"] for fault in now["first"].values()} == {FOR_ALL}
    assert {"again", "hint"} <= set(now["admin"])


def every_page_opens(now):
    wrong = {page: status for page, status in now["pages"].items() if status != 200}
    assert not wrong
    # The history, a new one, the summary of the one that is over, and the one that is running.
    assert len([page for page in now["pages"] if page.startswith("/workouts/")]) == 4


def nothing_is_edited_that_was_not(now, *, renewed):
    assert f"0 new, {renewed} renewed, 1 kept." in now["told"]
    assert f"kept your edit of {EDITED}" in now["told"]
    assert "0 new, 0 renewed, 1 kept." in now["again"]


def what_nobody_edited_is_renewed(now):
    for where in (now["faults"], now["drafts"]):
        others = {slug: fault for slug, fault in where.items() if slug != "swung"}
        assert {slug: fault["again"] for slug, fault in others.items()} == {
            slug: f"Once more, {slug}." for slug in others
        }
        assert {slug for slug, fault in others.items() if fault["hint"]} == {"rushed-down"}


def the_trainers_edit_stays(now):
    for where in (now["faults"], now["drafts"]):
        assert where["swung"]["cue"] == "Wait for the pendulum to stop."
        assert where["swung"]["again"] == FOR_ALL
