"""How static files are gathered and named."""

from django.contrib.staticfiles.apps import StaticFilesConfig
from whitenoise.storage import CompressedManifestStaticFilesStorage

# import … from "./a.js", export … from "./a.js" and import "./a.js" where a line begins, and
# import("./a.js") anywhere. Django's own patterns overlook lines without a semicolon, and
# stumble over the examples in other packages' comments.
IMPORTS = (
    (
        r"""(?m)^(?P<matched>(?P<head>(?:(?:import|export)\b[^'"();]*?\bfrom|import)\s*)["']"""
        r"""(?P<url>\.{1,2}/[^"']+)["'])""",
        """%(head)s"%(url)s\"""",
    ),
    (
        r"""(?P<matched>\bimport\(\s*["'](?P<url>\.{1,2}/[^"']+)["']\s*\))""",
        """import("%(url)s")""",
    ),
)


class StaticFiles(StaticFilesConfig):
    """The pages use the upright font alone."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "figtree-*-italic*"]


class Storage(CompressedManifestStaticFilesStorage):
    """Hashed names in our scripts' imports too: no new module is ever mixed with an old one."""

    patterns = (*CompressedManifestStaticFilesStorage.patterns, ("js/*.js", IMPORTS))
