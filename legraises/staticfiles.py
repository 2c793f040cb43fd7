"""How static files are gathered, made small and named."""

import re

from django.contrib.staticfiles.apps import StaticFilesConfig
from django.contrib.staticfiles.utils import matches_patterns
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from rjsmin import jsmin
from whitenoise.storage import CompressedManifestStaticFilesStorage

SPACE = r"(?>\s|/\*.*?\*/)"
STYLES = re.compile(
    rf"""(?P<string>"[^"]*"|'[^']*')|(?:{SPACE}*(?=[{{}};,]))?(?P<mark>[{{}};,:]){SPACE}*|{SPACE}+""",
    re.DOTALL,
)


def cssmin(text):
    """Comments and space to one space, and to none where none is needed. The space before a colon
    stays, because only a parser knows whether it belongs to a selector."""
    return STYLES.sub(lambda found: found["string"] or found["mark"] or " ", text).strip()


# Ours, and nobody else's: comments of others hold their licences. What is left keeps its names.
# rjsmin is no parser: a template literal within a template literal is beyond it, and
# tests/ground/test_static_files.py says so before anybody is served one.
MINIFIERS = {
    "js/*.js": jsmin,
    "css/*.css": cssmin,
    # Small already; its map is not served, so nobody is sent to look for it.
    "chart.umd.min.js": lambda text: re.sub(r"(?m)^//# sourceMappingURL=.*\n?", "", text),
}

# import … from "./a.js", export … from "./a.js" and import "./a.js" where a statement begins, and
# import("./a.js") anywhere. Django's own patterns overlook what has no semicolon or no space.
IMPORTS = (
    (
        r"""(?m)(?:^|(?<=[;}]))"""
        r"""(?P<matched>(?P<head>(?:(?:import|export)\b[^'"();]*?\bfrom|import)\s*)["']"""
        r"""(?P<url>\.{1,2}/[^"']+)["'])""",
        """%(head)s"%(url)s\"""",
    ),
    (
        r"""(?P<matched>\bimport\(\s*["'](?P<url>\.{1,2}/[^"']+)["']\s*\))""",
        """import("%(url)s")""",
    ),
)


# What packages bring and no page uses: the pages have the upright font, htmx 4 without extensions,
# and of Chart.js the one file that needs no other. What nobody can be served, nobody can be made to
# run.
UNUSED = [
    "*.d.ts",
    "account/js/*",
    "chart.cjs*",
    "chart.js",
    "chart.js.map",
    "chart.umd.js*",
    "chart.umd.min.js.map",
    "chunks/*",
    "django_htmx/django-htmx.js",
    "django_htmx/ext/*",
    "django_htmx/htmax-*",
    "django_htmx/htmx-2*",
    "django_htmx/htmx-4.js",
    "figtree-*-italic*",
    "helpers.*",
]
# Where they were gathered, before they were left out.
WERE_IN = ["account", "django_htmx"]


class StaticFiles(StaticFilesConfig):
    ignore_patterns = [*StaticFilesConfig.ignore_patterns, *UNUSED]


class Minified:
    """A storage of our own scripts or styles, read without comments and spare space."""

    def __init__(self, storage, minify):
        self.storage, self.minify = storage, minify

    def open(self, path):
        with self.storage.open(path) as file:
            small = self.minify(file.read().decode())
        if not small:
            raise ImproperlyConfigured(f"Nothing is left of {path} without comments and space.")
        return ContentFile(small.encode(), name=path)


def minified(storage, path):
    for pattern, minify in MINIFIERS.items():
        if matches_patterns(path, [pattern]):
            return Minified(storage, minify)
    return storage


class Storage(CompressedManifestStaticFilesStorage):
    """Hashed names in our scripts' imports too: no new module is ever mixed with an old one."""

    patterns = (*CompressedManifestStaticFilesStorage.patterns, ("js/*.js", IMPORTS))

    def post_process(self, paths, *args, **kwargs):
        """Made small before they are hashed: another minifier's work has another name."""
        small = {name: (minified(storage, path), path) for name, (storage, path) in paths.items()}
        yield from super().post_process(small, *args, **kwargs)
