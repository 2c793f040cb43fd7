"""From one format of a Release's document to the next. Pure functions, and they never change:
what was released once opens for ever, so a mended upgrade is a new one.

A document is upgraded when it is read; its row stays as it was published. The newest format is the
shape of schema.Catalogue. To change that shape: write `to_<next>` here, add it to UPGRADES, keep a
document of the format before in tests/installations/.
"""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

# What a Release is kept as: Catalogue.model_dump(mode="json") of its day.
Document = dict[str, Any]

# What a hanging variation counts as when something lighter is looked for: two straight, level legs.
_HANGING = 100

# What is called otherwise since format 2.
_RENAMED = {
    "severity": {"ends-session": "ends-workout"},
    "suggestion": {"easier-rung": "lighter"},
    "kind": {"place": "arrival"},
    "topic": {"stop-point": "floor"},
}
# Format 1 had no ladder and no red flags of its own: these were words of the pages.
LADDER = {
    "slug": "leg-raise",
    "name": "Leg raise",
    "summary": "From the gentlest way to raise a leg to the hardest. Fifteen slow, perfect reps in "
    "one set open the next rung.",
    "body": "Every rung is one way to raise a leg. You move up when your reps say so, and down "
    "when your back does.",
}
NEWCOMER = {
    "slug": "newcomer",
    "name": "Where you begin",
    "purpose": "newcomer",
    "body": "Your answers choose where you begin. You can move up as soon as your reps say so.",
}
_RED_FLAGS: Document = {
    "slug": "red-flags",
    "name": "When something hurts",
    "purpose": "red-flags",
    "questions": [
        {
            "slug": "emergency",
            "text": "Get emergency help now",
            "help": "Call your emergency number (112 in Europe, 999 in the UK, 911 in the US) or "
            "go to an emergency department if you have:",
            "urgency": "emergency",
            "answers": {
                "both-legs": "pain, tingling, weakness or numbness in both legs",
                "numb-between": "numbness around your genitals or buttocks",
                "bladder-bowel": "trouble peeing, or lost control of bladder or bowel",
                "chest": "pain in the chest",
                "accident": "pain that began with a serious accident",
            },
        },
        {
            "slug": "soon",
            "text": "See a doctor soon, and no leg raises until then",
            "help": "",
            "urgency": "soon",
            "answers": {
                "fever-weight": "fever, or weight lost without trying",
                "lump": "a lump, or a change in the shape of your back",
                "night": "pain that is worse at night or does not ease when you rest",
                "cough": "pain that is worse when you cough or sneeze",
                "shoulder-blades": "pain between the shoulder blades",
                "one-leg": "pain, tingling or weakness down one leg",
            },
        },
        {
            "slug": "ask-first",
            "text": "Ask before you train at all",
            "help": "",
            "urgency": "ask-first",
            "answers": {
                "conditions": "with cancer, osteoporosis, long use of steroids, or a weak immune "
                "system, now or before",
                "injury": "after a recent serious injury, or an operation on your belly",
                "pregnant": "when you are pregnant: a clinician’s plan, and none of this lying on "
                "your back",
                "birth": "when you gave birth within the last year: a pelvic-health check first",
            },
        },
    ],
    "body": "Most back pain settles within a few weeks, and pain does not have to mean damage. "
    "Rest from leg raises for two days, keep walking, and begin again one rung easier. See a "
    "doctor or physio if it is still there in two weeks, if it gets worse, or if you are worried.",
}


def to_2(document: Document) -> Document:
    """Ladders, what each variation eases and leads to, questionnaires, and words of the design."""
    content = deepcopy(document)
    for fault in content["faults"]:
        fault["severity"] = renamed("severity", fault["severity"])
        fault["suggestion"] = renamed("suggestion", fault["suggestion"])
    for thing in (*content["variations"], *content["drills"]):
        thing["instructions"] = thing.pop("steps")
    for topic in content["topics"]:
        topic["slug"] = renamed("topic", topic["slug"])
    for routine in content["routines"]:
        routine["ladder"] = LADDER["slug"]
        for block in routine["blocks"]:
            block["kind"] = renamed("kind", block["kind"])
            if "topics" in block:
                block["topics"] = [renamed("topic", slug) for slug in block["topics"]]
    place_on_ladder(content["variations"])
    content["ladders"] = [dict(LADDER)]
    content["questionnaires"] = [newcomer(content.pop("questions")), red_flags()]
    return content | {"language": "en", "translations": []}


def renamed(what: str, word: str) -> str:
    """What a word of format 1 is called now; `what` is a key of _RENAMED."""
    return _RENAMED[what].get(word, word)


def place_on_ladder(variations: list[Document]) -> None:
    """Puts them on one ladder, by rung. The next rung is what each led to; what it eases to is the
    nearest below that is lighter at the hip, because the next one down is often as heavy."""
    rungs = sorted(variations, key=lambda variation: variation["rung"])
    for place, variation in enumerate(rungs):
        load = _HANGING if variation["load_low"] is None else variation["load_low"]
        lighter = [
            below["slug"]
            for below in rungs[:place]
            if below["load_low"] is not None and below["load_low"] < load
        ]
        variation["ladder"] = LADDER["slug"]
        variation["eases_to"] = lighter[-1] if lighter else None
        variation["leads_to"] = rungs[place + 1]["slug"] if place + 1 < len(rungs) else None
        variation["gate"] = 15


def newcomer(questions: list[Document]) -> Document:
    """Format 1 had one list of questions; it was what a newcomer is asked."""
    return NEWCOMER | {"questions": [question | {"urgency": None} for question in questions]}


def red_flags() -> Document:
    """The questionnaire that says what format 1 had on its pages."""
    questions = [
        question
        | {
            "answers": [
                {"slug": slug, "text": text, "help": "", "start_at": None, "why": ""}
                for slug, text in question["answers"].items()
            ]
        }
        for question in _RED_FLAGS["questions"]
    ]
    return _RED_FLAGS | {"questions": questions}


def to_3(document: Document) -> Document:
    """A short cue for each fault, and words for the two halves of a rep. Nobody had written any,
    and half of a long cue would be a riddle: what was released without them says nothing new."""
    content = deepcopy(document)
    for fault in content["faults"]:
        fault["short_cue"] = ""
    for thing in (*content["variations"], *content["drills"]):
        thing["lift_words"] = thing["lower_words"] = ""
    return content


# What a set asked for while the routine said it: this many, and on the way to a gate of 15 more.
_ASKED, _TARGETS = 10, (10, 12, 15)


def to_4(document: Document) -> Document:
    """How many reps a set asks for belongs to the variation, more is asked for before a jump in
    load, and faults steer. What was released steers nothing, and its gates stay as they are."""
    content = deepcopy(document)
    for fault in content["faults"]:
        fault["steers"] = fault["advice"] = fault["seek"] = ""
    set_targets(content["variations"], content["routines"])
    ask_more_before_jumps(content["variations"])
    return content


def set_targets(variations: list[Document], routines: list[Document]) -> None:
    """The reps of a ladder's routine are the first target of what is on it, and more follow. A
    second routine on a ladder goes on to say how many there are at most."""
    asked: dict[str, int] = {}
    for routine in sorted(routines, key=lambda routine: not routine["default"]):
        for block in routine["blocks"]:
            if block["kind"] == "sets" and routine["ladder"] not in asked:
                asked[routine["ladder"]] = block.get("reps") or _ASKED
                block["reps"] = None
    for variation in variations:
        first = asked.get(variation["ladder"], _ASKED)
        more = [target for target in _TARGETS if target > first]
        variation["targets"] = [first, *more]


def ask_more_before_jumps(variations: list[Document]) -> None:
    """Twice, and with two thirds of the range, before a jump; once and with half of it else."""
    figures = {variation["slug"]: variation["figure"] for variation in variations}
    for variation in variations:
        heavier = figures.get(variation["leads_to"])
        jumps = heavier is not None and _jumps(variation["figure"], heavier)
        variation["gate_workouts"] = 2 if jumps else 1
        variation["gate_range"] = 67 if jumps else 50


def _jumps(before: Document, after: Document) -> bool:
    """As format 4 began: onto a bar, a weight added, or two straight legs that were none."""
    onto_bar: bool = after["support"] == "hanging" != before["support"]
    weight_added: bool = before["weight"] == "none" != after["weight"]
    return onto_bar or weight_added or (_two_straight(after) and not _two_straight(before))


def _two_straight(figure: Document) -> bool:
    bent: int = max(figure["knee_bottom"], figure["knee_top"])
    return figure["legs"] == "both" and bent < 45


# UPGRADES[n - 1] brings format n to format n + 1.
UPGRADES: tuple[Callable[[Document], Document], ...] = (to_2, to_3, to_4)


def newest() -> int:
    """The format of today's documents."""
    return len(UPGRADES) + 1


def upgraded(document: Document, format: int) -> Document:
    """A document of this format, in today's shape. The one that is given is left as it is."""
    for upgrade in UPGRADES[format - 1 :]:
        document = upgrade(document)
    return document
