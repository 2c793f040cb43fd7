"""Bad content in a document: what is found in a thing and between things, and how it is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from coaching.catalogue.schema import Catalogue, Problem, explain, nearest, problems
from coaching.catalogue.schema.blocks import KINDS


@pytest.fixture
def document(content):
    """A fresh Release document to spoil."""
    return content.model_dump(mode="json")


def entry(document, kind, slug):
    return next(each for each in document[Catalogue.KINDS[kind]] if each["slug"] == slug)


def refusals(document):
    """path -> message, of whatever is wrong with a document."""
    try:
        found = problems(Catalogue.model_validate(document))
    except ValidationError as error:
        found = explain(error, document)
    return {(each.kind, each.slug, *each.path): each.message for each in found}


REFUSED_FIGURES = [
    ({"hip_top": 400}, "hip_top", "hip_top is 400. Write a number from -30 to 130."),
    ({"hip_top": 4.5}, "hip_top", "hip_top is 4.5. Write a whole number from -30 to 130."),
    ({"legs": "one"}, "other_hip", "other_hip is missing. With legs: one write the angle of the "
     "other leg."),
    ({"other_knee": 3}, "other_knee", "other_knee only belongs to legs: one or alternating. Take "
     "the line out."),
    ({"weight": "sack"}, "weight", 'weight "sack" is not known. Write one of: none, ankles, '
     "dumbbell."),
    ({"hip_botom": 4}, "hip_botom", 'key "hip_botom" is not known. Did you mean hip_bottom?'),
]  # fmt: skip


@pytest.mark.parametrize(("change", "field", "message"), REFUSED_FIGURES)
def test_a_refused_figure_is_explained(document, change, field, message):
    entry(document, "variation", "lying-raise")["figure"].update(change)
    assert refusals(document)["variation", "lying-raise", "figure", field] == message


class TestBlocks:
    def test_a_kind_that_does_not_exist(self, document):
        document["routines"][0]["blocks"][2]["kind"] = "tensions"
        assert refusals(document) == {
            ("routine", "standard", "blocks", 2, "kind"): 'kind "tensions" is not known. Write one '
            f"of: {', '.join(KINDS)}."
        }

    def test_a_key_of_another_kind(self, document):
        document["routines"][0]["blocks"][4]["reps"] = 3
        message = refusals(document)["routine", "standard", "blocks", 4, "reps"]
        assert message.startswith('key "reps" is not known. Write one of: kind, title')

    def test_angles_that_fall(self, document):
        document["routines"][0]["blocks"][3]["angles"] = [90, 45]
        message = refusals(document)["routine", "standard", "blocks", 3, "angles"]
        assert message == "angles do not rise. Write the lower angle first, such as [45, 90]."


def _variation(**change):
    return lambda document: entry(document, "variation", "lying-raise").update(change)


def _block(number, **change):
    return lambda document: document["routines"][0]["blocks"][number].update(change)


def _without(*kinds):
    def spoil(document):
        routine = document["routines"][0]
        routine["blocks"] = [each for each in routine["blocks"] if each["kind"] not in kinds]

    return spoil


def _wrap_up_first(document):
    document["routines"][0]["blocks"].insert(0, document["routines"][0]["blocks"].pop())


def _second_sets(document):
    document["routines"][0]["blocks"].insert(0, document["routines"][0]["blocks"][5])


def _two_defaults(document):
    document["routines"].append({**document["routines"][0], "slug": "short"})


def _no_default(document):
    document["routines"][0]["default"] = False


def _two_of_a_slug(document):
    document["topics"].append(document["topics"][0])


def _not_lighter(document):
    entry(document, "variation", "lying-raise")["eases_to"] = "lying-raise-hands-under"


def _hanging_to_weighted(document):
    entry(document, "variation", "hanging-knee-raise")["eases_to"] = "weighted-raise"


def _leads_down(document):
    entry(document, "variation", "lying-raise")["leads_to"] = "dead-bug"


def _no_flags(document):
    document["questionnaires"] = document["questionnaires"][:1]


def _late_emergency(document):
    entry(document, "questionnaire", "red-flags")["questions"].reverse()


def _not_urgent(document):
    entry(document, "questionnaire", "red-flags")["questions"][1]["urgency"] = None


def _hanging_floor(document):
    entry(document, "variation", "hanging-leg-raise")["has_floor"] = True


def _upside_down(document):
    entry(document, "variation", "lying-raise")["figure"]["hip_top"] = 5


def _milder_pain(document):
    entry(document, "fault", "pain")["severity"] = "ends-set"


def _loose(slug, **change):
    return lambda document: entry(document, "variation", slug).update(change)


def _fault(slug, **change):
    return lambda document: entry(document, "fault", slug).update(change)


def _unknown_muscle(document):
    entry(document, "variation", "lying-raise")["muscles"][1]["muscle"] = "psoas-mayor"


def _unknown_start(document):
    asked = entry(document, "questionnaire", "newcomer")["questions"][0]
    asked["answers"][0]["start_at"] = "bent-knees"


def _same_answer(document):
    asked = entry(document, "questionnaire", "newcomer")["questions"][0]
    asked["answers"][1]["slug"] = "never"


def _bare_ladder(document):
    document["ladders"].append({**document["ladders"][0], "slug": "pull-up"})
    document["routines"][0]["ladder"] = "pull-up"


BETWEEN = [
    (_variation(rung=4), ("variation", "lying-raise", "rung"),
     "rung 4 is already lying-raise-hands-under. Write a rung that no other variation of "
     "this ladder has, such as 10."),
    (_variation(faults=["back-archd", "pain"]), ("variation", "lying-raise", "faults", 0),
     'There is no fault "back-archd". Did you mean back-arched?'),
    (_variation(faults=["pain", "swung", "pain"]), ("variation", "lying-raise", "faults", 2),
     "pain is in the list twice. Take one out."),
    (_variation(faults=["swung", "doming"]), ("variation", "lying-raise", "faults"),
     "No fault of this variation ends the workout. Add pain at the end."),
    (_unknown_muscle, ("variation", "lying-raise", "muscles", 1, "muscle"),
     'There is no muscle "psoas-mayor". Did you mean psoas-major?'),
    (_upside_down, ("variation", "lying-raise", "figure", "hip_top"),
     "hip_top is 5, not above hip_bottom. Write a number from 6 to 130."),
    (_not_lighter, ("variation", "lying-raise", "eases_to"),
     "eases_to is lying-raise-hands-under, whose load at the hip (100) is not lower than 100. Name "
     "one that is lighter, or take the line out."),
    (_hanging_to_weighted, ("variation", "hanging-knee-raise", "eases_to"),
     "eases_to is weighted-raise, whose load at the hip (108) is not lower than 100. Name one that "
     "is lighter, or take the line out."),
    (_leads_down, ("variation", "lying-raise", "leads_to"),
     "leads_to is dead-bug on rung 1, not above rung 5. Name one that is further up, or take the "
     "line out."),
    (_no_flags, ("catalogue", "", "questionnaires"),
     "No questionnaire has purpose: red-flags. Write one."),
    (_late_emergency, ("questionnaire", "red-flags", "questions", 0, "urgency"),
     "The first question is no emergency. Move those with urgency: emergency up."),
    (_not_urgent, ("questionnaire", "red-flags", "questions", 1, "urgency"),
     "urgency is missing. Write one of: emergency, soon, ask-first."),
    (_hanging_floor, ("variation", "hanging-leg-raise", "has_floor"),
     "has_floor is true, and only lying offers a floor. Write has_floor: false."),
    (_milder_pain, ("fault", "pain", "suggestion"),
     "suggestion pain does not go with severity ends-set. Write suggestion: pain for a fault that "
     "ends the workout, and for no other."),
    (_variation(gate=14), ("variation", "lying-raise", "gate"),
     "gate is 14, too few to open something heavier. Write 15 or more."),
    (_loose("hanging-leg-raise", gate=9), ("variation", "hanging-leg-raise", "gate"),
     "gate is 9, too few to open something heavier. Write 10 or more."),
    (_loose("weighted-raise", gate=9), ("variation", "weighted-raise", "gate"),
     "gate is 9, too few to open something heavier. Write 10 or more."),
    (_loose("bent-knee-lowering", gate_workouts=1),
     ("variation", "bent-knee-lowering", "gate_workouts"),
     "gate_workouts is 1, and lying-raise-hands-under is a jump in load. Write 2 or more."),
    (_loose("hanging-knee-raise", gate_range=66), ("variation", "hanging-knee-raise", "gate_range"),
     "gate_range is 66, and hanging-leg-raise is a jump in load. Write 67 or more."),
    (_variation(gate_range=49), ("variation", "lying-raise", "gate_range"),
     "gate_range is 49. Write a number from 50 to 100."),
    (_variation(gate_workouts=0), ("variation", "lying-raise", "gate_workouts"),
     "gate_workouts is 0. Write a number from 1 to 5."),
    (_variation(targets=[12, 10]), ("variation", "lying-raise", "targets"),
     "targets do not rise. Write the fewest first, such as [10, 12, 15]."),
    (_variation(targets=[]), ("variation", "lying-raise", "targets"),
     "targets has 0 entries. Write at least 1."),
    (_variation(targets=[0, 5]), ("variation", "lying-raise", "targets", 0),
     "targets, entry 1, is 0. Write a number from 1 to 50."),
    (_fault("swung", seek="See somebody."), ("fault", "swung", "seek"),
     "seek only belongs to severity: ends-set. Take the line out."),
    (_fault("head-lifted", advice=""), ("fault", "head-lifted", "steers"),
     "steers is advice, and there is none. Write advice, or take the line out."),
    (_fault("swung", steers="pillow"), ("fault", "swung", "steers"),
     'steers "pillow" is not known. Write one of: , floor, slower, breath, advice.'),
    (_unknown_start, ("questionnaire", "newcomer", "questions", 0, "answers", 0, "start_at"),
     'There is no variation "bent-knees". Did you mean bent-knee-lowering?'),
    (_same_answer, ("questionnaire", "newcomer", "questions", 0, "answers", 1, "slug"),
     "never is in the list twice. Take one out."),
    (_block(1, drill="cat"), ("routine", "standard", "blocks", 1, "drill"),
     'There is no drill "cat". Did you mean cat-cow?'),
    (_block(2, fallback="deadbug"), ("routine", "standard", "blocks", 2, "fallback"),
     'There is no variation "deadbug". Did you mean dead-bug?'),
    (_block(0, topics=["place", "shoe"]), ("routine", "standard", "blocks", 0, "topics", 1),
     'There is no topic "shoe". Did you mean shoes?'),
    (_without("sets"), ("routine", "standard", "blocks"),
     "The routine has no sets. Add a block with kind: sets."),
    (_without("wrap-up"), ("routine", "standard", "blocks"),
     "The routine has no wrap-up. Add a block with kind: wrap-up at the end."),
    (_wrap_up_first, ("routine", "standard", "blocks", 0),
     "wrap-up is not the last block. Move it to the end."),
    (_second_sets, ("routine", "standard", "blocks", 6),
     "There are two blocks with kind: sets. Take one out."),
    (_two_defaults, ("routine", "short", "default"),
     "default is true, and standard is the default already. Write default: false in one of them."),
    (_no_default, ("catalogue", "", "routines"),
     "No routine is the default. Write default: true in one of them."),
    (_bare_ladder, ("routine", "standard", "ladder"),
     "ladder pull-up has no rung. Name one that has, or add a variation."),
    (_two_of_a_slug, ("topic", "how-often", "slug"),
     'slug "how-often" is used 2 times. Give each topic its own.'),
    (lambda document: document.update(questionnaires=[]), ("catalogue", "", "questionnaires"),
     "There are no questionnaires. Write at least one questionnaire."),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "place", "message"), BETWEEN)
def test_what_is_wrong_between_things_is_found_and_explained(document, spoil, place, message):
    spoil(document)
    assert refusals(document)[place] == message


def test_one_wrong_thing_is_one_problem(document):
    _unknown_muscle(document)
    assert len(refusals(document)) == 1


def test_a_thing_that_cannot_be_read_is_not_called_unknown(document):
    document["faults"] = [each for each in document["faults"] if each["slug"] != "swung"]
    catalogue = Catalogue.model_validate(document)
    assert problems(catalogue, {("fault", "swung")}) == []
    assert len(problems(catalogue)) == 8  # every variation but bent knees and dead bug


def test_a_problem_reads_as_a_sentence_with_its_place():
    problem = Problem("routine", "standard", ("blocks", 3, "drill"), "There is no such drill.")
    assert str(problem) == "routine standard, blocks 4, drill: There is no such drill."


def test_nothing_close_names_all_there_is():
    assert nearest("zzz", ["arch", "swing"]) == "Write one of: arch, swing."
    assert nearest("zzz", []) == "There is none yet: write it first."


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    ),
    st.data(),
)
def test_whatever_stands_in_a_place_is_accepted_or_explained(content, value, data):
    document = content.model_dump(mode="json")
    here = document
    while True:
        keys = list(here) if isinstance(here, dict) else range(len(here))
        key = data.draw(st.sampled_from(keys))
        deeper = isinstance(here[key], dict | list) and len(here[key])
        if not deeper or data.draw(st.booleans()):
            break
        here = here[key]
    here[key] = value
    assert all(message.endswith((".", "?")) for message in refusals(document).values())
