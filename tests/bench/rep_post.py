"""Posting a rep: a set with 40 reps should cost what a fresh one does."""

import uuid

from django.urls import reverse

from tests.bench.setting import median_ms, published, signed_in
from tests.browser.workouts import at_set, first_set
from tests.factories.people import UserFactory
from tests.factories.practice import RepFactory

POSTS = 30


def post_ms(before):
    person = UserFactory()
    workout_set = first_set(at_set(person))
    for number in range(1, before + 1):
        RepFactory(workout_set=workout_set, number=number)
    url = reverse("set_reps", args=[workout_set.workout_id, workout_set.number])
    client = signed_in(person)

    def post(_number):
        said = {"rep": str(uuid.uuid4()), "number": before + 1, "faults": ["back-arched"]}
        response = client.post(url, said, headers={"HX-Request": "true"})
        assert response.status_code == 200
        workout_set.reps.filter(number=before + 1).delete()

    return median_ms(post, POSTS)


def measure():
    published()
    fresh, late = post_ms(0), post_ms(40)
    return f"{fresh:.1f} ms in a fresh set, {late:.1f} ms after 40 reps: {late / fresh:.2f} ×"
