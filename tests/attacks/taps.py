"""Every way to change a workout, as a browser posts it; and all that is kept of one afterwards."""

import uuid
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from coaching.people.models import User

DONE = 2  # reps of the first set that are there already
WORDS = ("second", "first", "done", "next", "rival", "after", "doming", "hurting")
# Before anything in a scene has ended, so that it is not pain that came later.
JUST_NOW = (timezone.now() - timedelta(minutes=5)).isoformat()
PASSWORD = "a long and quiet password"


@dataclass(frozen=True)
class Scene:
    """A workout of somebody's, and the names of what is in it, or may be. A word names the same in
    every scene, so that two of them can be compared."""

    workout: uuid.UUID
    people: tuple  # all whose rows are compared

    def named(self, word):
        return uuid.uuid5(self.workout, word)

    @property
    def words(self):
        return {self.named(word): word for word in WORDS} | {self.workout: "workout"}

    @property
    def path(self):
        return f"/workouts/{self.workout}/"

    @property
    def set(self):
        return f"{self.path}sets/1/"

    @property
    def email(self):
        return f"{self.workout.hex}@example.org"


def rep(scene, word, number, **said):
    return {"rep": scene.named(word), "number": number, "verdict": "perfect"} | said


def spoiled(scene, word, number, fault):
    return rep(scene, word, number, verdict="off", faults=[fault], happened_at=JUST_NOW)


def whole_set(scene):
    """The next rep and the one after, the first of which may have been posted by itself."""
    rows = [rep(scene, "next", DONE + 1), rep(scene, "after", DONE + 2)]
    said = {f"reps-{at}-{name}": row[name] for at, row in enumerate(rows) for name in row}
    return said | {"reps-TOTAL_FORMS": len(rows), "reps-INITIAL_FORMS": len(rows)}


# What each tap posts, and where.
TAPS = {
    "rep": lambda at: (f"{at.set}reps/", rep(at, "next", DONE + 1)),
    "review": lambda at: (f"{at.set}review/", whole_set(at)),
    "retraction": lambda at: (f"{at.path}reps/{at.named('done')}/retraction/", {}),
    "end of the set": lambda at: (f"{at.set}completion/", {}),
    "easier": lambda at: (f"{at.set}variation/", {"variation": "bent-knee-lowering"}),
    "floor": lambda at: (f"{at.set}floor/", {"floor": 36}),
    "step": lambda at: (f"{at.path}steps/1/", {"turn": 1, "pain": 3}),
    "check-in": lambda at: (f"{at.path}check-in/", {"pain": 2}),
    "pain": lambda at: (f"{at.path}pain/", {"happened_at": JUST_NOW}),
    "resumption": lambda at: (f"{at.path}resumption/", {}),
    "completion": lambda at: (f"{at.path}completion/", {}),
    "start": lambda at: ("/workouts/new/", {"workout": at.named("second")}),
    "adoption": lambda _at: ("/workouts/adoption/", {"answer": "yes"}),
    "sign-up": lambda at: ("/accounts/signup/", {"email": at.email, "password1": PASSWORD}),
}
# The same with something else in them, and what each of those may come into the way of.
OTHERS = {
    "rival": lambda at: (f"{at.set}reps/", rep(at, "rival", DONE + 1)),
    "doming": lambda at: (f"{at.set}reps/", spoiled(at, "doming", DONE + 1, "doming")),
    "hurting": lambda at: (f"{at.set}reps/", spoiled(at, "hurting", DONE + 1, "pain")),
    "higher": lambda at: (f"{at.set}floor/", {"floor": 46}),
}
RIVALS = {
    "rival": ["rep", "review", "pain"],
    "doming": ["review", "end of the set", "easier", "doming"],
    "hurting": ["rep", "end of the set", "resumption", "pain"],
    "higher": ["floor"],
}


def posted(tap, scene):
    """The address that a tap posts to, and what it says."""
    return (TAPS | OTHERS)[tap](scene)


def told(status, address=""):
    """What an answer means to who tapped; `address` is where it leads."""
    if status >= 500:
        return f"broken ({status})"
    return "kept" if status < 400 and "/accounts/login/" not in address else "refused"


def kept(scenes, database="default"):
    """All that is kept of the people of each scene, in words that are the same for every scene."""
    everybody = [person.pk for scene in scenes for person in scene.people]
    parts = ("sets__reps__rep_faults", "floors", "answers", "check_ins", "adjustments")
    found = (
        User.objects.using(database)
        .prefetch_related("emailaddress_set", "placements")
        .prefetch_related(*(f"workouts__{part}" for part in parts))
        .in_bulk(everybody)
    )
    return [[_kept_of(found[each.pk], scene.words) for each in scene.people] for scene in scenes]


def _kept_of(person, words):
    return {
        "is a guest": person.is_guest,
        "addresses": len(person.emailaddress_set.all()),
        "places": [each.variation_id for each in person.placements.all()],
        "workouts": sorted((_practised(each, words) for each in person.workouts.all()), key=str),
    }


def _practised(workout, words):
    sets = workout.sets.all()
    return {
        "name": words[workout.pk],
        "ending": workout.ending or None,
        "hurt later": workout.hurt_at is not None,
        "sets": [(each.number, each.variation_id, each.target) for each in sets],
        "done": [each.number for each in sets if each.ended_at],
        "reps": sorted(_judged(rep, words) for each in sets for rep in each.reps.all()),
        "floors": sorted((each.variation_id, each.degrees) for each in workout.floors.all()),
        "answers": sorted(
            (each.position, each.turn, each.answer) for each in workout.answers.all()
        ),
        "pain": sorted((each.moment, each.pain) for each in workout.check_ins.all()),
        "changes": [each.decision.rule for each in workout.adjustments.all()],
    }


def _judged(rep, words):
    faults = [each.fault_id for each in rep.rep_faults.all()]
    return words[rep.pk], rep.number, rep.perfect, faults, rep.taken_back_at is not None
