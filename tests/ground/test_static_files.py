"""What is served of our scripts and styles is what stands in static/, without the comments."""

import io
import re
from pathlib import Path
from unittest import mock

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import FileSystemStorage
from django.templatetags.static import static
from pygments.lexers import JavascriptLexer
from pygments.token import Comment

from coaching.management.commands import prepare
from legraises.staticfiles import cssmin, minified

STATIC = Path(settings.BASE_DIR) / "static"


def sources(ending):
    return {path.relative_to(STATIC).as_posix(): path.read_text() for path in STATIC.rglob(ending)}


def served(name):
    """As it was gathered, but for the hashes in the names of others."""
    text = Path(staticfiles_storage.path(staticfiles_storage.stored_name(name))).read_text()
    return re.sub(r"\.[0-9a-f]{12}(?=\.)", "", text)


def tokens(script, *, comments):
    found = JavascriptLexer().get_tokens(script)
    return [text for kind, text in found if text.strip() and (comments or kind not in Comment)]


def test_a_served_script_is_ours_without_comments():
    scripts = sources("*.js")
    assert scripts
    for name, text in scripts.items():
        assert tokens(served(name), comments=True) == tokens(text, comments=False), name


def test_a_served_style_sheet_has_no_comments():
    sheets = sources("*.css")
    assert sheets
    assert [name for name in sheets if "/*" in served(name)] == []


@pytest.mark.parametrize(
    ("ours", "small"),
    [
        ("/* one */ a { b: c } /* two */ d { e: f }", "a{b:c}d{e:f}"),
        ("a\n  :is(b, c),\n.d > e { f: g; }", "a :is(b,c),.d > e{f:g;}"),
        (
            "a { b: c /* why */ d; /* and; why */ e: calc(1px + 2px) }",
            "a{b:c d;e:calc(1px + 2px)}",
        ),
        ("""a { b: "/* ,  { */"; c: ' ;  ' }""", """a{b:"/* ,  { */";c:' ;  '}"""),
        (
            "@layer a, b;\n\n@layer a {\n  :root { --c: ; }\n}\n",
            "@layer a,b;@layer a{:root{--c:;}}",
        ),
    ],
)
def test_styles_lose_comments_and_space_alone(ours, small):
    assert cssmin(ours) == small


def test_the_licences_of_others_are_served():
    licence = re.compile(r"/\*!?\s.*?licen[cs]e", re.DOTALL | re.IGNORECASE)
    name = staticfiles_storage.stored_name("admin/js/vendor/jquery/jquery.js")
    assert licence.match(Path(staticfiles_storage.path(name)).read_text())


def test_the_drawing_of_others_is_served_with_its_licence_and_no_map():
    script = served("chart.js/chart.umd.min.js")
    assert "Released under the MIT License" in script[:300]
    assert "sourceMappingURL" not in script


def test_of_packages_only_what_the_pages_use_is_served():
    """The admin needs its own."""
    gathered = {name for name in staticfiles_storage.hashed_files if not name.startswith("admin/")}
    ours = {path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*.*")}
    assert gathered - ours == {
        "chart.js/chart.umd.min.js",
        "django_htmx/htmx-4.min.js",
        "figtree/figtree-latin-ext-wght-normal.woff2",
        "figtree/figtree-latin-wght-normal.woff2",
    }


def test_what_an_earlier_version_gathered_and_no_page_uses_goes(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "STATIC_ROOT", tmp_path)
    for name in ("account/js/account.5e1f.js", "django_htmx/htmx-2.min.6b99.js"):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text("old")
    with mock.patch("coaching.management.commands.prepare.call_command"):
        prepare.Command(stdout=io.StringIO()).gather_static_files()
    assert list(tmp_path.rglob("*.js")) == []


def test_a_font_is_served_as_it_is(client, db):
    url = static("figtree/figtree-latin-wght-normal.woff2")
    answer = client.get(url, headers={"Accept-Encoding": "gzip"})
    answer.close()
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert {"Content-Encoding", "Content-Security-Policy"}.isdisjoint(answer.headers)


@pytest.mark.parametrize("name", ["js/empty.js", "css/empty.css"])
def test_a_file_of_which_nothing_is_left_stops_the_start(tmp_path, name):
    path = tmp_path / name
    path.parent.mkdir()
    path.write_text("/* only this */\n")
    with pytest.raises(ImproperlyConfigured, match=f"Nothing is left of {name}"):
        minified(FileSystemStorage(tmp_path), name).open(name)
