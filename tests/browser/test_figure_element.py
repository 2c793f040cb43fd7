"""<leg-figure> in a real browser: it draws what Python draws, moves in the tempo, is a slider."""

import json
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from coaching.catalogue.schema import Tempo
from coaching.figure.silhouette import scene
from tests.figure.test_figure import (
    FIGURES,
    GOLDEN,
    ROOT,
    Movement,
    assert_same,
    drawn,
    numbers,
)

pytestmark = pytest.mark.browser


class Handler(SimpleHTTPRequestHandler):
    pages: dict[str, str] = {}

    def do_GET(self):
        if self.path not in self.pages:
            return super().do_GET()
        body = self.pages[self.path].encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header(
            "Content-Security-Policy", "default-src 'self'; style-src 'self'; script-src 'self'"
        )
        self.end_headers()
        self.wfile.write(body)
        return None

    def log_message(self, *arguments):
        pass


@contextmanager
def served(**pages):
    handler = type("Pages", (Handler,), {"pages": {f"/{k}.html": v for k, v in pages.items()}})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=ROOT / "static"))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


SCENES = """async (cases) => {
  const { scene, sector } = await import("/js/figure/silhouette.js");
  return cases.map(({ figure, lift, side, floor, rest }) => ({
    ...scene(figure, lift, side, floor, 0, rest),
    sector: floor && figure.support === "lying" ? sector(figure, floor) : null,
  }));
}"""


def test_the_browser_draws_what_the_golden_file_says(chromium):
    golden = json.loads(GOLDEN.read_text())
    with served(empty="<!doctype html><title>empty</title>") as address:
        page = chromium.new_page()
        page.goto(f"{address}/empty.html")
        drawn = page.evaluate(SCENES, golden)
        page.close()
    for want, have in zip(golden, drawn, strict=True):
        where = f"{want['name']} at lift {want['lift']}"
        for joint, at in want["joints"].items():
            assert_same(at, have["joints"][joint], f"{where}: {joint}")
        for end, turn in want["turns"].items():
            assert_same([turn], [have["joints"][end]], f"{where}: {end}")
        assert want["parts"].keys() == have["parts"].keys()
        for part, value in want["parts"].items():
            assert_same(numbers(value), numbers(have["parts"][part]), f"{where}: {part}")
        for key, value in want.get("sector", {}).items():
            assert_same(numbers(value), numbers(have["sector"][key]), f"{where}: {key}")


def page_with(markup):
    return (
        '<!doctype html><html lang="en"><title>figure</title>'
        '<link rel="stylesheet" href="/css/figure.css">'
        '<script type="module" src="/js/figure.js"></script>'
        '<label for="floor">Floor</label><input id="floor" type="number"'
        ' min="0" max="90" value="31">' + markup
    )


ATTRIBUTES = """() => [...document.querySelectorAll("leg-figure")].map((figure) =>
  [...figure.querySelectorAll("[data-part]")].map((part) =>
    ["d", "transform", "opacity", "x", "y"].map((name) => part.getAttribute(name) ?? "")))"""


def test_the_script_finds_each_picture_as_the_server_drew_it(chromium):
    pictures = [
        drawn(Movement(figure), lift=0.4, floor=26, label="A rep") for figure in FIGURES.values()
    ]
    with served(figure=page_with("".join(pictures))) as address:
        page = chromium.new_page()
        page.goto(f"{address}/figure.html")
        page.wait_for_selector("leg-figure:defined")
        before = page.evaluate(ATTRIBUTES)
        page.evaluate("document.querySelectorAll('leg-figure').forEach((each) => each.pose(0.4))")
        after = page.evaluate(ATTRIBUTES)
        page.close()
    for name, drawn_by_server, drawn_by_script in zip(FIGURES, before, after, strict=True):
        assert drawn_by_server
        for had, has in zip(drawn_by_server, drawn_by_script, strict=True):
            for one, other in zip(had, has, strict=True):
                assert_same(numbers(one), numbers(other), name)


REST = """async () => {
  const figure = document.querySelector("leg-figure");
  const size = () => JSON.stringify(figure.querySelector("svg").getBoundingClientRect());
  const ankle = () => figure.querySelector("[data-part=near_shank]").getAttribute("transform");
  const settled = async () => {
    const began = performance.now();
    while (performance.now() - began < 500) await new Promise(requestAnimationFrame);
  };
  const sizes = new Set([size()]);
  const seen = [];
  const look = () => { sizes.add(size()); seen.push([figure.resting, ankle()]); };
  figure.pose(0.3); look();
  figure.rest(); look();
  await settled(); look();
  figure.floor = 40; look();
  figure.pose(0.3); look();
  await settled(); look();
  return { sizes: sizes.size, seen };
}"""


def test_it_goes_to_rest_and_back_and_keeps_its_size(chromium):
    movement = Movement(FIGURES["weight"])
    rested = scene(movement.figure, 0.3, 0, 26, 1)["near_shank"]
    with served(figure=page_with(drawn(movement, floor=26, animate=True))) as address:
        for motion in ("no-preference", "reduce"):
            page = chromium.new_page(reduced_motion=motion)
            page.goto(f"{address}/figure.html")
            page.wait_for_selector("leg-figure:defined")
            sizes, seen = page.evaluate(REST).values()
            page.close()
            assert sizes == 1
            assert [resting for resting, _ in seen] == [False, True, True, True, False, False]
            at_once = numbers(seen[1][1]) == numbers(rested)
            assert at_once == (motion == "reduce")
            assert_same(numbers(seen[2][1]), numbers(rested), "rest")
            assert_same(numbers(seen[3][1]), numbers(rested), "a floor that moves wakes nobody")
            higher = scene(movement.figure, 0.3, 0, 40)["near_shank"]
            assert_same(numbers(seen[5][1]), numbers(higher), "back in the rep")


def test_the_floor_is_set_by_dragging_by_keys_and_by_the_number_field(chromium):
    markup = drawn(
        Movement(FIGURES["weight"]), floor=31, adjustable=True, input="floor", label="Leg raise"
    )
    with served(figure=page_with(markup)) as address:
        page = chromium.new_page(viewport={"width": 390, "height": 700})
        page.goto(f"{address}/figure.html")
        slider, field = page.get_by_role("slider"), page.get_by_label("Floor")
        page.wait_for_selector("[role=slider]")
        assert slider.get_attribute("aria-valuenow") == "31"
        assert slider.get_attribute("aria-label") == "Leg raise"
        slider.focus()
        for key, value in (
            ("ArrowUp", 32), ("ArrowLeft", 31), ("PageUp", 36), ("PageDown", 31), ("End", 90),
            ("ArrowUp", 90), ("Home", 0), ("ArrowRight", 1),
        ):  # fmt: skip
            page.keyboard.press(key)
            assert field.input_value() == str(value)
            assert slider.get_attribute("aria-valuenow") == str(value)
        assert page.locator("[data-part=degrees]").text_content() == "1°"
        field.fill("40")
        assert slider.get_attribute("aria-valuetext") == "40°"
        target = page.locator(".figure-handle__target").bounding_box()
        assert min(target["width"], target["height"]) >= 56
        x, y = target["x"] + target["width"] / 2, target["y"] + target["height"] / 2
        page.mouse.move(x, y)
        page.mouse.down()
        assert field.input_value() == "40"
        page.mouse.move(x - 30, y - 70, steps=4)
        page.mouse.up()
        assert 50 < int(field.input_value()) < 85
        assert slider.get_attribute("aria-valuenow") == field.input_value()
        page.close()


PHASES = """() => new Promise((resolve) => {
  const seen = [];
  document.addEventListener("phase", ({ detail }) => {
    seen.push([detail.phase, detail.breath, detail.rep, detail.side]);
    if (seen.length === 6) resolve(seen);
  });
  document.querySelector("leg-figure").toggleAttribute("animate", true);
})"""


def test_it_moves_in_the_tempo_and_says_which_phase_begins(chromium):
    movement = Movement(FIGURES["dead bug"], Tempo(lift=0.2, hold=0.1, lower=1, pause=0))
    with served(figure=page_with(drawn(movement))) as address:
        page = chromium.new_page()
        page.goto(f"{address}/figure.html")
        page.wait_for_selector("leg-figure:defined")
        seen = page.evaluate(PHASES)
        page.close()
    assert seen == [
        ["lower", "in", 1, 0], ["lift", "out", 1, 0], ["hold", None, 1, 0],
        ["lower", "in", 2, 1], ["lift", "out", 2, 1], ["hold", None, 2, 1],
    ]  # fmt: skip


def test_it_keeps_still_where_that_is_asked_for(chromium):
    with served(figure=page_with(drawn(Movement(FIGURES["weight"]), animate=True))) as address:
        page = chromium.new_page(reduced_motion="reduce")
        page.goto(f"{address}/figure.html")
        page.wait_for_selector("leg-figure:defined")
        before = page.evaluate(ATTRIBUTES)
        page.wait_for_timeout(300)
        assert page.evaluate(ATTRIBUTES) == before
        assert page.evaluate("document.querySelector('leg-figure').still")
        page.close()
