"""The kinds of block that a routine is made of, a module each.

A kind is a class that extends Block, in a module of this folder: its fields are what a trainer
fills in, its methods what the player and the plan know about it. It is found by being here.
"""

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Annotated, Union

from pydantic import Field

from coaching.catalogue.schema.blocks.base import Block

for _module in iter_modules(__path__, f"{__name__}."):
    import_module(_module.name)

# By the word that content writes: kind: tension.
KINDS: dict[str, type[Block]] = {kind.named(): kind for kind in Block.__subclasses__()}

if TYPE_CHECKING:
    AnyBlock = Block
else:
    AnyBlock = Annotated[Union[tuple(KINDS.values())], Field(discriminator="kind")]  # noqa: UP007

__all__ = ["KINDS", "AnyBlock", "Block"]
