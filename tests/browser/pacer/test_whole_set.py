"""The whole-set way of judging: what was marked, and naming it afterwards."""

import pytest

from tests.browser.pacer.fakes import DEFAULT

pytestmark = pytest.mark.browser


def test_arched_from_rep_seven_is_one_call(pure):
    reps, unnamed = pure.evaluate(
        """() => {
          let set = emptySet();
          for (let rep = 1; rep <= 10; rep += 1) set = finishRep(set, rep, 3, null);
          set = markOff(markOff(markOff(set, 3), 3), 8);
          const before = unnamed(set);
          set = nameTheRest(set, "swung");
          set = applyFrom(set, "arched", 7);
          set = removeFault(set, "swung", 8);
          set = makePerfect(set, 10);
          set = finishRep(set, 4, 99);
          return [listReps(set), [before, unnamed(set)]];
        }"""
    )

    assert unnamed == [[3, 8], []]
    assert [(each["rep"], each["faults"]) for each in reps if each["off"]] == [
        (3, ["swung"]),
        (7, ["arched"]),
        (8, ["arched"]),
        (9, ["arched"]),
    ]
    assert all(each["descent"] == 3 for each in reps)
    assert reps[9] == {"rep": 10, "descent": 3, "at": None, "off": False, "faults": []}


@pytest.mark.parametrize(
    ("elapsed", "rep"),
    [(4, None), (5, 1), (6, 1), (11.9, 1), (12.5, 1), (13.4, 1), (13.6, 2), (19.5, 2), (40, 3)],
)
def test_which_rep_was_meant(pure, elapsed, rep):
    got = pure.evaluate(
        "([tempo, t]) => meantRep(createTimeline({ tempo, reps: 3, countdown: 5 }), t)",
        [DEFAULT, elapsed],
    )

    assert got == rep


def test_a_mark_is_taken_back_last_first(pure):
    assert pure.evaluate("takeBack(takeBack(markOff(markOff(emptySet(), 2), 5))).marks") == []
    assert pure.evaluate("takeBack(markOff(markOff(emptySet(), 2), 5)).marks") == [2]


def test_whole_set_mode_marks_with_a_tap_anywhere(pacer):
    page = pacer(judging="whole")
    page.get_by_role("button", name="Start").click()
    page.run(1)
    page.locator("#far").click()  # still getting ready: nobody to blame
    page.run(7)
    page.locator("#far").click()  # rep 1, on the way down
    page.locator("#far").click()
    assert page.part("status") == "Rep 1 marked"
    page.run(10)
    page.get_by_role("button", name="Something else").click()  # 18 s: rep 3 is one second old
    assert page.part("status") == "Rep 2 marked"
    page.get_by_role("button", name="Take back").click()
    assert page.part("status") == "Rep 2 is perfect again"
    page.run(10)

    assert page.state() == "done"
    name, detail = page.evaluate("events").pop()
    assert name == "set-end"
    assert [(rep["rep"], rep["off"], rep["descent"]) for rep in detail["reps"]] == [
        (1, True, 3),
        (2, False, 3),
        (3, False, 3),
    ]


def test_a_set_taken_up_again_at_rep_two(pacer):
    page = pacer(judging="whole", rep="2")
    page.get_by_role("button", name="Start").click()
    page.run(30)

    assert [detail["rep"] for name, detail in page.evaluate("events") if name == "rep-end"] == [
        2,
        3,
    ]
