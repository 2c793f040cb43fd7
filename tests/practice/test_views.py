"""The player over HTTP: what is answered, with which words, and that nothing is lost."""

import re
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from coaching.practice import actions
from coaching.practice.decisions import Decision
from coaching.practice.models import Rep, StepAnswer, Workout
from tests.factories.people import GuestFactory
from tests.factories.practice import RepFactory, WorkoutFactory
from tests.forms import untouched
from tests.pages import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def workout(member):
    return WorkoutFactory(person=member)


@pytest.fixture
def at_set(workout):
    """The first set, with everything before it answered."""
    for position, said in enumerate(["done", "done", "firm", "stable", "done"], start=1):
        StepAnswer.objects.create(workout=workout, position=position, answer=said)
    StepAnswer.objects.create(workout=workout, position=4, turn=2, answer="stable")
    this_set = workout.sets.get(number=1)
    actions.keep_floor(workout=workout, variation=this_set.variation_id, degrees=26)
    return this_set


def reps_url(workout_set):
    return reverse("set_reps", args=[workout_set.workout_id, workout_set.number])


def rep(number=1, **said):
    return {"rep": str(uuid.uuid4()), "number": number, "verdict": "perfect", **said}


def fault(*slugs, number=1):
    return rep(number, verdict="", faults=list(slugs))


def htmx(**headers):
    return {"headers": {"HX-Request": "true", **headers}}


# A rep


def test_a_perfect_rep_without_javascript_comes_back_to_the_set(as_member, at_set):
    response = as_member.post(reps_url(at_set), rep(), follow=True)
    assert response.redirect_chain == [(reverse("set", args=[at_set.workout_id, 1]), 302)]
    assert "<b>1</b> perfect of 10" in text(response)
    assert "How was rep 2?" in text(response)


def test_a_rep_with_htmx_answers_with_the_next_prompt_and_the_tally_alone(as_member, at_set):
    response = as_member.post(reps_url(at_set), fault("back-arched"), **htmx())
    assert response.status_code == 200
    assert "<html" not in text(response)
    assert "<b>0</b> perfect of 10" in text(response)
    assert "How was rep 2?" in text(response)
    assert "Last fault: Back arched." in text(response)


def test_what_is_spoken_of_a_fault_comes_with_the_next_prompt(as_member, at_set):
    page = as_member.get(reverse("set", args=[at_set.workout_id, 1]))
    assert 'id="prompt" data-cue=""' in text(page)
    answer = as_member.post(reps_url(at_set), fault("back-arched"), **htmx())
    assert 'id="prompt" data-cue="No more back arched."' in text(answer)


def focused(workout, focus, **more):
    workout.prescription |= {"focus": focus, **more}
    workout.save(update_fields=["prescription"])
    return reverse("set", args=[workout.pk, 1])


def test_todays_focus_is_shown_and_said_before_the_first_rep(as_member, at_set):
    page = text(as_member.get(focused(at_set.workout, "swung", breath_aloud=True)))
    assert "<b>Today’s focus:</b> No more swung." in page
    assert 'data-words-focus="No more swung." data-breath-aloud' in page
    assert "Last fault" not in page
    perfect = text(as_member.post(reps_url(at_set), rep(), **htmx()))
    assert "Perfect so far." in perfect
    assert "Today’s focus" not in perfect
    spoiled = text(as_member.post(reps_url(at_set), fault("back-arched", number=2), **htmx()))
    assert "Last fault: Back arched." in spoiled
    assert "Today’s focus" not in spoiled


@pytest.mark.parametrize("focus", [None, "nobody-knows-it"])
def test_a_focus_that_says_nothing_here_is_passed_over(as_member, at_set, focus):
    page = text(as_member.get(focused(at_set.workout, focus)))
    assert "How was rep 1?" in page
    assert "Today’s focus" not in page
    assert "data-words-focus" not in page
    assert "data-breath-aloud" not in page


def test_a_focus_that_todays_movement_does_not_have_is_passed_over(as_member, at_set):
    at_set.variation_id = "hanging-knee-raise"
    at_set.save(update_fields=["variation"])
    page = text(as_member.get(focused(at_set.workout, "back-arched")))
    assert "Hanging knee raise" in page
    assert "Today’s focus" not in page


def test_the_same_fault_twice_running_offers_to_stop_higher(as_member, at_set):
    for number in (1, 2):
        response = as_member.post(reps_url(at_set), fault("back-arched", number=number), **htmx())
    assert "Stop at 36° from now on" in text(response)
    as_member.post(reverse("set_floor", args=[at_set.workout_id, 1]), {"floor": 36})
    page = text(as_member.get(reverse("set", args=[at_set.workout_id, 1])))
    assert "from now on" not in page
    assert "Last fault: Back arched." in page


def test_stopping_higher_raises_the_floor(as_member, at_set):
    url = reverse("set_floor", args=[at_set.workout_id, 1])
    as_member.post(url, {"floor": 36})
    assert at_set.workout.floors.get().degrees == 36


@pytest.mark.parametrize(
    ("floor", "sentence"),
    [
        (20, "Your floor is 26° today. It can be raised now, not lowered."),
        (120, "Your floor is an angle from 0° to 90°."),
        ("", "Your floor is an angle from 0° to 90°."),
    ],
)
def test_between_reps_the_floor_is_only_raised(as_member, at_set, floor, sentence):
    response = as_member.post(reverse("set_floor", args=[at_set.workout_id, 1]), {"floor": floor})
    assert response.status_code == 422
    assert sentence in text(response)
    assert at_set.workout.floors.get().degrees == 26


def test_doming_ends_the_set_and_offers_what_is_lighter(as_member, at_set, catalogue):
    lighter = catalogue.lighter(catalogue.variation(at_set.variation_id))
    response = as_member.post(reps_url(at_set), fault("doming"), follow=True)
    assert "Set 1 ends here" in text(response)
    assert f"Go on with: {lighter.name}" in text(response)
    url = reverse("set_variation", args=[at_set.workout_id, 1])
    for _twice in range(2):
        answer = as_member.post(url, {"variation": lighter.slug})
        assert answer.url == reverse("set_rest", args=[at_set.workout_id, 1])
    assert at_set.workout.sets.get(number=2).variation_id == lighter.slug
    decision = at_set.workout.adjustments.get().decision
    assert decision == Decision("fault-lighter", {"fault": "doming", "variation": lighter.slug})
    summary = as_member.post(reverse("completion", args=[at_set.workout_id]), follow=True)
    assert f"“Doming” ended a set, so we go on with something lighter: {lighter.name}." in text(
        summary
    )


def test_lighter_can_be_chosen_without_a_reason(as_member, at_set, catalogue):
    lighter = catalogue.lighter(catalogue.variation(at_set.variation_id))
    url = reverse("set_variation", args=[at_set.workout_id, 1])
    as_member.post(url, {"variation": lighter.slug})
    decision = at_set.workout.adjustments.get().decision
    assert decision == Decision("lighter-chosen", {"variation": lighter.slug})
    page = as_member.get(reverse("set", args=[at_set.workout_id, 1]))
    assert page.context["reasons"] == (decision,)


@pytest.mark.parametrize("headers", [{}, htmx()])
def test_pain_in_a_rep_ends_the_workout_and_shows_what_to_look_out_for(as_member, at_set, headers):
    response = as_member.post(reps_url(at_set), fault("pain"), **headers)
    assert (response.headers.get("HX-Redirect") or response.url) == reverse("red_flags")
    at_set.workout.refresh_from_db()
    assert at_set.workout.ending == "pain"


def test_posting_the_same_rep_again_changes_nothing(as_member, at_set):
    said = rep()
    for _again in range(3):
        assert as_member.post(reps_url(at_set), said, **htmx()).status_code == 200
    assert Rep.objects.count() == 1


def test_a_wrong_tap_is_taken_back(as_member, at_set):
    said = fault("swung")
    as_member.post(reps_url(at_set), said)
    url = reverse("rep_retraction", args=[at_set.workout_id, said["rep"]])
    response = as_member.post(url, **htmx())
    assert "How was rep 1?" in text(response)
    assert Rep.objects.kept().count() == 0


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (rep(0), "A rep has a number from 1 to 50."),
        (rep(10_000), "A rep has a number from 1 to 50."),
        (rep("six"), "A rep has a number from 1 to 50."),
        (fault("laziness"), "“laziness” is not a fault of this exercise."),
        (rep(rep="made-up"), "This rep has no valid name."),
        (rep(verdict=""), "Say perfect, or tick what went wrong."),
        (rep(faults=["swung"]), "You said perfect and ticked a fault."),
    ],
)
@pytest.mark.parametrize("headers", [{}, htmx()])
def test_a_rep_that_makes_no_sense_is_said_so_in_the_page(
    as_member, at_set, said, sentence, headers
):
    response = as_member.post(reps_url(at_set), said, **headers)
    assert response.status_code == 422
    assert sentence in text(response)
    assert "How was rep 1?" in text(response)
    assert not Rep.objects.exists()


def test_a_clock_that_talks_nonsense_loses_nobody_a_rep(as_member, at_set):
    as_member.post(reps_url(at_set), rep(happened_at="yesterday-ish"))
    assert Rep.objects.count() == 1


def test_a_second_rep_of_the_same_number_is_a_409_that_keeps_the_first(as_member, at_set):
    as_member.post(reps_url(at_set), rep())
    response = as_member.post(reps_url(at_set), fault("swung"))
    assert response.status_code == 409
    assert "Rep 1 is already counted. What you said first stays." in text(response)
    assert Rep.objects.get().perfect


def test_a_rep_for_a_finished_workout_is_a_409_that_keeps_what_was_there(as_member, at_set):
    as_member.post(reps_url(at_set), rep())
    actions.complete_workout(workout=at_set.workout, ending="done")
    response = as_member.post(reps_url(at_set), rep(2))
    assert response.status_code == 409
    assert "This workout is finished. What you did in it stays as it is." in text(response)
    assert Rep.objects.count() == 1


def test_a_409_with_htmx_stands_in_the_set_with_what_is_counted(as_member, at_set):
    as_member.post(reps_url(at_set), rep())
    response = as_member.post(reps_url(at_set), fault("swung"), **htmx())
    assert response.status_code == 409
    assert "Rep 1 is already counted. What you said first stays." in text(response)
    assert "How was rep 2?" in text(response)
    assert "<html" not in text(response)


def test_a_409_with_htmx_for_a_finished_workout_leads_out_of_the_set(as_member, at_set):
    actions.complete_workout(workout=at_set.workout, ending="done")
    response = as_member.post(reps_url(at_set), rep(), **htmx())
    assert response.status_code == 409
    assert "This workout is finished." in text(response)
    assert f'href="{reverse("workout", args=[at_set.workout_id])}"' in text(response)
    assert "How was rep" not in text(response)


def test_somebody_elses_workout_is_not_there(as_member):
    theirs = RepFactory(workout_set=WorkoutFactory().sets.first(), number=1)
    there = theirs.workout_set.workout_id
    for name, args in [
        ("workout", []),
        ("step", [1]),
        ("set", [1]),
        ("set_rest", [1]),
        ("summary", []),
    ]:
        assert as_member.get(reverse(name, args=[there, *args])).status_code == 404
    for name, args in [
        ("step", [1]),
        ("set_reps", [1]),
        ("set_completion", [1]),
        ("set_variation", [1]),
        ("rep_retraction", [theirs.pk]),
        ("set_floor", [1]),
        ("pain", []),
        ("resumption", []),
        ("check_in", []),
        ("completion", []),
    ]:
        assert as_member.post(reverse(name, args=[there, *args]), rep()).status_code == 404
    assert Rep.objects.count() == 1


def test_a_rep_of_my_own_does_not_open_another_workout(as_member, at_set):
    theirs = RepFactory(workout_set=WorkoutFactory().sets.first(), number=1)
    url = reverse("rep_retraction", args=[at_set.workout_id, theirs.pk])
    assert as_member.post(url).status_code == 404


def test_an_unknown_set_or_workout_is_not_there(as_member, at_set):
    assert as_member.post(reverse("set_reps", args=[uuid.uuid4(), 1]), rep()).status_code == 404
    assert (
        as_member.post(reverse("set_reps", args=[at_set.workout_id, 9]), rep()).status_code == 404
    )


def test_without_the_csrf_token_nothing_is_kept(member, at_set):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(member)
    response = strict.post(reps_url(at_set), rep())
    assert response.status_code == 403
    assert "This page was out of date" in text(response)
    assert "Go back, reload the page, and send it once more." in text(response)
    assert not Rep.objects.exists()


def test_what_a_page_out_of_date_said_is_sent_again_by_a_tap(member, at_set):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(member)
    ours = {"headers": {"Origin": "http://testserver"}}
    said = {**fault("swung", "back-arched"), "csrfmiddlewaretoken": "x" * 64, "why": '"><b>'}
    page = strict.post(reps_url(at_set), said, **ours)
    assert page.status_code == 403
    assert "no-store" in page.headers["Cache-Control"]
    form = untouched(page.text, "again")
    assert form["why"] == ['"><b>']
    assert strict.post(reps_url(at_set), form, **ours).status_code == 302
    assert len(at_set.reps.kept().judged()[at_set.pk][0].faults) == 2


@pytest.mark.parametrize(
    ("said", "origin"),
    [
        ({}, "http://elsewhere.example"),
        ({}, "null"),
        ({"password1": "long and quiet"}, "http://testserver"),
    ],
)
def test_a_form_of_somebody_else_and_a_password_are_not_offered_again(member, at_set, said, origin):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(member)
    page = strict.post(reps_url(at_set), rep() | said, headers={"Origin": origin})
    assert page.status_code == 403
    assert "Send it again" not in text(page)
    assert "long and quiet" not in text(page)


def test_a_stranger_is_asked_to_sign_in(client, at_set):
    assert client.get(reverse("workout", args=[at_set.workout_id])).status_code == 302
    response = client.post(reps_url(at_set), rep(), **htmx())
    assert response.status_code == 401
    assert response.headers["Legraises"] == "here"  # or the page would take it for somebody else's


def test_whatever_answers_says_that_it_is_ours(as_member, at_set):
    addresses = [reverse("home"), review_url(at_set), "/nowhere/", reverse("account_login")]
    assert {as_member.get(url).headers["Legraises"] for url in addresses} == {"here"}
    assert as_member.post(reps_url(at_set), {}, **htmx()).headers["Legraises"] == "here"


# A step


def step_url(workout, position):
    return reverse("step", args=[workout.pk, position])


def test_the_parts_follow_each_other(as_member, workout):
    response = as_member.post(step_url(workout, 1), {"turn": 1, "pain": 1})
    assert response.url == step_url(workout, 2)
    response = as_member.post(response.url, {"turn": 1})
    assert response.url == step_url(workout, 3)


def test_two_tries_do_not_share_a_title(as_member, workout):
    for position, said in ((1, {"pain": 1}), (2, {}), (3, {"answer": "not"})):
        response = as_member.post(step_url(workout, position), {"turn": 1, **said}, follow=True)
    assert "<title>Tension check, try 2 of 3 " in response.text


def test_closing_the_tab_resumes_at_the_same_place_on_any_device(as_member, at_set):
    as_member.post(reps_url(at_set), rep())
    response = as_member.get(reverse("workout", args=[at_set.workout_id]), follow=True)
    assert "How was rep 2?" in text(response)


def test_nobody_gets_ahead_of_where_they_are(as_member, workout):
    assert as_member.get(step_url(workout, 5)).url == step_url(workout, 1)
    ahead = reverse("set", args=[workout.pk, 1])
    assert as_member.get(ahead).url == step_url(workout, 1)


@pytest.mark.parametrize(
    ("position", "said", "sentence"),
    [
        (1, {"turn": 1}, "Choose a number from 0 to 10."),
        (1, {"turn": 1, "pain": 11}, "Choose a number from 0 to 10."),
        (3, {"turn": 1, "answer": "perhaps"}, "Say whether it felt firm, or not yet."),
        (4, {"turn": 1}, "Say whether your back stayed down, or not."),
        (5, {"turn": 1, "floor": 120}, "Your floor is an angle from 0° to 90°."),
        (5, {"turn": 1, "floor": "low"}, "Your floor is an angle from 0° to 90°."),
        (2, {}, "Go back and answer this step again."),
    ],
)
def test_a_wrong_answer_comes_back_with_the_form(as_member, workout, position, said, sentence):
    response = as_member.post(step_url(workout, position), said)
    assert response.status_code == 422
    assert sentence in text(response)
    assert "<title>Error: " in response.text
    assert not StepAnswer.objects.exists()


def test_a_part_that_comes_later_is_a_409_with_the_way_back(as_member, workout):
    response = as_member.post(step_url(workout, 8), {"turn": 1, "pain": 0})
    assert response.status_code == 409
    assert "This part comes later." in text(response)
    assert step_url(workout, 1) in text(response)


def test_a_workout_left_behind_for_hours_ends_where_it_was(as_member, workout):
    Workout.objects.filter(pk=workout.pk).update(
        started_at=workout.started_at - actions.LEFT_BEHIND
    )
    page = as_member.get(step_url(workout, 1), follow=True)
    assert "You left this workout hours ago" in text(page)
    workout.refresh_from_db()
    assert workout.ending == "stopped"


def test_pain_of_four_leads_to_what_to_look_out_for(as_member, workout):
    response = as_member.post(step_url(workout, 1), {"turn": 1, "pain": 4})
    assert response.url == reverse("red_flags")


def test_the_wrap_up_ends_the_workout(as_member, at_set):
    workout = at_set.workout
    for each in workout.sets.all():
        actions.complete_set(workout_set=each)
    as_member.post(step_url(workout, 7), {"turn": 1})
    response = as_member.post(step_url(workout, 8), {"turn": 1, "pain": 2})
    assert response.url == reverse("summary", args=[workout.pk])
    workout.refresh_from_db()
    assert workout.ending == "done"
    assert workout.check_ins.get(moment="after").pain == 2


def test_ten_seconds_before_the_end_of_a_rest_the_short_cue_is_said(as_member, at_set):
    here = [at_set.workout_id, 1]
    as_member.post(reps_url(at_set), fault("swung"))
    as_member.post(reverse("set_completion", args=here))
    rest = text(as_member.get(reverse("set_rest", args=here)))
    assert 'data-soon="Ten seconds. No more swung."' in rest


def test_a_drill_is_paced_in_words_of_its_own_and_a_raise_needs_none(as_member, workout, at_set):
    drill = text(as_member.get(step_url(workout, 2)))
    assert 'data-words-lift="Round your back"' in drill
    assert 'data-words-lower="Let it sink"' in drill
    raises = text(as_member.get(reverse("set", args=[at_set.workout_id, 1])))
    assert "<rep-pacer" in raises
    assert "data-words" not in raises


def test_after_a_set_comes_the_rest_and_after_the_last_the_next_part(as_member, at_set):
    here = [at_set.workout_id, 1]
    assert as_member.post(reverse("set_completion", args=here)).url == reverse(
        "set_rest", args=here
    )
    assert "Start set 2" in text(as_member.get(reverse("set_rest", args=here)))
    for number in (2, 3):
        response = as_member.post(reverse("set_completion", args=[at_set.workout_id, number]))
    assert response.url == step_url(at_set.workout, 7)


def test_the_pain_button_ends_the_workout_and_can_be_a_wrong_tap(as_member, workout):
    assert as_member.post(reverse("pain", args=[workout.pk])).url == reverse("red_flags")
    assert reverse("resumption", args=[workout.pk]) in text(as_member.get(reverse("red_flags")))
    as_member.post(reverse("resumption", args=[workout.pk]))
    workout.refresh_from_db()
    assert workout.is_running


# The history and what it costs


@pytest.mark.parametrize("workouts", [1, 30])
def test_the_history_costs_the_same_with_any_number_of_workouts(
    as_member, member, workouts, django_assert_max_num_queries
):
    for _number in range(workouts):
        RepFactory(workout_set=WorkoutFactory(person=member, finished=True).sets.first())
    with django_assert_max_num_queries(6):
        response = as_member.get(reverse("history"))
    assert len(response.context["page"]) == min(workouts, 20)


@pytest.mark.parametrize("before", [0, 9, 40])
@pytest.mark.parametrize("said", [rep(50), fault("back-arched", "swung", number=50)])
def test_a_rep_costs_at_most_nine_queries_however_many_came_before(
    as_member, at_set, before, said, django_assert_max_num_queries
):
    for number in range(1, before + 1):
        RepFactory(workout_set=at_set, number=number, faults=["swung"] if number % 2 else [])
    said = {**said, "rep": str(uuid.uuid4())}
    as_member.get(reverse("set", args=[at_set.workout_id, 1]))
    with django_assert_max_num_queries(9):
        response = as_member.post(reps_url(at_set), said, **htmx())
    assert response.status_code == 200


@pytest.mark.parametrize("done", [0, 25])
def test_a_set_page_costs_the_same_with_any_number_of_reps(
    as_member, at_set, done, django_assert_max_num_queries
):
    for number in range(1, done + 1):
        RepFactory(workout_set=at_set, number=number)
    as_member.get(reverse("set", args=[at_set.workout_id, 1]))
    # Before the first rep it says why today is as it is, changes included.
    with django_assert_max_num_queries(7 if done else 8):
        as_member.get(reverse("set", args=[at_set.workout_id, 1]))


@pytest.mark.parametrize("done", [1, 25])
def test_a_summary_costs_the_same_however_long_the_workout_was(
    as_member, workout, done, django_assert_max_num_queries
):
    for number in range(1, done + 1):
        RepFactory(workout_set=workout.sets.get(number=number % 3 + 1), number=number)
    actions.complete_workout(workout=workout, ending="done")
    as_member.get(reverse("summary", args=[workout.pk]))
    with django_assert_max_num_queries(12):
        assert as_member.get(reverse("summary", args=[workout.pk])).status_code == 200


def test_a_guest_owns_what_they_do(client):
    guest = GuestFactory()
    client.force_login(guest)
    workout = WorkoutFactory(person=guest)
    assert client.get(reverse("workout", args=[workout.pk])).status_code == 302


# A whole set, judged at its end


def review_url(workout_set):
    return reverse("set_review", args=[workout_set.workout_id, workout_set.number])


def rows(*verdicts):
    """rows("perfect", "off", ["swung"], "skip"): the review as a form, in order."""
    said = {"done": len(verdicts), "reps-TOTAL_FORMS": len(verdicts), "reps-INITIAL_FORMS": 0}
    for index, verdict in enumerate(verdicts):
        row = {"rep": str(uuid.uuid4()), "number": index + 1}
        row |= {"verdict": verdict} if isinstance(verdict, str) else {"verdict": "off"}
        row |= {} if isinstance(verdict, str) else {"faults": verdict}
        said |= {f"reps-{index}-{name}": value for name, value in row.items()}
    return said


def test_the_review_has_a_row_for_every_rep_that_is_left(as_member, at_set):
    as_member.post(reps_url(at_set), rep())
    page = as_member.get(review_url(at_set))
    assert [row["number"].value() for row in page.context["rows"]] == [*range(2, 11)]


def test_a_whole_set_is_saved_at_once(as_member, at_set):
    said = rows("perfect", "off", ["back-arched", "swung"], "perfect", "skip")
    response = as_member.post(review_url(at_set), said, follow=True)
    assert "<b>2</b> perfect of 10" in text(response)
    assert "How was rep 5?" in text(response)


def test_a_whole_set_saved_twice_is_saved_once(as_member, at_set):
    said = rows("perfect", "perfect")
    for _twice in range(2):
        assert as_member.post(review_url(at_set), said).status_code == 302
    assert Rep.objects.count() == 2


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (rows(["laziness"]), "“laziness” is not a fault of this exercise."),
        (rows("superb"), "Say how this rep was, or that it was not done."),
        ({**rows("perfect"), "reps-0-number": 0}, "A rep has a number from 1 to 50."),
        ({**rows("perfect"), "reps-TOTAL_FORMS": 5000}, "This page was out of date."),
        ({}, "This page was out of date."),
        ({**rows("perfect", "perfect"), "done": 3}, "a number from 0 to 2."),
    ],
)
def test_a_review_that_makes_no_sense_comes_back_and_keeps_nothing(
    as_member, at_set, said, sentence
):
    response = as_member.post(review_url(at_set), said)
    assert response.status_code == 422
    assert "<title>Error: " in response.text
    assert sentence in text(response)
    assert not Rep.objects.exists()


@pytest.mark.parametrize("marked", [(), ("off",), (["swung"],)], ids=["nothing", "off", "a fault"])
def test_a_review_that_nobody_touched_saves_nothing_and_asks(as_member, at_set, marked):
    """Its rows say perfect by themselves."""
    untouched = rows(*marked, *["perfect"] * 9) | {"done": ""}
    response = as_member.post(review_url(at_set), untouched)
    assert response.status_code == 422
    page = text(response)
    assert "How many did you do?" in page
    assert "Say how many reps you did: a number from 0 to" in page
    assert not Rep.objects.exists()
    for field in [f"reps-{row}-verdict" for row in range(len(marked))]:
        assert re.search(rf'name="{field}" value="off" checked', page)


def test_of_a_review_only_what_was_done_is_saved(as_member, at_set):
    as_member.post(review_url(at_set), rows(*["perfect"] * 10) | {"done": 4})
    assert sorted(Rep.objects.values_list("number", flat=True)) == [1, 2, 3, 4]


def test_a_rep_that_was_marked_was_done_and_so_were_those_before_it(as_member, at_set):
    said = rows("perfect", "perfect", ["swung"], "perfect") | {"done": 1}
    as_member.post(review_url(at_set), said)
    done = Rep.objects.order_by("number").values_list("number", "perfect")
    assert list(done) == [(1, True), (2, True), (3, False)]


def test_pain_in_a_review_is_heard_without_counting_first(as_member, at_set):
    said = rows("perfect", ["pain"], "perfect") | {"done": ""}
    assert as_member.post(review_url(at_set), said).url == reverse("red_flags")
    assert sorted(Rep.objects.values_list("number", flat=True)) == [1, 2]


def test_pain_in_a_review_leads_to_what_to_look_out_for(as_member, at_set):
    response = as_member.post(review_url(at_set), rows("perfect", ["pain"], "perfect"))
    assert response.url == reverse("red_flags")
    assert Rep.objects.count() == 3


def test_off_without_a_name_counts_as_spoiled(as_member, at_set):
    response = as_member.post(reps_url(at_set), rep(verdict="off"), **htmx())
    assert "<b>0</b> perfect of 10" in text(response)
    assert not Rep.objects.get().perfect


# Parts of one document


BOOSTED = htmx(**{"HX-Boosted": "true", "HX-Request-Type": "full"})


def test_a_part_is_asked_for_as_a_whole_page(as_member, at_set):
    url = reverse("set", args=[at_set.workout_id, 1])
    for headers in (
        BOOSTED,
        htmx(**{"HX-History-Restore-Request": "true", "HX-Request-Type": "full"}),
    ):
        assert "</html>" in text(as_member.get(url, **headers))
    wrong = as_member.post(reps_url(at_set), rep(0), **BOOSTED)
    assert (wrong.status_code, "</html>" in text(wrong)) == (422, True)


def test_from_part_to_part_htmx_follows_and_out_of_the_workout_the_window_goes(as_member, at_set):
    done = as_member.post(reverse("set_completion", args=[at_set.workout_id, 1]), **BOOSTED)
    assert done.url == reverse("set_rest", args=[at_set.workout_id, 1])
    for name, leads_to in (("pain", "red_flags"), ("workout", "summary")):
        ask = as_member.post if name == "pain" else as_member.get
        answer = ask(reverse(name, args=[at_set.workout_id]), **BOOSTED)
        args = [] if leads_to == "red_flags" else [at_set.workout_id]
        assert answer.headers["HX-Redirect"] == reverse(leads_to, args=args)
        assert not answer.content
