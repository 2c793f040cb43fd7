"""Every page speaks the person's language: the site's own words and the content's."""

import json
import re
import uuid
from types import SimpleNamespace

import polib
import pytest
from django.db import connection
from django.template import Context, Template
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from coaching.catalogue.models import Translation
from coaching.catalogue.publishing import actions as publishing
from coaching.catalogue.publishing import releases
from coaching.catalogue.publishing.middleware import Edition
from coaching.exchange.actions import renew_address
from coaching.people.models import User
from coaching.practice import actions
from coaching.practice.decisions import Decision
from coaching.practice.models import StepAnswer
from tests.factories.people import GuestFactory, UserFactory
from tests.factories.practice import RepFactory, WorkoutFactory
from tests.factories.progression import PlacementFactory
from tests.factories.translations import LANGUAGE, hatted, overlaid, translation, with_hats

pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.usefixtures("two_languages")]

# Words of the site that these tests look for: of templates, forms, and sentences behind decisions.
WORDS = [
    "Today",
    "Your workouts",
    "Lift",
    "Breathe out and lift",
    "Rep {rep}: perfect",
    "How was rep %(number)s?",
    "Choose a number from 0 to 10.",
    "finished",
    "We begin gently, and go up as soon as your reps say so.",
    "Your back hurts at %(pain)s today, so we take something lighter: %(name)s.",
    "You did no reps on this rung last time, so it stays yours.",
    "Your rung has been taken out. This is the nearest to it.",
    "%(sets)s × %(reps)s: %(name)s",
    "Leg raises: %(name)s",
]
PLACEHOLDER = re.compile(r"(%\(\w+\)s|{\w+})")


def in_hats(message):
    """What the translation of one of WORDS is; what code puts into it keeps its name."""
    return "".join(
        part if PLACEHOLDER.fullmatch(part) else hatted(part) for part in PLACEHOLDER.split(message)
    )


@pytest.fixture(scope="session")
def locale(tmp_path_factory):
    """A folder with the site's words in the language of hats."""
    folder = tmp_path_factory.mktemp("locale")
    (folder / LANGUAGE / "LC_MESSAGES").mkdir(parents=True)
    po = polib.POFile()
    po.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    po.extend(polib.POEntry(msgid=each, msgstr=in_hats(each)) for each in WORDS)
    po.save_as_mofile(str(folder / LANGUAGE / "LC_MESSAGES" / "django.mo"))
    return folder


@pytest.fixture
def two_languages(settings, locale):
    settings.LOCALE_PATHS = [locale]
    settings.LANGUAGES = [("en", "English"), (LANGUAGE, "Esperanto")]


@pytest.fixture(scope="session")
def hats(content):
    return with_hats(content)


def publish(catalogue):
    publishing.load(catalogue=catalogue)
    releases.forget()


@pytest.fixture
def in_both(db, hats):
    publish(hats)


@pytest.fixture
def speaker():
    return UserFactory(language=LANGUAGE)


@pytest.fixture
def as_speaker(speaker):
    client = Client()
    client.force_login(speaker)
    return client


def text(response):
    return " ".join(response.content.decode().replace("&#x27;", "'").split())


def page(client, name, *args):
    response = client.get(reverse(name, args=args))
    assert response.status_code == 200
    return text(response)


def choose(client, language, **said):
    return client.post(reverse("language"), {"language": language, **said})


def first_set(person):
    """The first set of a workout, with everything before it answered."""
    workout = WorkoutFactory(person=person)
    for position, said in enumerate(["done", "done", "firm", "stable", "done"], start=1):
        StepAnswer.objects.create(workout=workout, position=position, answer=said)
    StepAnswer.objects.create(workout=workout, position=4, turn=2, answer="stable")
    this_set = workout.sets.get(number=1)
    actions.keep_floor(workout=workout, variation=this_set.variation_id, degrees=26)
    return this_set


def say_rep(client, this_set, **said):
    url = reverse("set_reps", args=[this_set.workout_id, this_set.number])
    rep = {"rep": str(uuid.uuid4()), "number": 1, "verdict": "perfect", **said}
    return client.post(url, rep, headers={"HX-Request": "true"})


def begin(client, **said):
    asked = {"answer_done-before": "regularly", "answer_flatten-back": "yes", "pain": "0"}
    return client.post(reverse("start"), {"workout": str(uuid.uuid4()), **asked, **said})


# What is read


@pytest.mark.usefixtures("in_both")
class TestPages:
    def test_an_exercise(self, as_speaker, client):
        shown = page(as_speaker, "variation", "lying-raise")
        assert '<html lang="eo" dir="ltr"' in shown
        for words in ("Lyîng lêg râîsê", "Prêss yôûr lôw bâck dôwn", "Bâck ârchêd", "Tôdây"):
            assert words in shown
        assert "Back arched" not in shown
        assert "Lying leg raise" in page(client, "variation", "lying-raise")

    @pytest.mark.parametrize(
        ("name", "args", "words"),
        [
            ("ladder", [], "Whêrê tô lîê"),
            ("drill", ["plank"], "Plânk, în â sêntêncê."),
            ("topic", ["shoes"], "Shôês ôff"),
            ("red_flags", [], "Gêt êmêrgêncy hêlp nôw"),
            ("start", [], "Hâvê yôû dônê lêg râîsês bêfôrê?"),
        ],
    )
    def test_what_there_is_to_read(self, as_speaker, name, args, words):
        assert words in page(as_speaker, name, *args)

    def test_the_steps_of_a_workout(self, as_speaker, speaker):
        workout = WorkoutFactory(person=speaker)
        assert "Plâcê ând bôdy: whât tô dô." in page(as_speaker, "step", workout.pk, 1)

    def test_the_cue_after_a_rep(self, as_speaker, speaker):
        answer = say_rep(as_speaker, first_set(speaker), verdict="", faults=["swung"])
        assert "Nô môrê swûng." in text(answer)
        assert "Hôw wâs rêp 2?" in text(answer)
        assert "No more" not in text(answer)

    def test_what_the_pacer_says(self, as_speaker, speaker):
        this_set = first_set(speaker)
        shown = page(as_speaker, "set", this_set.workout_id, 1)
        words = json.loads(re.search(r'id="player-words">({.*?})</script>', shown)[1])
        assert words["phases"]["lift"] == "Lîft"
        assert words["say"]["lift"] == "Brêâthê ôût ând lîft"
        assert words["dots"]["perfect"] == "Rêp {rep}: pêrfêct"

    def test_the_reason_on_the_first_page(self, as_speaker, speaker):
        PlacementFactory(person=speaker)
        WorkoutFactory(person=speaker, variation="lying-raise", finished=True)
        shown = page(as_speaker, "home")
        assert "<h1>Lyîng lêg râîsê</h1>" in shown
        assert "Yôû dîd nô rêps ôn thîs rûng lâst tîmê, sô ît stâys yôûrs." in shown
        assert "3 × 10: Lyîng lêg râîsê" in shown

    def test_the_reason_before_starting(self, as_speaker, speaker):
        PlacementFactory(person=speaker)
        WorkoutFactory(person=speaker, variation="lying-raise", finished=True)
        shown = page(as_speaker, "start")
        assert "Yôû dîd nô rêps ôn thîs rûng lâst tîmê, sô ît stâys yôûrs." in shown

    @pytest.mark.parametrize(
        ("language", "why"),
        [(LANGUAGE, "Bêcâûsê yôû sâîd: Rêgûlârly."), ("en", "Because you said: Regularly.")],
    )
    def test_the_reason_in_the_words_of_an_answer(self, language, why):
        facts = {"variation": "lying-raise", "question": "done-before", "answer": "regularly"}
        request = SimpleNamespace(catalogue=Edition(language).catalogue)
        page = {"decision": Decision("start-by-answer", facts), "request": request}
        said = Template("{% load decisions %}{% why decision %}").render(Context(page))
        assert said == why

    def test_why_something_was_changed(self, as_speaker, speaker):
        why = "Yôûr bâck hûrts ât 3 tôdây, sô wê tâkê sômêthîng lîghtêr: Bênt-knêê lôwêrîng."
        asked = begin(as_speaker, pain="3")
        assert why in text(as_speaker.get(asked.url))
        workout = speaker.workouts.get()
        as_speaker.post(reverse("completion", args=[workout.pk]))
        assert why in page(as_speaker, "summary", workout.pk)

    def test_why_a_step_changed_something(self, as_speaker, speaker):
        workout = WorkoutFactory(person=speaker)
        said = {"turn": 1, "pain": 3}
        answer = as_speaker.post(reverse("step", args=[workout.pk, 1]), said, follow=True)
        assert "Yôûr bâck hûrts ât 3 tôdây" in text(answer)

    def test_what_a_form_asks_for(self, as_speaker, speaker):
        workout = WorkoutFactory(person=speaker)
        answer = as_speaker.post(reverse("step", args=[workout.pk, 1]), {"turn": 1})
        assert answer.status_code == 422
        assert "Chôôsê â nûmbêr frôm 0 tô 10." in text(answer)

    def test_what_was_done(self, as_speaker, speaker, client):
        WorkoutFactory(person=speaker, variation="lying-raise", finished=True)
        shown = page(as_speaker, "history")
        assert "Yôûr wôrkôûts" in shown
        assert "Lyîng lêg râîsê" in shown
        choose(as_speaker, "en")
        assert "Lying leg raise" in page(as_speaker, "history")

    def test_the_next_time(self, as_speaker, speaker):
        PlacementFactory(person=speaker)
        workout = WorkoutFactory(person=speaker, variation="lying-raise", finished=True)
        shown = page(as_speaker, "summary", workout.pk)
        assert "fînîshêd" in shown
        assert "Yôû dîd nô rêps ôn thîs rûng lâst tîmê, sô ît stâys yôûrs." in shown

    @pytest.mark.parametrize("asked_in", ["en", LANGUAGE])
    def test_the_calendar_whoever_asks_for_it(self, speaker, asked_in):
        """The person's language; of who chose none, what the one who asks prefers."""
        for person, language in ((speaker, LANGUAGE), (UserFactory(), asked_in)):
            PlacementFactory(person=person)
            renew_address(person=person)
            url = reverse("calendar_feed", args=[person.calendar_address.secret])
            said = Client().get(url, headers={"Accept-Language": asked_in}).content.decode()
            words = "Leg raises: ", "Lying leg raise"
            assert "".join(hatted(each) if language == LANGUAGE else each for each in words) in said

    def test_a_workout_goes_on_in_its_own_words(self, as_speaker, speaker):
        this_set = first_set(speaker)
        Translation.objects.filter(slug="swung", path__in=["cue", "short_cue"]).update(text="Hâlt.")
        publishing.publish()
        releases.forget()
        answer = say_rep(as_speaker, this_set, verdict="", faults=["swung"])
        assert "Nô môrê swûng." in text(answer)
        assert "Hâlt." in page(as_speaker, "variation", "lying-raise")

    def test_a_language_changes_words_and_nothing_that_is_counted_or_drawn(
        self, as_speaker, speaker
    ):
        """Where a comma stands for a point, pictures and pacers still get their numbers."""
        this_set = first_set(speaker)
        RepFactory(workout_set=this_set, faults=["swung"])
        places = [
            ("set", this_set.workout_id, 1), ("variation", "lying-raise-with-hold"),
            ("drill", "cat-cow"), ("ladder",), ("figures",), ("home",),
        ]  # fmt: skip
        in_eo = [numbers(as_speaker, *place) for place in places]
        assert all(any("." in number for number in found) for found in in_eo)
        choose(as_speaker, "en")
        assert in_eo == [numbers(as_speaker, *place) for place in places]

    def test_pages_ask_no_more_queries_than_in_the_base_language(
        self, as_speaker, speaker, monkeypatch
    ):
        monkeypatch.setattr(releases, "SECONDS", 1_000)  # or the newest Release is asked for again
        PlacementFactory(person=speaker)
        finished = WorkoutFactory(person=speaker, finished=True)
        this_set = first_set(speaker)
        places = [
            ("home",), ("history",), ("start",), ("ladder",), ("variation", "lying-raise"),
            ("drill", "plank"), ("red_flags",), ("workout", this_set.workout_id),
            ("set", this_set.workout_id, 1), ("summary", finished.pk),
        ]  # fmt: skip
        asked = {}
        for language in (LANGUAGE, "en"):
            choose(as_speaker, language)
            releases.catalogue_in(releases.newest_id(), language)
            counts = [queries(as_speaker.get, reverse(name, args=args)) for name, *args in places]
            counts.append(queries(say_rep, as_speaker, this_set, number=len(asked) + 1))
            asked[language] = counts
        assert asked[LANGUAGE] == asked["en"]


MACHINE_READ = re.compile(
    r'\s(?:d|points|viewBox|transform|[cr]?[xy]|r|data-[\w-]+)="([^"]*\d[^"]*)"'
)


def numbers(client, *place):
    """Everything on a page that a program reads and that has a number in it."""
    return MACHINE_READ.findall(page(client, *place))


def queries(ask, *args, **options):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert ask(*args, **options).status_code in (200, 302)
    return len(captured)


def test_what_is_not_translated_is_read_in_the_base_language(as_speaker, content):
    publish(overlaid(content, translation(content, "variation", "lying-raise", "name")))
    shown = page(as_speaker, "variation", "lying-raise")
    assert "Lyîng lêg râîsê" in shown
    assert "Back arched" in shown


def test_what_is_out_of_date_is_read_until_it_is_renewed(as_speaker, content):
    older = translation(content, "fault", "swung", "cue", source="Do not swing.")
    publish(overlaid(content, older))
    assert "Cûê fôr swûng." in page(as_speaker, "variation", "lying-raise")


# Whose language it is


def test_a_stranger_reads_what_the_browser_asks_for(client):
    asked = client.get(reverse("home"), headers={"Accept-Language": "eo, en;q=0.5"})
    assert '<html lang="eo"' in text(asked)
    assert "Accept-Language" in asked["Vary"]
    assert '<html lang="en"' in page(client, "home")


def test_a_strangers_choice_is_kept_in_the_browser_and_makes_nobody_a_guest(client):
    choose(client, LANGUAGE)
    assert '<html lang="eo"' in page(client, "home")
    asked = client.get(reverse("home"), headers={"Accept-Language": "en"})
    assert '<html lang="eo"' in text(asked)
    assert not User.objects.exists()
    cookie = client.cookies["django_language"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] > 300 * 24 * 3600


def test_a_members_choice_follows_them_to_another_device(as_member, member):
    choose(as_member, LANGUAGE)
    member.refresh_from_db()
    assert member.language == LANGUAGE
    other_device = Client(headers={"Accept-Language": "en"})
    other_device.force_login(member)
    assert '<html lang="eo"' in page(other_device, "home")


def test_a_person_is_asked_before_the_browser(as_speaker):
    as_speaker.cookies["django_language"] = "en"
    assert '<html lang="eo"' in page(as_speaker, "home")


def test_a_guest_who_signs_up_keeps_their_language():
    guest, client = GuestFactory(), Client()
    client.force_login(guest)
    choose(client, LANGUAGE)
    client.cookies.pop("django_language")
    said = {"email": "anna@example.org", "password1": "a long and quiet password"}
    client.post(reverse("account_signup"), said)
    guest.refresh_from_db()
    assert (guest.email, guest.language) == ("anna@example.org", LANGUAGE)


def test_a_stranger_who_signs_up_keeps_their_language(client):
    choose(client, LANGUAGE)
    said = {"email": "anna@example.org", "password1": "a long and quiet password"}
    client.post(reverse("account_signup"), said)
    assert User.objects.get().language == LANGUAGE


def test_the_guest_whom_a_stranger_becomes_keeps_their_language(client):
    choose(client, LANGUAGE)
    begin(client)
    assert User.objects.get().language == LANGUAGE


def test_whoever_chose_nothing_goes_on_with_what_the_browser_asks_for(client):
    begin(client)
    assert User.objects.get().language == ""
    asked = client.get(reverse("home"), headers={"Accept-Language": "eo"})
    assert '<html lang="eo"' in text(asked)


@pytest.mark.parametrize("language", ["de", "xx", "", "x" * 300, "eo\nSet-Cookie: a=b"])
def test_an_unknown_language_changes_nothing(as_speaker, speaker, language):
    assert choose(as_speaker, language).status_code == 302
    speaker.refresh_from_db()
    assert speaker.language == LANGUAGE
    assert "django_language" not in as_speaker.cookies


def test_a_cookie_that_is_no_language_is_nobodys(client):
    client.cookies["django_language"] = "x" * 300
    assert '<html lang="en"' in page(client, "home")
    assert begin(client).status_code == 302
    assert User.objects.get().language == ""


def test_a_language_that_the_site_speaks_no_more_is_like_none(client):
    client.force_login(UserFactory(language="de"))
    assert '<html lang="en"' in page(client, "home")
    client.cookies["django_language"] = LANGUAGE
    assert '<html lang="eo"' in page(client, "home")


def test_choosing_leads_back_to_the_page_and_nowhere_else(client):
    here = reverse("variation", args=["lying-raise"])
    assert choose(client, LANGUAGE, next=here).url == here
    assert choose(client, LANGUAGE, next="https://elsewhere.example/").url == reverse("home")
    assert client.get(reverse("language")).status_code == 405


def test_the_menu_offers_each_language_in_its_own_words(client, settings):
    shown = page(client, "ladder")
    assert 'name="language" value="eo" lang="eo" aria-pressed="false">Esperanto<' in shown
    assert 'value="en" lang="en" aria-pressed="true">English<' in shown
    settings.LANGUAGES = [("en", "English")]
    assert 'name="language"' not in page(client, "ladder")
