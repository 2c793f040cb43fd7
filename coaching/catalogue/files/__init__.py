"""Content as files: `read` a folder into a Catalogue, `write` it back to the same files, and bring
the files of a language up to those of the content (`renew`)."""

from pathlib import Path

from coaching.catalogue.files.folder import read, renew, write
from coaching.catalogue.files.problems import ContentError, FileProblem

# What ships with the app.
SHIPPED = Path(__file__).with_name("content")

__all__ = ["SHIPPED", "ContentError", "FileProblem", "read", "renew", "write"]
