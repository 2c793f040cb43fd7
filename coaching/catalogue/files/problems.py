"""What is wrong with content files."""

from dataclasses import dataclass

from coaching.catalogue.schema.problem import printable


@dataclass(frozen=True)
class FileProblem:
    """file is relative to the folder that was read; line is None when a folder is meant."""

    file: str
    line: int | None
    message: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}, line {self.line}"
        return printable(f"{place}: {self.message}")


class ContentError(ValueError):
    """The files cannot become a Catalogue. `problems` are all that are wrong, file by file."""

    def __init__(self, found: list[FileProblem]):
        self.problems = tuple(found)
        super().__init__("\n".join(map(str, found)))
