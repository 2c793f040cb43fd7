"""What is to be done, as it is kept: which rule said so, and the facts it used. Pure: no Django.

The sentence a person reads is made from these when it is shown, in their language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Decision:
    """`facts` are plain values that JSON can hold; `variation`, where there is one, is a slug."""

    rule: str
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def document(self) -> dict[str, Any]:
        """As a JSON field keeps it."""
        return {"rule": self.rule, "facts": dict(self.facts)}

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> "Decision":
        return cls(document["rule"], document["facts"])
