"""Names made in the browser: UUIDs of version 7, in the order in which they were made."""

import uuid

import pytest

pytestmark = pytest.mark.browser

MOMENT = 1_790_000_000_123
# A clock that says one thing after another, and then the last one for good.
MAKE = """([times, count]) => {
  const said = [...times];
  const makeName = createNamer({ now: () => (said.length > 1 ? said.shift() : said[0]) });
  return Array.from({ length: count }, () => makeName());
}"""


def made(pure, *times, count):
    return [uuid.UUID(name) for name in pure.evaluate(MAKE, [times, count])]


def moment(name):
    return name.int >> 80


def test_a_name_is_a_uuid_of_version_seven_with_its_time(pure):
    text = pure.evaluate("now => createNamer({ now: () => now })()", MOMENT)
    name = uuid.UUID(text)
    assert text == str(name)
    assert (name.version, name.variant) == (7, uuid.RFC_4122)
    assert moment(name) == MOMENT


def test_as_the_standard_writes_its_example(pure):
    """RFC 9562, A.6: 2022-02-22 14:22:22 at UTC-5, and these random bits."""
    text = pure.evaluate(
        """() => createNamer({
          now: () => 0x017F22E279B0,
          roll: (bytes) => (bytes.set([12, 195, 24, 196, 220, 12, 12, 7, 57, 143], 6), bytes),
        })()"""
    )
    # The first bit of the count is left free, so that there is room to count in.
    assert text == "017f22e2-79b0-74c3-98c4-dc0c0c07398f"


def test_many_names_in_one_millisecond_are_unique_and_in_order(pure):
    names = made(pure, MOMENT, count=10_000)
    assert len(set(names)) == 10_000
    assert names == sorted(names)
    assert {name.version for name in names} == {7}
    # What one millisecond cannot hold is lent by the next ones.
    assert moment(names[0]) == MOMENT
    assert moment(names[-1]) - MOMENT <= 10_000 // 2048


def test_a_clock_that_goes_back_does_not_take_the_order_back(pure):
    names = made(pure, MOMENT, MOMENT - 3_600_000, MOMENT - 1, MOMENT + 5, count=4)
    assert names == sorted(names)
    assert [moment(name) - MOMENT for name in names] == [0, 0, 0, 5]


def test_a_clock_with_fractions_is_rounded_down(pure):
    assert moment(*made(pure, MOMENT + 0.9, count=1)) == MOMENT


def test_names_made_on_two_pages_at_the_same_moment_differ(pure):
    firsts = {made(pure, MOMENT, count=1)[0] for _page in range(20)}
    assert len(firsts) == 20


def test_the_dice_are_rolled_by_the_browser(pure):
    lows = {name.int & (1 << 62) - 1 for name in made(pure, MOMENT, count=200)}
    assert len(lows) == 200
