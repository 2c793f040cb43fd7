"""Pain at every moment at which it can be said, in every way: what is kept, what the plan says,
and what the first page says. Through the pages, as a browser sends them."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from coaching.practice import actions
from coaching.practice.models import Rep, StepAnswer, Workout
from coaching.progression import plan
from tests.factories.content import current
from tests.pages import text

pytestmark = pytest.mark.django_db

EARNED = "lying-raise"
ANSWERS = {1: ["done"], 2: ["done"], 3: ["firm"], 4: ["stable", "stable"], 5: ["done"]}
RESTS = "No leg raises until"


def walk_to(workout, position):
    """Answers what comes before, as somebody would who got there."""
    for at, answers in ANSWERS.items():
        for turn, answer in enumerate(answers if at < position else [], start=1):
            StepAnswer.objects.create(workout=workout, position=at, turn=turn, answer=answer)
    if position > 1:
        now = timezone.now()
        actions.check_in(workout=workout, moment="before", pain=0, happened_at=now)
    if position > 6:
        for each in workout.sets.all():
            actions.complete_set(workout_set=each)


def rep(number, *, paced, **said):
    descent = "3.4" if paced else ""
    told = {"rep": uuid.uuid4(), "number": number, "verdict": "perfect"}
    return told | {"descent_seconds": descent, **said}


def rows(*verdicts, paced):
    """Reps that only the browser knows, as it sends them with Pain."""
    sent = {"set": 1, "pain_reps": "", "done": len(verdicts)}
    sent |= {"reps-TOTAL_FORMS": len(verdicts), "reps-INITIAL_FORMS": 0}
    for index, verdict in enumerate(verdicts):
        row = rep(index + 1, paced=paced, verdict=verdict)
        sent |= {f"reps-{index}-{name}": value for name, value in row.items()}
    return sent


def tap(client, workout, **sent):
    return client.post(reverse("pain", args=[workout.pk]), sent)


def perfect(client, workout, count, *, paced):
    for number in range(1, count + 1):
        client.post(reverse("set_reps", args=[workout.pk, 1]), rep(number, paced=paced))


# Each moment: does what leads to it and says that it hurts.


def at_step(position):
    def moment(client, workout, way, paced):
        walk_to(workout, position)
        tap(client, workout)

    return moment


def before_a_rep(client, workout, way, paced):
    walk_to(workout, 6)
    tap(client, workout, **(rows(paced=paced) if way == "whole" else {"set": 1, "pain_reps": ""}))


def after_reps(count):
    def moment(client, workout, way, paced):
        walk_to(workout, 6)
        if way == "whole":
            tap(client, workout, **rows(*["perfect"] * count, paced=paced))
        else:
            perfect(client, workout, count, paced=paced)
            tap(client, workout, set=1, pain_reps="")

    return moment


def a_rep_that_hurt(client, workout, way, paced):
    walk_to(workout, 6)
    if way == "whole":
        sent = rows("perfect", "perfect", "off", paced=paced) | {"reps-2-faults": ["pain"]}
        client.post(reverse("set_review", args=[workout.pk, 1]), sent)
    else:
        perfect(client, workout, 2, paced=paced)
        said = rep(3, paced=paced, verdict="", faults=["pain"])
        client.post(reverse("set_reps", args=[workout.pk, 1]), said)


def on_the_review(client, workout, way, paced):
    """Some were marked, two were not done."""
    walk_to(workout, 6)
    done = ["perfect"] * 6 + ["off"] * 2 + ["skip"] * 2
    tap(client, workout, **rows(*done, paced=paced))


def in_the_rest(client, workout, way, paced):
    walk_to(workout, 6)
    perfect(client, workout, 10, paced=paced)
    client.post(reverse("set_completion", args=[workout.pk, 1]))
    tap(client, workout, set=1, pain_reps="")


MOMENTS = {
    **{f"step {position}": (at_step(position), 0) for position in (1, 2, 3, 4, 5)},
    "before the first rep": (before_a_rep, 0),
    **{f"after rep {count}": (after_reps(count), count) for count in (1, 5, 10)},
    "a rep that hurt": (a_rep_that_hurt, 3),
    "on the review": (on_the_review, 8),
    "in the rest": (in_the_rest, 10),
    "at the plank": (at_step(7), 0),
    "at the wrap-up": (at_step(8), 0),
}


# Where no rep is done, neither the way of judging nor the pacer is in what is sent.
STILL = [("every", False)]
WAYS = [(way, paced) for way in ("every", "whole") for paced in (True, False)]


@pytest.mark.parametrize(
    ("moment", "way", "paced"),
    [
        pytest.param(moment, way, paced, id=f"{moment}, {way}{', paced' * paced}")
        for moment, (_happens, kept) in MOMENTS.items()
        for way, paced in (WAYS if kept or moment == "before the first rep" else STILL)
    ],
)
def test_pain_during_a_workout(as_member, member, workout, moment, way, paced):
    happens, kept = MOMENTS[moment]
    happens(as_member, workout, way, paced)
    workout.refresh_from_db()
    assert workout.ending == "pain"
    assert Rep.objects.kept().count() == kept
    flags = text(as_member.get(reverse("red_flags")))
    assert ("What you did is kept." in flags) is bool(kept)
    assert "Bend your knees, put your feet down" in flags
    assert reverse("resumption", args=[workout.pk]) in flags
    planned = plan.for_person(current(), member)
    assert planned.decision.rule == "pain-eases"
    assert planned.variation.slug == "bent-knee-lowering"
    assert [each.sets for each in planned.sets] == [2]
    home = text(as_member.get(reverse("home")))
    assert "Pain ended your workout on" in home
    assert RESTS in home
    assert "Train again all the same" not in home


def newcomer(client, pain):
    said = {
        "workout": uuid.uuid4(),
        "answer_done-before": "regularly",
        "answer_flatten-back": "yes",
    }
    return client.post(reverse("start"), {**said, "pain": pain})


@pytest.mark.once
@pytest.mark.parametrize("pain", range(11))
def test_pain_of_a_newcomer_before_the_start(client, pain):
    response = newcomer(client, pain)
    workout = Workout.objects.get()
    assert workout.check_ins.get(moment="before").pain == pain
    expect_before(client, workout, pain, response)


@pytest.mark.once
@pytest.mark.parametrize("pain", range(11))
def test_pain_before(as_member, workout, pain):
    url = reverse("step", args=[workout.pk, 1])
    response = as_member.post(url, {"turn": 1, "pain": pain})
    workout.refresh_from_db()
    expect_before(as_member, workout, pain, response)


def expect_before(client, workout, pain, response):
    if pain >= 4:
        assert response.url == reverse("red_flags")
        flags = text(client.get(response.url))
        assert f"You said {pain}, so not today" in flags
        assert "What you did is kept." not in flags
        assert reverse("resumption", args=[workout.pk]) in flags
        assert f"{pain} was a wrong tap: choose again" in flags
        home = text(client.get(reverse("home")))
        assert f"Your back hurt at {pain} on" in home
        assert RESTS in home
        assert RESTS in text(client.get(reverse("start")))
        planned = plan.for_person(current(), workout.person)
        assert planned.variation.slug == "bent-knee-lowering"
        return
    assert workout.is_running
    assert workout.sets.count() == (2 if pain == 3 else 3)
    assert workout.sets.first().variation_id == ("bent-knee-lowering" if pain == 3 else EARNED)
    actions.complete_workout(workout=workout, ending="stopped")
    planned = plan.for_person(current(), workout.person)
    assert planned.closed_until is None
    assert planned.decision.rule.startswith("pain") is (pain == 3)
    assert planned.variation.slug == ("bent-knee-lowering" if pain == 3 else EARNED)


# After: at the wrap-up, and on the summary of a workout that ended before it asked.


def at_the_wrap_up(client, workout, pain):
    walk_to(workout, 7)
    client.post(reverse("step", args=[workout.pk, 7]), {"turn": 1})
    client.post(reverse("step", args=[workout.pk, 8]), {"turn": 1, "pain": pain})


def on_the_summary(client, workout, pain):
    client.post(reverse("completion", args=[workout.pk]))
    client.post(reverse("check_in", args=[workout.pk]), {"pain": pain})


@pytest.mark.once
@pytest.mark.parametrize("pain", range(11))
@pytest.mark.parametrize("says", [at_the_wrap_up, on_the_summary])
def test_pain_after(as_member, member, workout, says, pain):
    walk_to(workout, 6)
    for number in range(1, 16):
        said = rep(number, paced=True)
        as_member.post(reverse("set_reps", args=[workout.pk, 1]), said)
    StepAnswer.objects.all().delete()
    says(as_member, workout, pain)
    workout.refresh_from_db()
    assert workout.check_ins.get(moment="after").pain == pain
    planned = plan.for_person(current(), member)
    page = text(as_member.get(reverse("summary", args=[workout.pk])))
    home = text(as_member.get(reverse("home")))
    if pain <= 2:
        assert planned.decision.rule == "gate-waits"
        assert RESTS not in page + home
    else:
        hurt = f"Your back hurt at {pain} after your workout on"
        assert hurt in page
        assert hurt in home
        # Three is two more than the nought before, so it is too much as well.
        assert RESTS in page
        assert RESTS in home
        assert ("one for a doctor or physio" in page) is (pain >= 7)
        assert planned.variation.slug == "bent-knee-lowering"
        assert [each.sets for each in planned.sets] == [2]


@pytest.mark.parametrize(
    "sent",
    [
        {"set": "made-up"},
        {"set": 9},
        {"set": 1, "reps-TOTAL_FORMS": "many"},
        {"set": 1, "reps-TOTAL_FORMS": 5000, "reps-INITIAL_FORMS": 0},
        {"reps-0-rep": "x"},
    ],
)
def test_reps_that_cannot_be_read_keep_nobody_from_stopping(as_member, workout, sent):
    walk_to(workout, 6)
    assert tap(as_member, workout, **sent).url == reverse("red_flags")
    workout.refresh_from_db()
    assert workout.ending == "pain"


def test_one_rep_that_cannot_be_read_loses_none_of_the_others(as_member, workout):
    walk_to(workout, 6)
    sent = rows("perfect", "perfect", "perfect", paced=True) | {"reps-1-rep": "made-up"}
    tap(as_member, workout, **sent)
    assert sorted(Rep.objects.values_list("number", flat=True)) == [1, 3]


def test_pain_on_a_review_that_nobody_touched_keeps_no_rep_that_nobody_did(as_member, workout):
    walk_to(workout, 6)
    tap(as_member, workout, **rows("perfect", "off", "perfect", paced=False) | {"done": ""})
    workout.refresh_from_db()
    assert workout.ending == "pain"
    assert sorted(Rep.objects.values_list("number", flat=True)) == [1, 2]


def test_pain_that_is_sent_twice_counts_its_reps_once(as_member, workout):
    walk_to(workout, 6)
    sent = rows("perfect", "off", paced=True)
    for _twice in range(2):
        tap(as_member, workout, **sent)
    assert Rep.objects.count() == 2


def test_reps_known_already_are_no_reason_to_go_on(as_member, workout):
    walk_to(workout, 6)
    perfect(as_member, workout, 2, paced=False)
    tap(as_member, workout, **rows("off", "off", "off", paced=False))
    workout.refresh_from_db()
    assert workout.ending == "pain"
    assert Rep.objects.filter(perfect=True).count() == 2


def test_after_two_days_it_starts_lighter_and_is_not_forgotten_after_a_clean_workout(
    as_member, member, workout
):
    tap(as_member, workout)
    ago = timezone.now() - timedelta(hours=49)
    Workout.objects.filter(pk=workout.pk).update(finished_at=ago)
    as_member.post(reverse("start"), {"workout": uuid.uuid4(), "next-asked": "yes"})
    clean = member.workouts.running().get()
    walk_to(clean, 6)
    for number in range(1, 16):
        as_member.post(reverse("set_reps", args=[clean.pk, 1]), rep(number, paced=True))
    actions.complete_workout(workout=clean, ending="done")
    planned = plan.for_person(current(), member)
    assert (planned.decision.rule, planned.variation.slug) == ("pain-holds", "bent-knee-lowering")
    home = as_member.get(reverse("home"))
    assert "So nothing harder before" in text(home)
    assert "pain" in home.context["gate"].missing
