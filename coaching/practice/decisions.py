"""What is to be done, as it is kept: which rule said so, and the facts it used. Pure: no Django.

The sentence a person reads is made from these when it is shown, in their language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from coaching.catalogue.schema.blocks.base import Facts


@dataclass(frozen=True)
class Decision:
    """A rule, by its name, and the facts it used; `variation`, where there is one, is a slug."""

    rule: str
    facts: Facts = field(default_factory=dict)

    @property
    def document(self) -> dict[str, object]:
        """As a JSON field keeps it."""
        return {"rule": self.rule, "facts": dict(self.facts)}

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> "Decision":
        """What was kept as `document`. Raises KeyError where it has no rule or no facts."""
        return cls(document["rule"], document["facts"])
