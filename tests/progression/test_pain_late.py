"""Pain that is heard when its workout is over already, from a tab that was left open or a phone
without a network: kept as pain of that workout, told in plain words, and nothing else changes."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from coaching.practice.models import Rep, Workout
from coaching.progression import plan
from tests.factories.content import current
from tests.factories.practice import RepFactory
from tests.pages import text

pytestmark = pytest.mark.django_db

RUNG = "lying-raise"
OVER = "Your workout was over already. That it hurt is kept, too."
UNDO = "Pain was a wrong tap: take it back"


def rep(number=1, **said):
    return {"rep": uuid.uuid4(), "number": number, "verdict": "", "faults": ["pain"], **said}


def by_rep(client, workout, at, headers=None):
    url = reverse("set_reps", args=[workout.pk, 1])
    return client.post(url, rep(happened_at=at), headers=headers or {})


def by_set(client, workout, at):
    sent = {"done": 1, "reps-TOTAL_FORMS": 1, "reps-INITIAL_FORMS": 0}
    row = rep(verdict="off", happened_at=at)
    sent |= {f"reps-0-{name}": value for name, value in row.items()}
    return client.post(reverse("set_review", args=[workout.pk, 1]), sent)


def by_tap(client, workout, at):
    return client.post(reverse("pain", args=[workout.pk]), {"happened_at": at})


def end(workout, ending, ago):
    at = timezone.now() - ago
    Workout.objects.update(started_at=at, finished_at=at, ending=ending)
    workout.refresh_from_db()


def planned(person):
    return plan.for_person(current(), person)


@pytest.mark.parametrize("hours", [0, 5, 30])
@pytest.mark.parametrize("ending", ["stopped", "done"])
@pytest.mark.parametrize("says", [by_rep, by_set, by_tap])
def test_it_is_kept_and_said(as_member, member, workout, says, ending, hours):
    """It happened a minute before the end, and was sent hours later."""
    end(workout, ending, timedelta(hours=hours))
    RepFactory(workout_set=workout.sets.get(number=1), number=1)
    at = workout.finished_at - timedelta(minutes=1)
    for _twice in range(2):
        assert says(as_member, workout, at.isoformat()).url == reverse("red_flags")
    workout.refresh_from_db()
    assert (workout.ending, workout.hurt_at) == (ending, at)
    assert Rep.objects.count() == 1
    assert OVER in text(as_member.get(reverse("red_flags")))
    home = text(as_member.get(reverse("home")))
    assert "You said “Pain” on" in home
    assert "ended your workout" not in home
    assert "with pain" in text(as_member.get(reverse("history")))
    due = planned(member)
    assert (due.decision.rule, due.variation.slug) == ("pain-eases", "bent-knee-lowering")
    assert due.closed_until == workout.finished_at + timedelta(hours=48)


def test_a_rep_that_was_counted_otherwise_does_not_silence_its_pain(as_member, member, workout):
    """Perfect in one tab, pain in the other, while it runs."""
    as_member.post(reverse("set_reps", args=[workout.pk, 1]), rep(verdict="perfect", faults=[]))
    assert by_rep(as_member, workout, "").url == reverse("red_flags")
    workout.refresh_from_db()
    assert workout.ending == "pain"
    assert Rep.objects.get().perfect


def test_what_is_swapped_leads_there_as_well(as_member, workout):
    end(workout, "stopped", timedelta(0))
    answer = by_rep(as_member, workout, "", headers={"HX-Request": "true"})
    assert answer["HX-Redirect"] == reverse("red_flags")


def test_a_wrong_tap_is_taken_back_and_opens_nothing(as_member, member, workout):
    end(workout, "stopped", timedelta(minutes=2))
    by_tap(as_member, workout, "")
    assert UNDO in text(as_member.get(reverse("red_flags")))
    for _twice in range(2):
        answer = as_member.post(reverse("resumption", args=[workout.pk]), follow=True)
        assert answer.redirect_chain[-1][0] == reverse("summary", args=[workout.pk])
    workout.refresh_from_db()
    assert (workout.ending, workout.hurt_at) == ("stopped", None)
    assert planned(member).closed is None
    assert UNDO not in text(as_member.get(reverse("red_flags")))


def test_a_tap_a_day_after_pain_rests_from_then(as_member, member, workout):
    end(workout, "pain", timedelta(hours=30))
    by_tap(as_member, workout, "")
    assert planned(member).closed_until - timezone.now() > timedelta(hours=47)
    as_member.post(reverse("resumption", args=[workout.pk]))
    workout.refresh_from_db()
    assert workout.ending == "pain"
    assert planned(member).closed_until == workout.finished_at + timedelta(hours=48)


@pytest.mark.parametrize(("position", "moment"), [(1, "before"), (8, "after")])
def test_a_number_from_a_part_that_was_left_open_is_kept(
    as_member, member, workout, position, moment
):
    end(workout, "done", timedelta(minutes=5))
    url = reverse("step", args=[workout.pk, position])
    answer = as_member.post(url, {"turn": 1, "pain": 6}, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("summary", args=[workout.pk])
    assert "No leg raises until" in text(answer)
    assert workout.check_ins.get().moment == moment
    assert planned(member).closed_until


def test_nothing_else_is_heard_late(as_member, workout):
    end(workout, "done", timedelta(0))
    for url, said in [
        (reverse("set_reps", args=[workout.pk, 1]), rep(verdict="perfect", faults=[])),
        (reverse("set_reps", args=[workout.pk, 1]), rep(faults=["doming"])),
        (reverse("step", args=[workout.pk, 5]), {"turn": 1, "floor": 30}),
    ]:
        assert as_member.post(url, said).status_code == 409
    assert not Rep.objects.exists()
