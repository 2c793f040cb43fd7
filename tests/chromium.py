"""`python -m tests.chromium` prints the path of a Chromium for the browser tests, and gets one if
there is none: one that CHROMIUM names, one that is installed, Playwright's, the distribution's."""

import os
import shutil
import subprocess
import sys

from playwright.sync_api import Error, sync_playwright

# The headless shell first: the same engine without windows, a quarter faster through these tests.
SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def starts(path: str) -> bool:
    """Whether it draws a page here: a browser without its libraries is a file like any other."""
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
            browser.new_page().set_content("<p>ready</p>")
            browser.close()
    except Error as error:
        say(f"{path} does not start: {str(error).strip().splitlines()[0]}")
        return False
    return True


def playwrights() -> str:
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def run(*command: str) -> bool:
    say(f"Getting a browser: {' '.join(command)}")
    try:
        return subprocess.run(command, stdout=sys.stderr).returncode == 0
    except OSError as error:
        say(str(error))
        return False


def candidates():
    """Each is looked at before the next, slower one is even tried."""
    yield from (path for name in NAMES if (path := shutil.which(name)))
    yield playwrights()
    may_install = hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")
    if run(sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"):
        yield playwrights()
        if may_install and run(sys.executable, "-m", "playwright", "install-deps", "chromium"):
            yield playwrights()
    if may_install:
        run("apt-get", "update", "-q")
        for package in (SHELL, "chromium"):
            if run("apt-get", "install", "-y", "-q", "--no-install-recommends", package):
                yield from (path for name in NAMES if (path := shutil.which(name)))


def find() -> str:
    if named := os.environ.get("CHROMIUM"):
        if os.access(named, os.X_OK) and starts(named):
            return named
        sys.exit(f"CHROMIUM={named} is no browser that starts here. Leave it out to look for one.")
    for path in candidates():
        if os.access(path, os.X_OK) and starts(path):
            return path
    return sys.exit(
        "The browser tests need a Chromium, and none was found or could be got. Install one"
        " (Debian, Ubuntu: apt install chromium), name one with CHROMIUM=/path/to/chromium,"
        " or leave those tests out with `make test BROWSER_ON=none`."
    )


if __name__ == "__main__":
    print(find())
