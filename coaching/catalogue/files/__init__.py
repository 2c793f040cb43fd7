"""Content as files: `read` a folder into a Catalogue, `write` it back to the same files."""

from pathlib import Path

from coaching.catalogue.files.folder import ContentError, FileProblem, read, write

# What ships with the app.
SHIPPED = Path(__file__).with_name("content")

__all__ = ["SHIPPED", "ContentError", "FileProblem", "read", "write"]
