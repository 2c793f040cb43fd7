"""What a first visit to the player costs, compressed as the server compresses: 100 KB at most,
though the first part of a workout brings the styles and scripts of all of them (docs/adr/0013)."""

import gzip
from urllib.parse import urlsplit

import brotli
import pytest

from tests.browser import workouts

pytestmark = [pytest.mark.browser, pytest.mark.worded]

LIMIT = 100 * 1024
# Compressed already.
AS_THEY_ARE = (".woff2", ".flac")


def weigh(response):
    body = response.body()
    path = urlsplit(response.url).path
    if path.endswith(AS_THEY_ARE):
        return len(body)
    # Static files when they are gathered; pages by Django when they are asked for.
    compress = brotli.compress if path.startswith("/static/") else gzip.compress
    return len(compress(body))


def test_a_first_visit_to_a_set_weighs_at_most_100_kb(visit, guest):
    workout = workouts.at_set(guest)
    page = visit(user=guest)
    seen = {}
    page.on("response", lambda response: seen.setdefault(response.url, response))
    page.goto(workouts.set_url(workout), wait_until="networkidle")
    page.keyboard.press("s")  # what the pacer and the headset ask for belongs to the visit
    page.wait_for_timeout(500)
    weights = {urlsplit(url).path: weigh(response) for url, response in seen.items()}

    for path, weight in sorted(weights.items(), key=lambda pair: -pair[1]):
        print(f"{weight / 1024:7.1f} KB  {path}")
    print(f"{sum(weights.values()) / 1024:7.1f} KB  in {len(weights)} answers")
    assert any(path.endswith(".woff2") for path in weights)
    assert any("htmx" in path for path in weights)
    assert sum(weights.values()) <= LIMIT
