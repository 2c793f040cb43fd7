"""What pain changes, and the answer of the day after."""

import pytest

from coaching.practice.decisions import Decision
from tests.progression.cases.table import GATE, case, check
from tests.progression.made_up import (
    BENT,
    BUG,
    HANGING,
    LEG,
    LYING,
    did,
    drills,
    opened,
    said,
    story,
)

PAIN = [
    case("pain of 2 everywhere, the same the day after, is as earned",
         story(opened(3, before=2, after=2, next_day=2, compared="same")),
         "gate-passed",
         "You did 15 slow perfect reps in one set. That opens the next rung.",
         offers=("gate-passed",), closed=None, sets=None),
    case("the day after better than before is as earned",
         story(opened(3, before=2, after=2, next_day=1, compared="better")),
         "gate-open",
         "You did 15 slow perfect reps in one set, and rested well: Lying leg raise with a "
         "hold is open.",
         offers=("gate-passed",)),
    case("3 after: the same load, two sets",
         story(opened(3, before=2, after=3)),
         "pain-stays",
         "Your back hurt at 3 after your workout on 18 November. So nothing harder, and 2 sets"
         " at most.",
         variation=LYING, sets=2, offers=(), closed=None),
    case("3 the day after: the same load, two sets",
         story(opened(3, before=2, after=2, next_day=3, compared="same")),
         "pain-stays",
         "Your back hurt at 3 the day after your workout, on 18 November. So nothing harder, "
         "and 2 sets at most.",
         variation=LYING, sets=2, offers=()),
    case("3 before is remembered: nothing harder",
         story(opened(3, before=3, after=0)),
         "pain-stays",
         "Your back hurt at 3 on 18 November, before you began. So nothing harder, and 2 sets "
         "at most.",
         variation=LYING, sets=2, offers=()),
    case("4 after: one lighter, two sets",
         story(opened(3, before=3, after=4)),
         "pain-eases",
         "Your back hurt at 4 after your workout on 18 November. So we go on with something "
         "lighter, and nothing harder before 16 December.",
         variation=BENT, sets=2, offers=(), closed=None),
    case("1 before and 3 after are two more",
         story(opened(3, before=1, after=3)),
         "pain-eases",
         "Your back hurt at 3 after your workout on 18 November. So we go on with something "
         "lighter, and nothing harder before 16 December.",
         variation=BENT, sets=2, offers=()),
    case("0 before and 2 after are two more, and still nothing",
         story(opened(3, before=0, after=2)),
         "gate-open",
         "You did 15 slow perfect reps in one set, and rested well: Lying leg raise with a "
         "hold is open.",
         variation=LYING, offers=("gate-passed",)),
    case("worse the day after, at 2 only",
         story(opened(3, before=1, after=1, next_day=2, compared="worse")),
         "pain-eases",
         "Your back felt worse the day after your workout, on 18 November. So we go on with "
         "something lighter, and nothing harder before 16 December.",
         variation=BENT, sets=2),
    case("ended by pain",
         story(did(3, 8, 8, ended=True, after=None)),
         "pain-eases",
         "Pain ended your workout on 18 November. So we go on with something lighter, and "
         "nothing harder before 16 December.",
         variation=BENT, sets=2),
    case("4 before, and nothing was done",
         story(did(3, 0, 0, before=4, after=None, next_day=None)),
         "pain-eases",
         "Your back hurt at 4 on 18 November, before you began. So we go on with something "
         "lighter, and nothing harder before 16 December.",
         variation=BENT, sets=2),
    case("fifteen perfect and 8 after",
         story(opened(3, after=8)),
         "pain-eases",
         "Your back hurt at 8 after your workout on 18 November. So we go on with something "
         "lighter, and nothing harder before 16 December.",
         variation=BENT, sets=2, offers=()),
    case("47 hours after too much pain nothing begins",
         story(did(1, hours=23, after=4)),
         "pain-rests",
         "Your back hurt at 4 after your workout on 19 November.",
         closed="pain-rests", offers=()),
    case("48 hours after it may begin, lighter",
         story(did(2, after=4)),
         "pain-eases",
         "Your back hurt at 4 after your workout on 19 November. So we go on with something "
         "lighter, and nothing harder before 17 December.",
         closed=None, variation=BENT),
    case("15 perfect an hour after pain change nothing",
         story(did(3, after=4), opened(3, hours=-1, extra=True)),
         "pain-eases",
         "Your back hurt at 4 after your workout on 18 November. So we go on with something "
         "lighter, and nothing harder before 16 December.",
         variation=BENT, sets=2, offers=()),
    case("15 perfect an hour after pain of 3 change nothing",
         story(did(3, after=3, before=2), opened(3, hours=-1, extra=True)),
         "pain-stays",
         "Your back hurt at 3 after your workout on 18 November. So nothing harder, and 2 sets"
         " at most.",
         sets=2, offers=()),
    case("too much twice running: what to look out for",
         story(did(6, after=5), did(3, on=BENT, after=4, floor=60), here=BENT),
         "pain-eases",
         "Your back hurt at 4 after your workout on 18 November. So we go on with something "
         "lighter, and nothing harder before 16 December. It has hurt in one workout after the"
         " other: read what to look out for.",
         variation=LEG, sets=2),
    case("pain raises the floor that is known of what is lighter",
         story(did(6, after=5), did(3, on=BENT, after=3, before=2, floor=60), here=BENT),
         "pain-raises-floor",
         "Because it hurt, you begin at 70°, a hand higher than 60°.",
         variation=BENT, floor=70, sets=2),
    case("a floor that pain raised is not raised once more",
         story(did(6, after=5), did(3, on=BENT, after=3, before=2, floor=70,
               also=[Decision("pain-raises-floor", {})]), here=BENT),
         "pain-eases",
         "Your back hurt at 5 after your workout on 15 November. So we go on with something "
         "lighter, and nothing harder before 13 December.",
         never=["pain-raises-floor"], floor=70),
    case("pain raises the floor once, not at every workout of the four weeks",
         story(did(12, on=BUG, after=4), did(9, on=BUG, floor=30,
               also=[Decision("pain-raises-floor", {})]), did(6, on=BUG, floor=30),
               did(3, on=BUG, floor=30), here=BUG),
         "pain-lightest",
         "Your back hurt at 4 after your workout on 9 November. This is the gentlest there is,"
         " so it is 2 sets of 6 at most until 7 December.",
         never=["pain-raises-floor"], floor=30),
    case("a clean one ends the sets, not the 28 days",
         story(did(6, after=5), opened(3, on=BENT, floor=50), here=BENT),
         "pain-holds",
         "Your back hurt at 5 after your workout on 15 November. So nothing harder before 13 "
         "December.",
         variation=BENT, sets=None, offers=()),
    case("27 days after pain what hurt is still closed",
         story(did(27, after=4), did(3), here=LYING),
         "pain-holds",
         "Your back hurt at 4 after your workout on 25 October. So nothing harder before 22 "
         "November.",
         variation=BENT, offers=()),
    case("28 days after pain, and a clean one, it is open",
         story(did(28, after=4), did(3)),
         "stay",
         f"30 of 30 were perfect. {GATE}",
         variation=LYING),
    case("28 days without a clean one: still lighter",
         story(did(28, after=4), did(3, after=3, before=2)),
         "pain-eases",
         "Your back hurt at 4 after your workout on 24 October. So we go on with something "
         "lighter until a workout has gone well. It has hurt for 28 days now: let a physio or "
         "a doctor see it.",
         variation=BENT),
    case("on the lightest: two sets of six",
         story(did(3, on=BUG, after=4), here=BUG),
         "pain-lightest",
         "Your back hurt at 4 after your workout on 18 November. This is the gentlest there "
         "is, so it is 2 sets of 6 at most until 16 December.",
         variation=BUG, sets=2, reps=6, floor=30),
    case("on the lightest twice: drills only",
         story(did(6, on=BUG, after=4), did(3, on=BUG, after=4), here=BUG),
         "pain-drills",
         "Your back hurt at 4 after your workout on 18 November. This is the gentlest there "
         "is, and it hurt again: only the drills, without raises. It has hurt in one workout "
         "after the other: read what to look out for.",
         variation=BUG, sets=0),
    case("drills without pain lead back to two sets of six",
         story(did(9, on=BUG, after=4), did(6, on=BUG, after=4), drills(3, on=BUG), here=BUG),
         "pain-lightest",
         "Your back hurt at 4 after your workout on 15 November. This is the gentlest there "
         "is, so it is 2 sets of 6 at most until 13 December.",
         variation=BUG, sets=2, reps=6),
    case("hanging eases to bent knee, never to weighted",
         story(did(3, on=HANGING, target=5, after=4), here=HANGING),
         "pain-eases",
         "Your back hurt at 4 after your workout on 18 November. So we go on with something "
         "lighter, and nothing harder before 16 December.",
         variation=BENT, sets=2),
    case("13 days of pain: nobody is sent away",
         story(did(13, before=2, after=3), did(3, before=2, after=3)),
         "pain-stays",
         "Your back hurt at 3 after your workout on 18 November. So nothing harder, and 2 sets"
         " at most.",
         sets=2),
    case("14 days of pain: see a physio",
         story(did(14, before=2, after=3), did(3, before=2, after=3)),
         "pain-stays",
         "Your back hurt at 3 after your workout on 18 November. So nothing harder, and 2 sets"
         " at most. It has hurt for 14 days now: let a physio or a doctor see it.",
         sets=2),
    case("nobody answered: nothing opens",
         story(opened(3, next_day=None, compared="")),
         "gate-waits",
         "You did 15 slow perfect reps in one set. How your back feels the day after decides "
         "whether Lying leg raise with a hold opens: tell us then.",
         offers=(), variation=LYING, gate=("next-day",)),
    case("nobody answered: nothing grows",
         story(did(6), did(3, next_day=None, compared="")),
         "stay",
         f"30 of 30 were perfect. {GATE}",
         never=["floor-test", "reps-grow"], floor=20, reps=10),
    case("pain cannot be declined",
         story(did(3, after=4), said("pain-eases", "not yet", 2), said("pain-rests", "not yet", 2)),
         "pain-eases",
         "Your back hurt at 4 after your workout on 18 November. So we go on with something "
         "lighter, and nothing harder before 16 December.",
         variation=BENT, sets=2),
    case("pain of 3 cannot be declined",
         story(did(3, before=2, after=3), said("pain-stays", "not yet", 2)),
         "pain-stays",
         "Your back hurt at 3 after your workout on 18 November. So nothing harder, and 2 sets"
         " at most.",
         sets=2),
]  # fmt: skip


@pytest.mark.parametrize(("history", "rule", "sentence", "never", "comes"), PAIN)
def test_pain_and_the_day_after(history, rule, sentence, never, comes):
    check(history, rule, sentence, never, comes)
