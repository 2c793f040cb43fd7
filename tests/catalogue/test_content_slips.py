"""What a trainer is told about a slip in a content file: its file, its line, what to write."""

import shutil

import pytest

from coaching.catalogue.files import ContentError, FileProblem, read, write


@pytest.fixture
def folder(tmp_path, content):
    """The content as files, to spoil."""
    write(content, tmp_path)
    return tmp_path


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def line_of(path, part):
    lines = path.read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, start=1) if part in line)


def problems_of(folder):
    with pytest.raises(ContentError) as caught:
        read(folder)
    return caught.value.problems


# file, what to replace, with what, a part of the line that is named, and the message.
SLIPS = {
    "unknown severity": (
        "faults/back-arched.md", "severity: ends-rep", "severity: deadly", "severity:",
        'severity "deadly" is not known. Write one of: note, ends-rep, ends-set, ends-workout.',
    ),
    "impossible angle": (
        "variations/05-lying-raise.md", "hip_top: 90", "hip_top: 400", "hip_top:",
        "hip_top is 400. Write a number from -30 to 130.",
    ),
    "a type of its own": (
        "faults/back-arched.md", "severity: ends-rep", "severity: !!bool x", "severity:",
        "a word with ! names a type. Write the value alone.",
    ),
    "a list without an end": (
        "faults/back-arched.md", "severity: ends-rep", f"severity: {'[' * 999}{']' * 999}",
        "severity:", "this is a list in a list in a list. Write a flat one.",
    ),
    "a very long number": (
        "variations/05-lying-raise.md", "hip_top: 90", f"hip_top: {'9' * 999}", "hip_top:",
        "hip_top is a very long number. Write a number from -30 to 130.",
    ),
    "angle in words": (
        "variations/05-lying-raise.md", "hip_top: 90", "hip_top: upright", "hip_top:",
        'hip_top is "upright". Write a whole number from -30 to 130.',
    ),
    "unknown fault": (
        "variations/05-lying-raise.md", "  - swung", "  - swing", "- swing",
        'There is no fault "swing". Did you mean swung?',
    ),
    "unknown muscle": (
        "variations/05-lying-raise.md", "muscle: psoas-major", "muscle: psoas-mayor", "psoas-mayor",
        'There is no muscle "psoas-mayor". Did you mean psoas-major?',
    ),
    "unknown drill": (
        "routines/standard.md", "drill: plank", "drill: planks", "drill: planks",
        'There is no drill "planks". Did you mean plank?',
    ),
    "unknown start": (
        "questionnaires/newcomer.md", "start_at: bent-knee-lowering", "start_at: bent-knee",
        "start_at: bent-knee", 'There is no variation "bent-knee". Did you mean '
        "bent-knee-lowering?",
    ),
    "step without a text": (
        "drills/plank.md",
        "\n    text: Do it, and how that is done.", "",
        "title: Do it", "text is missing. Write a text.",
    ),
    "missing key": (
        "faults/pain.md", "icon: pain\n", "", "---",
        "icon is missing. Write one of: arch, swing, rush, breath, head, rest, doming, pain.",
    ),
    "unknown key": (
        "faults/pain.md", "\ncue:", "\nq: 1\ncues:", "cues:",
        'key "cues" is not known. Did you mean cue?',
    ),
    "cue too long to be spoken": (
        "faults/pain.md", "short_cue: No more pain.",
        "short_cue: Stop now and put both of your feet down", "short_cue:",
        "short_cue has 9 words. Write at most 8: it is spoken between two reps.",
    ),
    "words too long for half a rep": (
        "drills/cat-cow.md", "lift_words: Round your back",
        "lift_words: Round your back to the ceiling", "lift_words:",
        "lift_words has 30 characters. Write at most 24.",
    ),
    "empty value": (
        "faults/pain.md", "name: Pain", "name:", "name:", "name is empty. Write a text.",
    ),
    "slug inside": (
        "faults/pain.md", "name: Pain", "slug: pain\nname: Pain", "slug:",
        'key "slug" does not belong here. The file name is the slug. Take the line out.',
    ),
    "body inside": (
        "faults/pain.md", "name: Pain", "name: Pain\nbody: Ouch", "body:",
        'key "body" does not belong here. Write this text below the second ---, and take the key '
        "out.",
    ),
    "repeated key": (
        "faults/pain.md", "name: Pain", "name: Pain\nname: Ache", "Ache",
        'key "name" is there twice. Take one of the two out.',
    ),
    "repeated key further in": (
        "drills/plank.md", "  seconds: 30", "  seconds: 30\n  seconds: 40", "seconds: 40",
        'key "seconds" is there twice. Take one of the two out.',
    ),
    "colon in a text": (
        "faults/pain.md", "cue: Cue for pain.", "cue: Stop: now.", "cue:",
        'a text with a colon and a space in it needs quotes. Write key: "text: more text".',
    ),
    "tab": (
        "faults/pain.md", "name: Pain", "name: Pain\n\ticon: pain", "\ticon",
        "a tab cannot be used here. Write spaces instead.",
    ),
    "open quote": (
        "faults/pain.md", "name: Pain", 'name: "Pain', 'name: "Pain',
        "this is not YAML: found unexpected end of stream. Write key: value, and put a text with "
        "signs in quotes.",
    ),
    "alias": (
        "faults/pain.md", "name: Pain", "name: *pain", "name:",
        "*pain points elsewhere. Write the value itself.",
    ),
    "strange character": (
        "faults/pain.md", "name: Pain", "name: Pa\x07in", "name:",
        "a character cannot be read. Write plain text.",
    ),
    "routine without sets": (
        "routines/standard.md",
        """  - kind: sets
    title: Sets
    instruction: 'Sets: what to do.'
    action: Start the set
    sets: 3
    rest: 60
""", "", "blocks:",
        "The routine has no sets. Add a block with kind: sets.",
    ),
    "unknown kind of block": (
        "routines/standard.md", "kind: tension", "kind: tense", "kind: tense",
        'kind "tense" is not known. Write one of: arrival, drill, first-rep, floor, sets, tension, '
        "wrap-up.",
    ),
    "key of a block": (
        "routines/standard.md", "fallback: dead-bug", "fallback: dead-bug\n    trys: 2", "trys:",
        'key "trys" is not known. Did you mean tries?',
    ),
    "loosened pain limit": (
        "routines/standard.md", "stop_from: 4", "stop_from: 6", "stop_from:",
        "stop_from is 6. Write a number from 1 to 4.",
    ),
    "taken rung": (
        "variations/02-single-leg-raise.md", "rung: 2", "rung: 1", "rung:",
        "rung 1 is already dead-bug. Write a rung that no other variation of this "
        "ladder has, such as 10.",
    ),
    "amount of both": (
        "drills/plank.md", "  seconds: 30", "  seconds: 30\n  reps: 3", "amount:",
        "amount needs either reps or seconds. Write one of them, not both.",
    ),
    "leg without its angle": (
        "variations/02-single-leg-raise.md", "  other_knee: 0\n", "", "figure:",
        "other_knee is missing. With legs: one write the angle of the other leg.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_named_with_its_file_its_line_and_what_to_write(folder, slip):
    file, old, new, on_line, message = SLIPS[slip]
    edit(folder / file, old, new)
    found = {each.message: each for each in problems_of(folder)}
    assert message in found, "\n".join(found)
    assert found[message] == FileProblem(file, line_of(folder / file, on_line), message)
    assert str(found[message]) == f"{file}, line {found[message].line}: {message}"


WHOLE_FILES = {
    "empty": (b"", 1, "the front matter is missing. Begin with a line ---, then the keys, then a "
              "line ---."),
    "no front matter": (b"Just words.\n", 1, "the front matter is missing. Begin with a line ---, "
                        "then the keys, then a line ---."),
    "no end": (b"---\ntitle: Place\n", 1, "the front matter has no end. Write a line --- below the "
               "last key."),
    "a list": (b"---\n- a\n---\nWords.\n", 2, "the front matter has no keys. Write lines such as "
               "name: Dead bug."),
    "not utf-8": ("---\ntitle: A\nsummary: Für dich\n---\n".encode("latin-1"), 3,
                  "the file is not UTF-8. Save it as UTF-8."),
    "no text": (b"---\ntitle: A\nsummary: B\n---\n\n", 4,
                "there is no text below the keys. Write a text."),
    "a text too strange": (b"---\ntitle: A\nsummary: B\n---\n\nBell \x07\n", 6,
                           "body has a character that cannot be shown. Write plain text."),
    "nothing between": (b"---\n---\nWords.\n", 1, "title is missing. Write a text."),
    "an impossible date": (b"---\ntitle: !!timestamp 2024-13-45\n---\nWords.\n", 2,
                           "a word with ! names a type. Write the value alone."),
}  # fmt: skip


@pytest.mark.parametrize("slip", WHOLE_FILES)
def test_a_file_that_is_no_content_is_named(folder, slip):
    raw, line, message = WHOLE_FILES[slip]
    (folder / "topics" / "extra.md").write_bytes(raw)
    found = problems_of(folder)
    assert FileProblem("topics/extra.md", line, message) in found, "\n".join(map(str, found))


def test_everything_wrong_is_told_at_once(folder):
    edit(folder / "faults/pain.md", "icon: pain", "icon: ache")
    edit(folder / "variations/05-lying-raise.md", "hip_top: 90", "hip_top: 400")
    edit(folder / "variations/04-lying-raise-hands-under.md", "  - swung", "  - swing")
    files = [each.file for each in problems_of(folder)]
    # pain.md cannot be read, and the nine that name it are not blamed for that.
    assert sorted(files) == [
        "faults/pain.md",
        "variations/04-lying-raise-hands-under.md",
        "variations/05-lying-raise.md",
    ]


def test_a_slug_is_used_once(folder):
    shutil.copy(folder / "topics/place.md", folder / "topics/03-place.md")
    message = 'slug "place" is taken by topics/03-place.md. Give one of them another name.'
    assert problems_of(folder) == (FileProblem("topics/place.md", 1, message),)


def test_a_file_name_is_a_slug(folder):
    (folder / "topics/place.md").rename(folder / "topics/The Place.md")
    messages = {each.file: each.message for each in problems_of(folder)}
    assert messages["topics/The Place.md"] == (
        'The file name gives the slug. slug "The Place" is not a slug. Write small letters, digits '
        "and single hyphens, such as back-arched."
    )
    assert messages["routines/standard.md"].startswith('There is no topic "place". Write one of:')


def test_a_misspelt_folder_or_ending_is_not_silently_left_out(folder):
    (folder / "topics").rename(folder / "topic")
    (folder / "drills/plank.md").rename(folder / "drills/plank.txt")
    messages = {each.file: each.message for each in problems_of(folder)}
    assert messages["topic/"] == 'folder "topic" is not known. Did you mean topics?'
    assert messages["drills/plank.txt"].startswith("is not a content file.")


def test_an_empty_folder_says_what_to_begin_with(tmp_path):
    assert [str(each) for each in problems_of(tmp_path)] == [
        "ladders/: There are no ladders. Write at least one ladder.",
        "variations/: There are no variations. Write at least one variation.",
        "faults/: There are no faults. Write at least one fault.",
        "questionnaires/: There are no questionnaires. Write at least one questionnaire.",
        "routines/: There are no routines. Write at least one routine.",
    ]


def test_a_folder_that_is_not_there(tmp_path):
    assert problems_of(tmp_path / "none")[0].message == "There is no such folder."
