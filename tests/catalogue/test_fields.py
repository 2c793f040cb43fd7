"""Every field of the schema has a column, a way there and back, and a place where trainers edit."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from coaching.catalogue import schema
from coaching.catalogue.admin.entries import VariationAdmin
from coaching.catalogue.models import Block, Fault, Question, Questionnaire, Routine, Variation
from coaching.catalogue.publishing import actions, draft, releases
from coaching.catalogue.publishing.shipped import in_shape
from tests.catalogue import fields as look
from tests.factories.content import current
from tests.factories.people import TrainerFactory
from tests.forms import untouched

pytestmark = pytest.mark.django_db

KINDS = tuple(schema.Catalogue.KINDS)


@pytest.fixture
def trainer(db):
    client = Client()
    client.force_login(TrainerFactory())
    return client


@pytest.fixture
def rich(content):
    """The content, in the draft too, with one more of whatever is named somewhere, so that there
    is another for every name; the drill lifts one leg, and the variation hangs."""
    more = {
        "ladder": {},
        "muscle": {},
        "topic": {},
        "fault": {},
        "variation": {
            "rung": 10,
            "leads_to": None,
            "has_floor": False,
            "figure": content.variation("hanging-leg-raise").figure,
        },
        "drill": {"figure": content.variation("single-leg-raise").figure},
    }
    things = {}
    for kind, update in more.items():
        another = content.things(kind)[0].model_copy(update=update | {"slug": f"another-{kind}"})
        draft.store(kind, another, position=99)
        things[content.KINDS[kind]] = (*content.things(kind), another)
    rich = content.model_copy(update=things)
    assert not schema.problems(rich)
    return rich


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_column(kind):
    assert look.without_a_column(look.fields(kind)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_comes_back_from_the_draft_with_another_value(kind, rich):
    seen = set()
    for thing in rich.things(kind):
        for way, other in look.changed(thing, rich):
            if (path := look.path_of(other, way)) not in seen:
                assert look.lost(kind, other, way) == []
                seen.add(path)
    assert unproved(kind, seen) <= {"kind"}


@pytest.mark.once
def test_every_field_is_published_with_another_value(rich):
    """As many of them at once as content without problems lets be another."""
    after, seen = rewritten(rich)
    for kind in draft.TABLES:
        for position, thing in enumerate(after.things(kind), start=1):
            draft.store(kind, thing, position=position)
    assert actions.publish()
    releases.forget()
    assert current().by_slug == after.by_slug
    # One routine is the default, and a purpose has one questionnaire: there is no other value.
    only = {"kind", "slug", "default", "purpose"}
    for kind in KINDS:
        assert unproved(kind, {path for of, path in seen if of == kind}) <= only


def unproved(kind, seen):
    """What no content of the tests could say otherwise. Another kind of block is another shape."""
    return {field.path[-1] for field in look.fields(kind) if field.path not in seen}


def rewritten(catalogue):
    """The catalogue with everything in it another that may be, and {(kind, field's path), …}."""
    seen = set()
    for kind, name in schema.Catalogue.KINDS.items():
        for number, thing in enumerate(catalogue.things(kind)):
            for way, other in look.changed(thing, catalogue):
                field = kind, look.path_of(other, way)
                if field in seen or way == ("slug",):
                    continue
                things = list(catalogue.things(kind))
                things[number] = look.replaced(things[number], way, other)
                varied = catalogue.model_copy(update={name: tuple(things)})
                if not schema.problems(varied):
                    catalogue = varied
                    seen.add(field)
    return catalogue, seen


@pytest.mark.once
def test_every_field_has_a_place_on_the_trainers_page(trainer):
    places = look.offered(trainer)
    for kind in KINDS:
        assert look.without_a_place(look.fields(kind), places) == []


@pytest.mark.once
class TestAFieldThatIsMadeUp:
    """Where something is left out, the sentence says of which field, and what."""

    class Hinted(schema.Fault):
        hint: str = ""

    class Graded(schema.Instruction):
        position: int = 1

    def test_is_named_where_it_has_no_column(self):
        assert look.without_a_column(look.fields("fault", self.Hinted)) == [
            "fault hint: the table Fault has no column hint."
        ]

    def test_is_named_where_it_goes_one_way_alone(self, content):
        thing = self.Hinted(**content.fault("swung").model_dump(), hint="Look up.")
        assert look.lost("fault", thing, ("hint",)) == [
            "fault hint: 'Look up.' was stored, None came back."
        ]

    def test_is_named_where_the_rows_below_a_thing_do_not_know_it(self):
        class Drill(schema.Drill):
            instructions: tuple[self.Graded, ...]

        assert look.without_a_column(look.fields("drill", Drill)) == [
            "drill instructions.position: publishing/draft.py does not keep it."
        ]

    def test_is_named_where_the_trainers_page_leaves_it_out(self, trainer, monkeypatch):
        without = [
            (title, {"fields": [name for name in words["fields"] if "load_low" not in name]})
            for title, words in VariationAdmin.fieldsets
        ]
        monkeypatch.setattr(VariationAdmin, "fieldsets", without)
        places = look.offered(trainer)
        assert look.without_a_place(look.fields("variation"), places) == [
            f"variation {name}: the trainer's page of Variation has no field {name}."
            for name in ("load_low", "load_high", "has_floor")
        ]


# The trainer's page, sent


def page_of(row):
    name = row._meta.model_name
    return reverse(f"admin:coaching_{name}_change", args=[row.pk]), f"{name}_form"


def read(trainer, row):
    """What the page of a row would send, if nobody touched it."""
    url, form = page_of(row)
    return untouched(trainer.get(url).content.decode(), form)


def send(trainer, row, said):
    """Sends a page. Returns what it says where it was not saved, all in one line."""
    response = trainer.post(page_of(row)[0], said)
    if response.status_code == 302:
        releases.forget()
        return ""
    errors = re.findall(r'<ul class="errorlist.*?</ul>', response.content.decode(), re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>|\s+", " ", " ".join(errors))).split())


@pytest.mark.once
@pytest.mark.parametrize("kind", [*KINDS, "question"])
def test_a_page_that_is_saved_untouched_changes_nothing(trainer, content, kind):
    # Not in the order of the table: a list keeps its own.
    Block.objects.filter(kind="arrival").update(settings={"topics": ["shoes", "place"]})
    actions.publish()
    before = drafted()
    table = draft.TABLES.get(kind, Question)
    for row in table.objects.all():
        assert send(trainer, row, read(trainer, row)) == ""
    assert drafted() == before
    assert actions.publish() is None


def drafted():
    return {
        (kind, row.slug): in_shape(kind, draft.document(kind, row))
        for kind in draft.TABLES
        for row in draft.rows(kind)
    }


@pytest.fixture
def routine(db):
    return Routine.objects.get(pk="standard")


def block(said, number, **fields):
    """The page of a routine with other fields in its block at this place, from 1."""
    return said | {f"blocks-{number - 1}-{name}": value for name, value in fields.items()}


@pytest.mark.once
@pytest.mark.parametrize(
    ("number", "fields", "said"),
    [
        (6, {"sets": 2, "reps": 8, "rest": 90}, {"sets": 2, "reps": 8, "rest": 90}),
        (3, {"tries": 2}, {"tries": 2}),
        (6, {"sets": 2, "reps": ""}, {"sets": 2, "reps": None}),  # what its kind says by itself
        (4, {"angles": "30 60, 90"}, {"angles": (30, 60, 90)}),
        (2, {"drill": "plank"}, {"drill": "plank"}),
        (1, {"topics": ["place"]}, {"topics": ("place",)}),
        (1, {"topics": ["how-often", "place", "shoes"]},
         {"topics": ("place", "shoes", "how-often")}),
        (7, {"kind": "tension", "fallback": "dead-bug", "tries": 1},
         {"kind": "tension", "drill": "plank", "fallback": "dead-bug", "tries": 1}),
        (8, {"title": "The end"}, {"title": "The end"}),
    ],
)  # fmt: skip
def test_a_block_that_is_edited_is_what_is_published(trainer, routine, number, fields, said):
    assert send(trainer, routine, block(read(trainer, routine), number, **fields)) == ""
    assert actions.publish()
    releases.forget()
    found = current().routine("standard").blocks[number - 1].model_dump()
    assert {name: found[name] for name in said} == said


def test_one_field_of_a_block_that_is_edited_leaves_the_others(trainer, routine):
    own = {"topics": ["shoes", "place"]}
    Block.objects.filter(routine=routine, position=1).update(settings=own)
    said = block(read(trainer, routine), 1, title="Where")
    assert send(trainer, routine, said) == ""
    assert Block.objects.get(routine=routine, position=1).settings == own


@pytest.mark.once
@pytest.mark.parametrize(
    ("number", "fields", "sentence"),
    [
        (6, {"sets": 99}, "sets is 99. Write a number from 1 to 10."),
        (6, {"reps": "ten"}, "Enter a whole number."),
        (4, {"angles": "90 45"}, "angles do not rise. Write the lower angle first"),
        (4, {"angles": "ninety"}, "Write whole numbers, such as 45, 90."),
        (2, {"drill": ""}, "drill is missing. Write"),
        (1, {"topics": []}, "topics is missing. Write a list."),
        (7, {"kind": "tension"}, "fallback is missing. Write"),
        (2, {"action": "x" * 70}, "action has 70 characters. Write at most 60."),
        (2, {"title": ""}, "This field is required."),
        (2, {"kind": "somersault"}, "somersault is not one of the available choices."),
    ],
)
def test_a_block_that_is_wrong_says_what_to_write(trainer, routine, number, fields, sentence):
    before = draft.document("routine", routine)
    said = block(read(trainer, routine), number, **fields)
    assert sentence in send(trainer, routine, said)
    assert draft.document("routine", routine) == before


def test_blocks_change_places(trainer, routine):
    said = block(read(trainer, routine), 2, position=3)
    assert send(trainer, routine, block(said, 3, position=2)) == ""
    titles = [each["title"] for each in draft.document("routine", routine)["blocks"]]
    assert titles[:3] == ["Place and body", "Tension check", "Reset"]


@pytest.mark.parametrize(("rows", "name"), [("fault_order", "fault"), ("muscle_order", "muscle")])
def test_two_rows_exchange_what_they_name(trainer, rows, name):
    variation = Variation.objects.get(pk="lying-raise")
    said = read(trainer, variation)
    first, second = f"{rows}-0-{name}", f"{rows}-1-{name}"
    before = named(variation, rows, name)
    assert send(trainer, variation, said | {first: said[second], second: said[first]}) == ""
    assert named(variation, rows, name) == [before[1], before[0], *before[2:]]


SLUGGED = [("question", "answers"), ("questionnaire", "questions")]


@pytest.fixture
def slugged(request, db):
    """What has rows with slugs: (it, the name of its rows)."""
    kind, rows = request.param
    asked = Questionnaire.objects.get(pk="newcomer")
    return (asked if kind == "questionnaire" else asked.questions.first()), rows


@pytest.mark.parametrize("slugged", SLUGGED, indirect=True)
def test_two_rows_exchange_their_slugs(trainer, slugged):
    thing, rows = slugged
    before = worded(thing, rows)
    (one, _), (two, _), *others = before
    said = {f"{rows}-0-slug": two, f"{rows}-1-slug": one}
    assert send(trainer, thing, read(trainer, thing) | said) == ""
    assert worded(thing, rows) == [(two, before[0][1]), (one, before[1][1]), *others]


@pytest.mark.parametrize("slugged", SLUGGED, indirect=True)
def test_a_row_takes_the_slug_of_one_that_goes(trainer, slugged):
    thing, rows = slugged
    (_, kept), (freed, _), *others = worded(thing, rows)
    said = {f"{rows}-0-slug": freed, f"{rows}-1-DELETE": "on"}
    assert send(trainer, thing, read(trainer, thing) | said) == ""
    assert worded(thing, rows) == [(freed, kept), *others]


@pytest.mark.parametrize("slugged", SLUGGED, indirect=True)
def test_two_rows_with_one_slug_are_told(trainer, slugged):
    thing, rows = slugged
    before = worded(thing, rows)
    said = {f"{rows}-0-slug": before[1][0]}
    wrong = send(trainer, thing, read(trainer, thing) | said)
    assert "Please correct the duplicate data for slug." in wrong
    assert worded(thing, rows) == before


def worded(thing, rows):
    return list(getattr(thing, rows).values_list("slug", "text"))


def named(variation, rows, name):
    return list(getattr(variation, rows).values_list(name, flat=True))


def test_a_row_is_taken_out_and_another_put_in(trainer):
    variation = Variation.objects.get(pk="lying-raise")
    said = read(trainer, variation) | {"fault_order-0-DELETE": "on", "fault_order-2-position": 9}
    before = named(variation, "fault_order", "fault")
    assert send(trainer, variation, said) == ""
    assert named(variation, "fault_order", "fault") == [before[1], *before[3:], before[2]]


def test_targets_are_numbers_with_commas(trainer):
    variation = Variation.objects.get(pk="lying-raise")
    said = read(trainer, variation)
    assert said["targets"] == ["10, 12, 15"]
    for wrong in ("12, 10", "0", ", ".join(map(str, range(1, 9)))):
        assert "Write one to six numbers from 1 to 50, the fewest first" in send(
            trainer, variation, said | {"targets": wrong}
        )
    assert send(trainer, variation, said | {"targets": "8 10, 12"}) == ""
    variation.refresh_from_db()
    assert variation.targets == [8, 10, 12]


def test_a_short_cue_that_is_too_long_to_be_spoken_says_so(trainer, content):
    fault = Fault.objects.get(pk="swung")
    long = "Come to a complete stop down there before lifting"
    wrong = send(trainer, fault, read(trainer, fault) | {"short_cue": long})
    assert "Write at most 8 words: it is spoken between two reps." in wrong
    fault.refresh_from_db()
    assert fault.short_cue == content.fault("swung").short_cue
