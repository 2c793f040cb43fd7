"""The planned days as a calendar: what is in it, who may read it, and that it tells no more."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from coaching.catalogue.models import Variation
from coaching.catalogue.publishing.actions import publish
from coaching.exchange.actions import renew_address
from coaching.exchange.models import CalendarAddress
from coaching.people import actions as people
from coaching.practice import actions as practice
from coaching.progression.models import Placement
from legraises.logs import Formatter
from tests.factories.people import GuestFactory, TrainerFactory, UserFactory
from tests.factories.practice import RepFactory, WorkoutFactory
from tests.factories.progression import PlacementFactory
from tests.pages import text

pytestmark = pytest.mark.django_db
VIENNA, AUCKLAND = ZoneInfo("Europe/Vienna"), ZoneInfo("Pacific/Auckland")
DAY = timedelta(days=1)
NOON = datetime(2026, 10, 21, 12, 0, tzinfo=VIENNA)  # a Wednesday, four days before winter time


@pytest.fixture
def placed(member):
    """A member on a rung, with a calendar."""
    member.time_zone = "Europe/Vienna"
    member.save()
    PlacementFactory(person=member, variation_id="bent-knee-lowering")
    renew_address(person=member)
    return member


@pytest.fixture
def at(monkeypatch):
    """Sets the clock."""

    def set_to(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment.astimezone(UTC))

    return set_to


def address(person):
    person = type(person).objects.select_related("calendar_address").get(pk=person.pk)
    return reverse("calendar_feed", args=[person.calendar_address.secret])


def read(person, **headers):
    """The calendar as a program reads it that knows nothing but the address."""
    answer = Client().get(address(person), headers=headers)
    assert answer.status_code == 200
    return Calendar.from_ical(answer.content)


def days(person, **headers):
    return [event["DTSTART"].dt for event in read(person, **headers).walk("VEVENT")]


def trained(person, moment, **options):
    workout = WorkoutFactory(person=person, finished=True, started_at=moment, **options)
    RepFactory(workout_set=workout.sets.first(), number=1)
    return workout


# What is in it


def test_six_weeks_of_whole_days(placed, at):
    at(NOON)
    calendar = read(placed)
    events = calendar.walk("VEVENT")
    assert len(events) == 18
    first = events[0]
    assert str(first["SUMMARY"]) == "Leg raises: Bent-knee lowering"
    said = str(first["DESCRIPTION"])
    assert said.startswith("About ")
    assert said.endswith("minutes; what exactly, your coach says on the day: http://testserver/")
    # A date, not a moment: no time zone on the way can shift it.
    assert first["DTSTART"].to_ical() == b"20261021"
    assert type(first["DTSTART"].dt) is date
    assert first["DTSTART"].params["VALUE"] == "DATE"
    assert first["DTEND"].dt == date(2026, 10, 22)
    assert first["DTSTAMP"].dt == NOON
    assert str(calendar["X-WR-CALNAME"]) == "Leg raises"
    assert calendar["REFRESH-INTERVAL"].to_ical() == b"PT6H"
    assert calendar["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
    assert str(calendar["VERSION"]) == "2.0"


def test_each_day_keeps_its_name_and_two_people_share_none(placed, at):
    def names(person):
        return {event["DTSTART"].dt: str(event["UID"]) for event in read(person).walk("VEVENT")}

    at(NOON)
    first = names(placed)
    assert len(set(first.values())) == 18
    renew_address(person=placed)
    assert names(placed) == first
    at(NOON + 7 * DAY)
    later = names(placed)
    assert all(later[day] == first[day] for day in first.keys() & later.keys())
    other = PlacementFactory().person
    renew_address(person=other)
    assert not set(names(other).values()) & set(later.values())


def test_it_follows_what_was_done(placed, at):
    at(NOON)
    assert days(placed)[:3] == [date(2026, 10, 21), date(2026, 10, 23), date(2026, 10, 25)]
    trained(placed, NOON)
    assert days(placed)[:3] == [date(2026, 10, 23), date(2026, 10, 25), date(2026, 10, 28)]
    trained(placed, NOON - 2 * DAY)
    trained(placed, NOON - 5 * DAY)
    assert days(placed)[:2] == [date(2026, 10, 23), date(2026, 10, 26)]


@pytest.mark.parametrize("changes", [date(2026, 10, 25), date(2027, 3, 28)], ids=str)
@pytest.mark.parametrize(
    ("zone", "name"), [(VIENNA, "Europe/Vienna"), (AUCKLAND, "Pacific/Auckland")]
)
def test_days_are_right_across_a_change_of_clocks(placed, at, changes, zone, name):
    """The server's clock is UTC. Trained ten minutes after midnight, which is another day there."""
    placed.time_zone = name
    placed.save()
    trained(placed, datetime(changes.year, changes.month, changes.day, 0, 10, tzinfo=zone))
    for hour in (1, 12, 23):
        at(datetime(changes.year, changes.month, changes.day, hour, 30, tzinfo=zone))
        found = days(placed)
        assert found[:3] == [changes + 2 * DAY, changes + 4 * DAY, changes + 7 * DAY]
        assert {later - day for day, later in pairwise(found)} == {2 * DAY, 3 * DAY}


def test_the_clock_is_that_of_the_person_and_not_of_who_asks(placed, at):
    placed.time_zone = "Pacific/Auckland"
    placed.save()
    at(datetime(2026, 10, 20, 22, 0, tzinfo=UTC))  # the 21st there
    reader = Client()
    reader.cookies["time_zone"] = "America/New_York"
    events = Calendar.from_ical(reader.get(address(placed)).content).walk("VEVENT")
    assert events[0]["DTSTART"].dt == date(2026, 10, 21)
    placed.time_zone = "Nowhere/Else"
    placed.save()
    assert days(placed)[0] == date(2026, 10, 20)


def test_who_has_no_rung_has_an_empty_calendar(member):
    renew_address(person=member)
    calendar = read(member)
    assert not calendar.walk("VEVENT")
    # RFC 5545 asks for one component at least.
    assert [each.name for each in calendar.subcomponents] == ["VTIMEZONE"]


@pytest.mark.parametrize(
    "name",
    [
        "Raise\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Not ours",
        "Raise\rEND:VCALENDAR",
        "Raise\x85one\u2028two\x0bthree\x00four\x1b",
        'A; b, c: d \\n "e" <script>alert(1)</script> 🦵 ü' * 4,
    ],
)
def test_no_name_breaks_the_calendar(placed, at, name, monkeypatch):
    at(NOON)
    monkeypatch.setattr("coaching.progression.plan.Plan.variation", Named(name))
    body = Client().get(address(placed)).content
    events = Calendar.from_ical(body).walk("VEVENT")
    assert len(events) == 18
    words = str(events[0]["SUMMARY"])
    assert words.isprintable()
    assert "Not ours" not in words or "END:VEVENT" in words
    assert len(events[0].errors) == 0
    assert body.count(b"\r\nBEGIN:VEVENT\r\n") == body.count(b"\r\nEND:VEVENT\r\n") == 18
    assert not any(len(line) > 75 for line in body.split(b"\r\n"))


class Named:
    """A variation as a trainer would never get it through the checks."""

    def __init__(self, name):
        self.name = name

    def __get__(self, plan, owner=None):
        original = plan.catalogue.variation(plan.decision.facts["variation"])
        return original.model_copy(update={"name": self.name})


def test_a_name_with_markup_is_text(placed, as_member, at):
    at(NOON)
    Variation.objects.filter(pk="bent-knee-lowering").update(name="<b>Knees</b> & <i>more</i>")
    publish()
    assert "SUMMARY:Leg raises: <b>Knees</b> & <i>more</i>\r\n" in text_of(placed)
    page = as_member.get(reverse("calendar")).content.decode()
    assert "&lt;b&gt;Knees" in page
    assert "<b>Knees" not in page


def text_of(person):
    return Client().get(address(person)).content.decode()


# Nothing about pain


def test_pain_closes_days_and_nothing_says_so(placed, at):
    """Pain 8 at noon on Wednesday: closed until noon on Friday, which is not all of Friday."""
    at(NOON)
    before = text_of(placed)
    workout = trained(placed, NOON, variation="bent-knee-lowering")
    practice.check_in(workout=workout, moment="before", pain=0, happened_at=NOON)
    practice.check_in(workout=workout, moment="after", pain=8, happened_at=NOON)
    at(NOON + timedelta(hours=1))
    assert days(placed)[:2] == [date(2026, 10, 24), date(2026, 10, 26)]
    said = text_of(placed).lower()
    for word in ("pain", "hurt", "rest", "ache", "health", "red flag", "easier", "lighter", " 8"):
        assert word not in said, word
    # The same kinds of lines as without it, and no more of them for a day.
    assert kinds(said) == kinds(before.lower())


def kinds(said):
    return {
        line.partition(":")[0].partition(";")[0] for line in said.split("\r\n") if line[0:1] != " "
    }


def test_a_day_of_drills_alone_names_no_raise(placed, at):
    """Much pain on the lightest, twice: no sets at all, and the name would be of a raise."""
    Placement.objects.all().delete()
    PlacementFactory(person=placed, variation_id="dead-bug")
    for ago in (8, 4):
        workout = trained(placed, NOON - ago * DAY, variation="dead-bug")
        practice.check_in(workout=workout, moment="after", pain=6, happened_at=workout.finished_at)
    at(NOON)
    event = read(placed).walk("VEVENT")[0]
    assert str(event["SUMMARY"]) == "Leg raises: Guided workout"
    assert "pain" not in text_of(placed).lower()


# Who may read it


def test_a_program_gets_no_cookie_and_leaves_none(placed):
    answer = Client().get(address(placed))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert not answer.cookies
    assert "no-store" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex"
    assert placed.calendar_address.secret not in answer["Content-Disposition"]
    assert placed.calendar_address.secret.encode() not in answer.content


def test_head_is_answered_and_nothing_else(placed):
    client, url = Client(), address(placed)
    answer = client.head(url)
    assert (answer.status_code, answer.content) == (200, b"")
    assert int(answer["Content-Length"]) > 0
    for method in ("post", "put", "delete", "patch"):
        assert getattr(client, method)(url).status_code == 405


@pytest.mark.parametrize("secret", ["A" * 43, "a", "..%2f", "x" * 3000])
def test_an_unknown_secret_is_not_found(placed, secret):
    assert Client().get(f"/calendar/{secret}.ics").status_code == 404


def test_a_secret_is_long_random_and_told_apart_by_its_letters(placed):
    secret = placed.calendar_address.secret
    assert len(secret) == 43
    if (changed := secret.swapcase()) != secret:
        assert Client().get(reverse("calendar_feed", args=[changed])).status_code == 404


def test_renewing_ends_the_old_address_at_once(placed, as_member):
    old = address(placed)
    answer = as_member.post(reverse("calendar_renewal"), follow=True)
    assert "Your calendar has a new address. The old one is gone." in text(answer)
    assert address(placed) != old
    assert Client().get(old).status_code == 404
    assert len(days(placed)) == 18
    assert CalendarAddress.objects.count() == 1


def test_who_is_gone_is_not_read_any_more(at):
    guest = PlacementFactory(person=GuestFactory()).person
    renew_address(person=guest)
    url = address(guest)
    assert Client().get(url).status_code == 200
    people.leave(guest=guest)
    assert Client().get(url).status_code == 404
    guest.delete()
    assert not CalendarAddress.objects.exists()


def test_a_trainer_sees_no_secret(placed):
    client = Client()
    client.force_login(TrainerFactory())
    for url in ("/admin/", "/admin/coaching/user/", "/admin/coaching/"):
        assert placed.calendar_address.secret not in text(client.get(url))
    assert client.get("/admin/coaching/calendaraddress/").status_code == 404
    assert placed.calendar_address.secret not in str(placed.calendar_address)


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_log_does_not_tell_the_secret(placed, method, caplog):
    """Not even where somebody posts to it, or an address is out of date."""
    client = Client()
    old = address(placed)
    if method == "get":
        renew_address(person=placed)
    getattr(client, method)(old)
    written = [Formatter().format(record) for record in caplog.records]
    assert any("/calendar/….ics" in line for line in written)
    assert not any(old in line for line in written)


# The page


def test_looking_makes_no_address_and_asking_for_one_does(as_member, member):
    PlacementFactory(person=member)
    page = text(as_member.get(reverse("calendar")))
    assert "Make my address" in page
    assert not CalendarAddress.objects.exists()
    answer = as_member.post(reverse("calendar_renewal"))
    assert answer.url == reverse("calendar")
    page = text(as_member.get(reverse("calendar")))
    assert f'value="http://testserver{address(member)}"' in page
    assert f'href="webcal://testserver{address(member)}"' in page
    assert "The old one is gone at once" in page


def test_a_guest_has_one_too_and_keeps_it_when_signing_up(client):
    guest = PlacementFactory(person=GuestFactory()).person
    client.force_login(guest)
    client.post(reverse("calendar_renewal"))
    url = address(guest)
    people.sign_up(email="ada@example.org", password="a long and quiet one", guest_id=guest.pk)
    assert Client().get(url).status_code == 200


def test_the_page_lists_the_next_days_by_the_clock_of_the_browser(as_member, placed, at):
    at(datetime(2026, 10, 20, 22, 0, tzinfo=UTC))
    as_member.cookies["time_zone"] = "Pacific/Auckland"
    page = as_member.get(reverse("calendar"))
    assert page.context["days"][:2] == (date(2026, 10, 21), date(2026, 10, 23))
    assert len(page.context["days"]) == 6
    assert "Today" in text(page)


def test_asking_for_an_address_keeps_where_the_person_is(as_member, placed):
    as_member.cookies["time_zone"] = "Pacific/Auckland"
    as_member.post(reverse("calendar_renewal"))
    placed.refresh_from_db()
    assert placed.time_zone == "Pacific/Auckland"
    del as_member.cookies["time_zone"]
    as_member.post(reverse("calendar_renewal"))
    placed.refresh_from_db()
    assert placed.time_zone == "Pacific/Auckland"


def test_who_has_no_rung_is_told_how_to_get_days(as_member):
    page = text(as_member.get(reverse("calendar")))
    assert "None yet: they are here as soon as you have your first exercise." in page


def test_a_stranger_is_asked_who_they_are(client):
    answer = client.get(reverse("calendar"))
    assert answer.url == f"{reverse('account_login')}?next={reverse('calendar')}"
    assert client.post(reverse("calendar_renewal")).status_code == 302
    assert not CalendarAddress.objects.exists()


def test_the_number_of_queries_does_not_grow(placed, as_member):
    def queries(client, url):
        client.get(url)  # which looks for a new Release, as every process does every few seconds
        with CaptureQueriesContext(connection) as asked:
            client.get(url)
        return len(asked)

    now, found = timezone.now(), []
    for number in range(40):
        trained(placed, now - (number + 1) * DAY)
        if number in (0, 39):
            pages = [(Client(), address(placed)), (as_member, reverse("calendar"))]
            found.append([queries(client, url) for client, url in pages])
    assert found[0] == found[1]


def test_a_calendar_of_somebody_else_is_theirs(placed):
    other = PlacementFactory(person=UserFactory(), variation_id="dead-bug").person
    renew_address(person=other)
    assert "Dead bug" in text_of(other)
    assert "Dead bug" not in text_of(placed)
