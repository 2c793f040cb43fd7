"""What a person does on the pages, by roles, labels and names; no test knows a class name.

Every function takes the page first. Those that say something wait until the page has answered.
"""

import re
from dataclasses import dataclass, field

from playwright.sync_api import expect

PASSWORD = "a long and quiet password"  # of everybody whom a factory has made


@dataclass
class Told:
    """The reps of one set as the person remembers them, to hold the page against."""

    names: dict  # fault slug -> the name a person reads
    target: int = 10
    reps: list = field(default_factory=list)  # one tuple of fault slugs a rep, () for perfect

    @property
    def perfect(self):
        return self.reps.count(())

    @property
    def dots(self):
        """What each dot says of its rep; the ring and the empty ones only count."""
        return [
            f"Rep {number}: {', '.join(self.names[slug] for slug in sorted(faults)) or 'perfect'}"
            for number, faults in enumerate(self.reps, start=1)
        ]


# Ways in


def start_as_newcomer(page, *, before="Regularly", flat="Yes", pain=0):
    """From the first page, in three answers, into the workout."""
    page.goto("/")
    page.get_by_role("main").get_by_role("button", name=before).click()
    choose_pain(page, pain)
    page.get_by_role("main").get_by_role("button", name=re.compile(f"^{flat}")).click()


def press_start(page):
    page.get_by_role("main").get_by_role("button", name=re.compile("^Start, about")).click()


def choose_pain(page, number):
    tick(page.get_by_role("radio", name=str(number), exact=True))


def tick(choice):
    """A radio button or checkbox, by the label that a finger hits."""
    choice.page.locator(f"label[for='{choice.get_attribute('id')}']").click()
    expect(choice).to_be_checked()


def sign_up(page, email):
    """By the menu, in the middle of whatever is going on."""
    page.goto("/")
    page.get_by_role("button", name="Your menu").click()
    page.get_by_role("link", name="Keep my training").filter(visible=True).first.click()
    page.get_by_role("textbox", name="Email").fill(email)
    page.get_by_role("textbox", name="Password").fill(PASSWORD)
    page.get_by_role("button", name="Keep it").click()
    expect(page).to_have_url(re.compile(r"/$"))


def sign_in(page, email):
    page.goto("/accounts/login/")
    page.get_by_role("textbox", name="Email").fill(email)
    page.get_by_role("textbox", name="Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()


# The menu


def open_menu(page):
    page.get_by_role("banner").get_by_role("button", name="More").click()
    menu = page.get_by_role("dialog", name="More")
    expect(menu).to_be_visible()
    return menu


# Steps


def heading(page):
    return page.get_by_role("heading", level=1)


def expect_heading(page, text):
    expect(heading(page)).to_have_text(text)


def expect_step(page, title):
    expect_heading(page, title)


def press_next(page):
    """The one primary action of a screen: a button that answers, or a link that leads on."""
    main = page.get_by_role("main")
    main.locator("[data-key=next]:visible").click()


def answer_step(page, title, *, pain=None, no=False):
    """Answers the part with this title with its primary action, or with the other one (`no`)."""
    expect_step(page, title)
    if pain is not None:
        choose_pain(page, pain)
    if no:
        page.get_by_role("main").locator("form [data-key=off]:visible").click()
    else:
        press_next(page)


def walk_to_floor(page):
    """Everything before the floor, when all goes well."""
    for title in ("Reset", "Tension check", "First rep"):
        answer_step(page, title)
    expect(page.get_by_role("main")).to_contain_text("try 2 of 2")
    answer_step(page, "First rep")
    expect_step(page, "Your floor")


def walk_to_set(page, *, floor=26):
    """To the first rep of the first set."""
    walk_to_floor(page)
    page.get_by_label("Your floor, in degrees").fill(str(floor))
    answer_step(page, "Your floor")
    expect_rep(page, 1)


# Reps


def prompt(page):
    return page.locator("#prompt")


def tally(page):
    return page.locator("#tally")


def expect_rep(page, number):
    """This rep is the one that is to be done, or that the page asks about."""
    asked = prompt(page).locator("h2").filter(has_text=f"How was rep {number}?")
    expect(asked.first).to_be_attached()


def begin(page):
    """Where reps are not begun yet: at one's own pace. A page whose scripts are still on their way
    shows the question first, as it does without any."""
    if page.evaluate("matchMedia('(scripting: enabled)').matches"):
        expect(page.locator("[data-face]")).not_to_have_attribute("data-face", "")
    own = page.get_by_role("main").locator("[data-action=move]:visible")
    if own.count():
        own.first.click()


def spoil(page):
    """Where a rep is on its way: it was not perfect, so what was it?"""
    begin(page)
    spoiled = page.get_by_role("main").locator("[data-action=ask]:visible")
    if spoiled.count():
        spoiled.first.click()


def say_perfect(page):
    begin(page)
    prompt(page).get_by_role("button", name="Perfect", exact=True).click()


def say_fault(page, slug):
    """With the fault's own button where the screen has room for it, else with the list of all."""
    spoil(page)
    own = prompt(page).locator(f"button[name=faults][value={slug}]").first
    if own.is_visible():
        own.click()
    else:
        say_several(page, [slug])


def open_sheet(page):
    spoil(page)
    prompt(page).locator("button[popovertarget=faults][data-key=off]:visible").click()
    sheet = page.get_by_role("dialog")
    expect(sheet).to_be_visible()
    return sheet


def say_several(page, slugs):
    sheet = open_sheet(page)
    for slug in slugs:
        tick(sheet.locator(f"input[name=faults][value={slug}]"))
    sheet.get_by_role("button", name=re.compile("^Save")).click()


def say(page, faults, *, more=False):
    """How one rep was: () for perfect. `more` for a rep beyond those that were asked for."""
    if len(faults) > 1 or (more and faults):
        say_several(page, faults)
    elif faults:
        say_fault(page, faults[0])
    elif more:
        prompt(page).get_by_role("button", name="One more, perfect").click()
    else:
        say_perfect(page)


def take_back(page):
    back = page.get_by_role("main").get_by_role("button", name="Take back")
    back.locator("visible=true").first.click()


def expect_tally(page, told):
    """Number, dots and rings agree with what the person remembers."""
    expect(tally(page)).to_contain_text(f"{told.perfect} perfect of {told.target}")
    # While the question is asked it has the place of the dots.
    dots = tally(page).get_by_label("Reps of this set").locator("li")
    expect(dots).to_have_count(max(len(told.reps), told.target))
    shown = [text.strip() for text in dots.all_text_contents()]
    assert shown[: len(told.reps)] == told.dots


def say_and_check(page, told, faults):
    """One rep, and then the whole tally."""
    say(page, faults, more=len(told.reps) >= told.target)
    told.reps.append(tuple(faults))
    expect(prompt(page)).to_contain_text(
        re.compile(rf"How was rep {len(told.reps) + 1}\?|reps done|ends here")
    )
    expect_tally(page, told)


def saved_reps(workout_set):
    """What the database knows, as tuples of slugs in order."""
    kept = workout_set.reps.kept().order_by("number")
    return [tuple(sorted(rep.faults.values_list("slug", flat=True))) for rep in kept]
