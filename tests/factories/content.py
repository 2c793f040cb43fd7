"""The content that tests work with: as much as the shipped one has kinds, and no more words than
tests read. What ships may change without a test knowing, but for those that are about it."""

from coaching.catalogue.publishing import releases
from coaching.catalogue.schema import Catalogue

BODY = "What is good to know about it."
LADDER = "leg-raise"


def current():
    """The Catalogue that pages read in a test."""
    return releases.catalogue(releases.newest_id())


def edition() -> Catalogue:
    """One ladder of nine, and everything that a workout on it meets."""
    return Catalogue.model_validate(document())


def document():
    return {
        "ladders": [thing(LADDER, "Leg raise", summary="From light to heavy.")],
        "variations": variations(),
        "drills": drills(),
        "faults": faults(),
        "muscles": muscles(),
        "topics": [
            topic("how-often", "How often"),
            topic("place", "Where to lie"),
            topic("shoes", "Shoes off"),
        ],
        "questionnaires": [newcomer(), red_flags()],
        "routines": [routine()],
    }


def thing(slug, name, **fields):
    return {"slug": slug, "name": name, "body": BODY, **fields}


def topic(slug, title):
    return {"slug": slug, "title": title, "summary": f"{title}, in a sentence.", "body": BODY}


def instructions(*titles):
    return [{"title": title, "text": f"{title}, and how that is done."} for title in titles]


def figure(support="lying", hands="sides", *, hip=(5, 90), knee=(0, 0), back=(0, 0), **numbers):
    """`hip`, `knee` and `back` are degrees at the bottom and at the top."""
    ends = {
        f"{joint}_{end}": value
        for joint, both in (("hip", hip), ("knee", knee), ("back", back))
        for end, value in zip(("bottom", "top"), both, strict=True)
    }
    return {"support": support, "hands": hands, **ends, **numbers}


FAULTS = ("back-arched", "rushed-down", "held-breath", "swung", "head-lifted", "rested")


# What is asked before a jump in load, and of what is heavy.
JUMP = {"gate_workouts": 2, "gate_range": 67}
LOADED = {"targets": (5, 6, 8), "gate": 10}


def variation(rung, slug, name, *, drawn, load, eases_to, leads_to, first=(), without=(), **fields):
    """`load` is a pair, or None for hanging; `first` and `without` turn the order of its faults."""
    mine = [each for each in (*first, *FAULTS) if each not in without]
    low, high = load or (None, None)
    return thing(
        slug,
        name,
        summary=f"{name}, in a sentence.",
        ladder=LADDER,
        rung=rung,
        eases_to=eases_to,
        leads_to=leads_to,
        figure=drawn,
        load_low=low,
        load_high=high,
        has_floor=drawn["support"] == "lying",
        faults=[*dict.fromkeys(mine), "doming", "pain"],
        muscles=[
            {"muscle": "psoas-major", "role": "mover"},
            {"muscle": "rectus-abdominis", "role": "holder"},
        ],
        instructions=instructions("Lie down", "Press your low back down", "Lift", "Lower"),
        **fields,
    )


def variations():
    hanging = ("back-arched", "head-lifted", "rested")
    return [
        variation(
            1, "dead-bug", "Dead bug", load=(48, 63), eases_to=None, leads_to="single-leg-raise",
            drawn=figure(
                hands="reaching", hip=(10, 90), knee=(0, 90), legs="alternating", other_hip=90,
                other_knee=90, starts_at="top",
            ),
            first=("back-arched", "held-breath"), without=("swung",),
        ),
        variation(
            2, "single-leg-raise", "Single-leg raise", load=(50, 50), eases_to="dead-bug",
            leads_to="bent-knee-lowering",
            drawn=figure(hip=(5, 85), legs="one", other_hip=0, other_knee=0),
        ),
        variation(
            3, "bent-knee-lowering", "Bent-knee lowering", load=(71, 71),
            eases_to="single-leg-raise", leads_to="lying-raise-hands-under",
            drawn=figure(hip=(45, 90), knee=(90, 90), starts_at="top"), without=("rested",),
            **JUMP,
        ),
        variation(
            4, "lying-raise-hands-under", "Lying leg raise, hands under hips", load=(100, 100),
            eases_to="bent-knee-lowering", leads_to="lying-raise", drawn=figure(hands="under-hips"),
        ),
        variation(
            5, "lying-raise", "Lying leg raise", load=(100, 100), eases_to="bent-knee-lowering",
            leads_to="lying-raise-with-hold", drawn=figure(),
            first=("back-arched", "swung", "held-breath", "rushed-down", "rested"),
        ),
        variation(
            6, "lying-raise-with-hold", "Lying leg raise with a hold", load=(100, 100),
            eases_to="bent-knee-lowering", leads_to="weighted-raise", drawn=figure(),
            tempo={"lift": 2, "hold": 3, "lower": 3, "pause": 1}, **JUMP,
        ),
        variation(
            7, "weighted-raise", "Weighted leg raise", load=(108, 112),
            eases_to="lying-raise-with-hold", leads_to="hanging-knee-raise",
            drawn=figure(weight="ankles"), **LOADED, **JUMP,
        ),
        variation(
            8, "hanging-knee-raise", "Hanging knee raise", load=None, without=hanging,
            eases_to="bent-knee-lowering", leads_to="hanging-leg-raise",
            drawn=figure("hanging", "bar", hip=(0, 105), knee=(10, 100), back=(0, -15)),
            **LOADED, **JUMP,
        ),
        variation(
            9, "hanging-leg-raise", "Hanging leg raise", load=None, without=hanging,
            eases_to="bent-knee-lowering", leads_to=None,
            drawn=figure("hanging", "bar", hip=(0, 90), back=(0, -10)), **LOADED,
        ),
    ]  # fmt: skip


def drill(slug, name, drawn, **fields):
    return thing(
        slug,
        name,
        summary=f"{name}, in a sentence.",
        figure=drawn,
        instructions=instructions("Get ready", "Do it", "Breathe"),
        **fields,
    )


def drills():
    crouched = figure(hip=(50, 50), knee=(105, 105), hands="under-back", back=(14, 0))
    on_all_fours = figure("all-fours", "floor", hip=(90, 90), knee=(90, 90), back=(20, -28))
    return [
        drill("cat-cow", "Cat-cow", on_all_fours, amount={"reps": 5},
              tempo={"lift": 3, "hold": 1, "lower": 3, "pause": 1},
              lift_words="Round your back", lower_words="Let it sink"),
        drill("plank", "Plank", figure("forearms", "floor", hip=(0, 0)), amount={"seconds": 30}),
        drill("tension-check", "Tension check", crouched, amount={"reps": 1},
              tempo={"lift": 1, "hold": 3, "lower": 1, "pause": 1}),
    ]  # fmt: skip


def fault(slug, name, icon, severity="note", suggestion="none", **fields):
    return thing(
        slug,
        name,
        notice=f"{name}: this is how it feels.",
        cue=fields.pop("cue", f"Cue for {name.lower()}."),
        short_cue=f"No more {name.lower()}.",
        stronger=fields.pop("stronger", f"{name}, two in a row: more than its cue."),
        severity=severity,
        suggestion=suggestion,
        icon=icon,
        **fields,
    )


def faults():
    return [
        fault("back-arched", "Back arched", "arch", "ends-rep", "stop-higher",
              cue="Turn round a hand's width earlier: where your back still lies flat is your "
              "floor.",
              stronger="That is two in a row. Raise your floor and do the rest of the set above "
              "it.", steers="floor", advice="Take a firmer mat."),
        fault("doming", "Doming", "doming", "ends-set", "lighter",
              seek="Let a physio see it first."),
        fault("head-lifted", "Head lifted", "head", suggestion="stop-higher", steers="advice",
              advice="Lay a towel under your head."),
        fault("held-breath", "Held breath", "breath", suggestion="end-set",
              cue="Blow out as the legs rise, breathe in as they sink; short, sharp breaths "
              "through the nose will do.", steers="breath", advice="Breathe so that you hear it."),
        fault("pain", "Pain", "pain", "ends-workout", "pain"),
        fault("rested", "Rested", "rest", suggestion="stop-higher"),
        fault("rushed-down", "Rushed down", "rush", suggestion="end-set", pacer_notices=True,
              steers="slower", advice="Count aloud on the way down."),
        fault("swung", "Swung", "swing", suggestion="end-set", steers="slower",
              advice="Take a breath before you lift."),
    ]  # fmt: skip


def muscles():
    return [
        thing("psoas-major", "Psoas major", role="It lifts your legs.", depth="deep",
              region="psoas-major"),
        thing("rectus-abdominis", "Rectus abdominis", role="It holds the front of the pelvis up.",
              depth="surface", region="rectus-abdominis"),
    ]  # fmt: skip


def answer(slug, text, start_at=None):
    return {"slug": slug, "text": text, "start_at": start_at, "why": f"Because you said: {text}."}


def newcomer():
    questions = [
        {
            "slug": "done-before",
            "text": "Have you done leg raises before?",
            "answers": [
                answer("never", "Never", "bent-knee-lowering"),
                answer("a-few-times", "A few times", "lying-raise-hands-under"),
                answer("regularly", "Regularly", "lying-raise"),
            ],
        },
        {
            "slug": "flatten-back",
            "text": "Can you press your low back flat against the ground?",
            "answers": [answer("yes", "Yes"), answer("no", "No", "dead-bug")],
        },
    ]
    return thing("newcomer", "Where you begin", purpose="newcomer", questions=questions)


def red_flags():
    def flag(urgency, text, *answers):
        flags = [{"slug": f"{urgency}-{n}", "text": each} for n, each in enumerate(answers, 1)]
        return {"slug": urgency, "text": text, "urgency": urgency, "answers": flags}

    questions = [
        flag("emergency", "Get emergency help now", "numbness between your legs", "chest pain"),
        flag("soon", "See a doctor soon", "fever", "pain down one leg"),
        flag("ask-first", "Ask before you train at all", "when you are pregnant", "with cancer"),
    ]
    return thing("red-flags", "When something hurts", purpose="red-flags", questions=questions)


def block(kind, title, action="Done", **fields):
    words = {"title": title, "instruction": f"{title}: what to do.", "action": action}
    return {"kind": kind, **words, **fields}


def routine():
    return thing(
        "standard",
        "Guided workout",
        summary="Eight parts.",
        ladder=LADDER,
        default=True,
        blocks=[
            block("arrival", "Place and body", "I am ready", topics=["place", "shoes"]),
            block("drill", "Reset", drill="cat-cow"),
            block("tension", "Tension check", "It felt firm", drill="tension-check",
                  fallback="dead-bug"),
            block("first-rep", "First rep", "It stayed down"),
            block("floor", "Your floor", "This is my floor"),
            block("sets", "Sets", "Start the set"),
            block("drill", "Plank", drill="plank"),
            block("wrap-up", "Wrap-up", "Finish"),
        ],
    )  # fmt: skip
