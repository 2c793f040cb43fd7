"""Front matter with its line numbers, and back to readable text."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import yaml

# The line before the keys, and the one below them.
FENCE = "---"
# Lists and keys inside each other. Content has five.
DEEPEST = 20


class FrontMatterError(ValueError):
    """The file is not front matter and text. `line` counts from 1."""

    def __init__(self, line: int, message: str):
        self.line = line
        self.message = message
        super().__init__(f"line {line}: {message}")


class _Loader(yaml.SafeLoader):
    """YAML as people write it: yes, no, on and 12:30 are words, not truth values and seconds."""

    yaml_implicit_resolvers = {}


_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(~|null|)$"), ["~", "n", ""])
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), ["t", "f"])
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^[-+]?(0|[1-9][0-9]*)$"), list("-+0123456789")
)
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]*$"), list("-+0123456789")
)


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        return super().increase_indent(flow, False)  # items of a list stand under their key


def _numbers_on_one_line(dumper: _Dumper, items: tuple[object, ...]) -> yaml.Node:
    flow = all(isinstance(item, int | float) for item in items)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=flow)


_Dumper.add_representer(tuple, _numbers_on_one_line)


class FrontMatter:
    """One file: its data, its text, and the line (from 1) that each of its keys stands on.

    Raises FrontMatterError where it cannot be read.
    """

    def __init__(self, source: str):
        head, self.body, self._fence = _split(source)
        self._node = _composed(head)
        self.data: dict[str, Any] = _constructed(self._node) if self._node else {}

    @property
    def body_line(self) -> int:
        """Where the text begins, or the second --- when there is none."""
        before = len(self.body) - len(self.body.lstrip())
        blank = self.body.count("\n", 0, before)
        return self._fence + 1 + blank if self.body.strip() else self._fence

    def line(self, path: tuple[str | int, ...]) -> int:
        """The line of what `path` leads to, or of the nearest thing around it that is there."""
        node: yaml.Node | None = self._node
        line = -1  # YAML counts from 0, below the first ---
        for part in path:
            if isinstance(node, yaml.MappingNode):
                pairs = [pair for pair in node.value if pair[0].value == part]
                if not pairs:
                    break
                line, node = pairs[0][0].start_mark.line, pairs[0][1]
            elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
                node = node.value[part]
                line = node.start_mark.line
            else:
                break
        return line + 2


def dumped(data: dict[str, Any], body: str) -> str:
    """The text of a file, its keys in the order of `data`."""
    head = yaml.dump(
        data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=88,
        default_flow_style=False,
    )  # fmt: skip
    return f"{FENCE}\n{head}{FENCE}\n\n{folded(body)}\n"


def folded(body: str, width: int = 92) -> str:
    """Paragraphs wrapped for reading. The reader joins the lines again, so nothing is lost."""
    return "\n\n".join("\n".join(_lines(paragraph, width)) for paragraph in body.split("\n\n"))


def _lines(paragraph: str, width: int) -> Iterator[str]:
    line = ""
    for word in paragraph.split(" "):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _split(source: str) -> tuple[str, str, int]:
    """What is between the fences, what is below them, and the line of the second."""
    lines = source.split("\n")
    if lines[0].rstrip() != FENCE:
        raise FrontMatterError(
            1, "the front matter is missing. Begin with a line ---, then the keys, then a line ---."
        )
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 1
    raise FrontMatterError(1, "the front matter has no end. Write a line --- below the last key.")


def _composed(head: str) -> yaml.MappingNode | None:
    try:
        _refuse_what_is_no_plain_value(yaml.parse(head, Loader=_Loader))
        node = yaml.compose(head, Loader=_Loader)
    except yaml.reader.ReaderError as error:
        line = head.count("\n", 0, error.position) + 2
        raise FrontMatterError(line, "a character cannot be read. Write plain text.") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        if "end of stream" in str(error.problem) and error.context_mark:
            mark = error.context_mark  # where the quote was opened, not where the file ends
        line = mark.line + 2 if mark else 1
        raise FrontMatterError(line, _broken(str(error.problem))) from error
    if node is not None and not isinstance(node, yaml.MappingNode):
        message = "the front matter has no keys. Write lines such as name: Dead bug."
        raise FrontMatterError(2, message)
    if node is not None:
        _refuse_repeated_keys(node)
    return node


def _refuse_what_is_no_plain_value(events: Iterable[yaml.Event]) -> None:
    """Values that stand elsewhere, that name a type of their own, that never end."""
    depth = 0
    for event in events:
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        line = event.start_mark.line + 2 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent):
            message = f"*{event.anchor} points elsewhere. Write the value itself."
            raise FrontMatterError(line, message)
        if getattr(event, "tag", None):
            raise FrontMatterError(line, "a word with ! names a type. Write the value alone.")
        if depth > DEEPEST:
            raise FrontMatterError(line, "this is a list in a list in a list. Write a flat one.")


def _constructed(node: yaml.MappingNode) -> dict[str, Any]:
    loader = _Loader("")
    try:
        data: dict[str, Any] = loader.construct_document(node)
        return data
    except (yaml.MarkedYAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None) or node.start_mark
        broken = _broken(str(getattr(error, "problem", error)))
        raise FrontMatterError(mark.line + 2, broken) from error


def _broken(problem: str) -> str:
    if "\\t" in problem:
        return "a tab cannot be used here. Write spaces instead."
    if "mapping values are not allowed" in problem:
        return 'a text with a colon and a space in it needs quotes. Write key: "text: more text".'
    return f"this is not YAML: {problem}. Write key: value, and put a text with signs in quotes."


def _refuse_repeated_keys(node: yaml.Node) -> None:
    if isinstance(node, yaml.MappingNode):
        seen = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise FrontMatterError(key.start_mark.line + 2, "a key is a list. Write one word.")
            if key.value in seen:
                message = f'key "{key.value}" is there twice. Take one of the two out.'
                raise FrontMatterError(key.start_mark.line + 2, message)
            seen.add(key.value)
            key.tag = "tag:yaml.org,2002:str"  # a key is a word even when it looks like a number
            _refuse_repeated_keys(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _refuse_repeated_keys(item)
