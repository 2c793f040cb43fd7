"""Firefox and WebKit as a machine has them, told what to do in their own protocols.

Playwright drives only browsers of its own, Selenium needs a geckodriver that Debian does not have
and would fetch one. What a walk needs of either protocol is little enough to be said here.
"""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import Request, urlopen

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
KEY = {"Space": " ", "Tab": "\ue004", "Escape": "\ue00c"}
PATIENCE = 40
FIREFOX_PREFERENCES = {
    # As on somebody's phone: nothing may sound before it was touched.
    "media.autoplay.default": 1,
    "media.autoplay.blocking_policy": 0,
    # A sound card that need not be there: without any there are no tones and no media session.
    "media.cubeb.force_mock_context": True,
    "media.mediacontrol.testingevents.enabled": True,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
}
WHERE = "return location.href + '\\n' + document.body?.innerText"
WEBKIT_BROWSERS = Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser")


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def until(found, what, patience=PATIENCE):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        with contextlib.suppress(OSError):
            if result := found():
                return result
        time.sleep(0.1)
    raise AssertionError(f"waited in vain: {what}")


class Refused(OSError):
    """By the browser: mostly because a page is just being left."""


class Browser:
    """`send(command, **parameters)` is a WebDriver command; each engine has a way of its own."""

    process = None

    @property
    def hands(self):
        """How one is told to go on or pause, and that a rep was perfect."""
        return [(self.press, "s", "Space")]

    def launch(self, *command):
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen(command, start_new_session=True, **quiet)

    def run(self, script, *arguments):
        return self.send("script", script=script, args=list(arguments))

    def find(self, selector):
        """The first element in sight, or None."""
        return self.run(
            """return [...document.querySelectorAll(arguments[0])].find((each) => {
              const { width, height } = each.getBoundingClientRect();
              return each.checkVisibility() && width * height > 0;
            }) ?? null""",
            selector,
        )

    def click(self, selector):
        try:
            element = until(lambda: self.find(selector), selector)
        except AssertionError as wrong:
            raise AssertionError(f"{wrong}\n{self.run(WHERE)}") from None
        self.run("arguments[0].scrollIntoView({ block: 'center' })", element)  # not behind a bar
        self.send("click", id=element[ELEMENT])

    def press(self, key):
        value = KEY.get(key, key)
        keys = [{"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}]
        self.send("keys", actions=[{"type": "key", "id": "keys", "actions": keys}])

    def close(self):
        if self.process:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGTERM)
            self.process.wait(PATIENCE)


class Firefox(Browser):
    """By Marionette: a message is its length, a colon, and [type, number, name, parameters]."""

    found = shutil.which("firefox-esr") or shutil.which("firefox")
    COMMANDS = {
        "go": "WebDriver:Navigate",
        "script": "WebDriver:ExecuteScript",
        "click": "WebDriver:ElementClick",
        "keys": "WebDriver:PerformActions",
        "size": "WebDriver:SetWindowRect",
        "context": "Marionette:SetContext",
    }

    def __init__(self):
        self.profile = TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True)
        port = free_port()
        preferences = {**FIREFOX_PREFERENCES, "marionette.port": port}
        lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in preferences.items()]
        Path(self.profile.name, "user.js").write_text("\n".join(lines))
        self.launch(
            *(self.found, "--headless", "--marionette", "--remote-allow-system-access"),
            *("--profile", self.profile.name, "about:blank"),
        )
        self.socket = until(lambda: socket.create_connection(("127.0.0.1", port)), "Marionette")
        self.socket.settimeout(PATIENCE)
        self.stream = self.socket.makefile("rb")
        self.number = 0
        self.receive()  # who it is
        self.tell("WebDriver:NewSession", {})

    def receive(self):
        length = b""
        while (byte := self.stream.read(1)) != b":":
            length += byte
        return json.loads(self.stream.read(int(length)))

    def tell(self, name, parameters):
        self.number += 1
        message = json.dumps([0, self.number, name, parameters]).encode()
        self.socket.sendall(b"%d:%s" % (len(message), message))
        _type, _number, wrong, result = self.receive()
        if wrong:
            raise Refused(wrong)
        return result.get("value") if isinstance(result, dict) else result

    def send(self, command, **parameters):
        return self.tell(self.COMMANDS[command], parameters)

    def in_browser(self, script, *arguments):
        """Run by the browser itself and not by the page."""
        self.send("context", value="chrome")
        try:
            return self.run(script, *arguments)
        finally:
            self.send("context", value="content")

    @property
    def hands(self):
        return [*super().hands, (self.press_headset, "playpause", "nexttrack")]

    def press_headset(self, button):
        """As the system hands it to the page that plays."""
        self.in_browser("MediaControlService.generateMediaControlKey(arguments[0])", button)

    def complaints(self, address):
        """What stands in its console of our pages: errors of scripts, broken policies."""
        return self.in_browser(
            """return Services.console.getMessageArray()
              .filter((each) => each instanceof Ci.nsIScriptError)
              .filter((each) => each.sourceName.startsWith(arguments[0]) && !(each.flags & 1))
              .map((each) => each.errorMessage)""",
            address,
        )

    def close(self):
        self.stream.close()
        self.socket.close()
        super().close()
        self.profile.cleanup()


class WebKit(Browser):
    """By WebDriver over HTTP, as WebKitWebDriver speaks it."""

    found = shutil.which("WebKitWebDriver") and next(map(str, WEBKIT_BROWSERS), None)
    COMMANDS = {
        "go": "url",
        "script": "execute/sync",
        "click": "element/{id}/click",
        "keys": "actions",
        "size": "window/rect",
    }

    def __init__(self):
        port = free_port()
        self.address = f"http://127.0.0.1:{port}/session"
        self.launch("WebKitWebDriver", f"--port={port}")
        until(lambda: socket.create_connection(("127.0.0.1", port)), "WebKitWebDriver").close()
        options = {"binary": self.found, "args": ["--automation"]}
        capabilities = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        self.address += "/" + self.post("", capabilities=capabilities)["sessionId"]

    def post(self, path, **parameters):
        body = json.dumps(parameters).encode()
        request = Request(self.address + path, body, {"Content-Type": "application/json"})  # noqa: S310
        with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
            return json.load(answer)["value"]

    def send(self, command, **parameters):
        path = self.COMMANDS[command].format(**parameters)
        return self.post(f"/{path}", **parameters)

    def close(self):
        with contextlib.suppress(OSError):
            urlopen(Request(self.address, method="DELETE"), timeout=PATIENCE)  # noqa: S310
        super().close()
