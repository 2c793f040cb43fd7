"""Every marked value inside a thing, wherever it stands: slugs of other things, texts.

A field says what it is where it is declared (shapes.RefersTo, shapes.IsText), so a new one is
checked and can be translated without being named anywhere else.
"""

from collections.abc import Iterator
from typing import Annotated, TypeVar, get_args, get_origin

from coaching.catalogue.schema.shapes import Shape

# Keys and positions that lead into an entry: ("blocks", 3, "drill").
Path = tuple[str | int, ...]
Mark = TypeVar("Mark")


def marked(thing: Shape, mark: type[Mark], path: Path = ()) -> Iterator[tuple[Path, Mark, str]]:
    """(where, the mark, the value) for each value in `thing` that carries a `mark`."""
    for name, field in type(thing).model_fields.items():
        value = getattr(thing, name)
        yield from _inside(value, field.annotation, tuple(field.metadata), mark, (*path, name))


def _inside(
    value: object, declared: object, marks: tuple[object, ...], mark: type[Mark], path: Path
) -> Iterator[tuple[Path, Mark, str]]:
    if isinstance(value, Shape):
        yield from marked(value, mark, path)
    elif isinstance(value, tuple):
        item = get_args(declared)[0]
        for index, each in enumerate(value):
            yield from _inside(each, *_apart(item), mark, (*path, index))
    elif isinstance(value, str):
        if get_origin(declared) is not None:  # a text or None: the text
            declared, marks = _apart(next(each for each in get_args(declared) if each is not None))
        yield from ((path, each, value) for each in marks if isinstance(each, mark))


def _apart(declared: object) -> tuple[object, tuple[object, ...]]:
    """Annotated[str, a, b] as (str, (a, b))."""
    if get_origin(declared) is not Annotated:
        return declared, ()
    kind, *marks = get_args(declared)
    return kind, tuple(marks)
