"""Running text as the Markdown that it is written in: expressions, notes, references and emphasis put back."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import assert_never

from rapportbyggare.core.text import (
    Code,
    DocumentInline,
    DocumentText,
    Emphasis,
    LineBreak,
    Link,
    NoteNumber,
    Reference,
    Span,
    Strong,
    TableNoteMark,
    Text,
    Value,
)

SPECIAL = re.compile(r"([\\`*_\[\]{}<>])")
AT_START = re.compile(r"^(\s*)([#+>-]|\d+[.)])(?=\s|$)")
TICKS = re.compile(r"`+")
EDGES = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sources:
    """What stands in the source for what is printed: the expression of a value, and the label of a note ("" for none)."""

    expression: Callable[[Value], str]
    label: Callable[[int], str]


def markdown(content: DocumentText, sources: Sources) -> str:
    """Running text as Markdown, on one line but for the breaks in it; nothing in its words is markup."""
    text = "".join(_inline(item, sources) for item in content)
    return AT_START.sub(_escaped_start, text)


def _escaped_start(found: re.Match[str]) -> str:
    sign = found[2]
    return f"{found[1]}{sign[:-1]}\\{sign[-1]}"


def _inline(item: DocumentInline, sources: Sources) -> str:
    match item:
        case Text(text):
            return SPECIAL.sub(r"\\\1", text)
        case Code(text):
            return _code(text)
        case LineBreak():
            return "\\\n"
        case Value():
            source = sources.expression(item)
            return f"{{{{ {source} }}}}" if source else SPECIAL.sub(r"\\\1", item.text)
        case NoteNumber(number):
            label = sources.label(number)
            return f"[^{label}]" if label else ""
        case TableNoteMark():
            return ""
        case Reference(key, kind, _, number, children):
            label = sources.label(int(number)) if kind == "not" and number.isdigit() else ""
            return f"[{_all(children, sources)}](#{f'not-{label}' if label else key})"
        case Emphasis(children):
            return _marked("*", _all(children, sources))
        case Strong(children):
            return _marked("**", _all(children, sources))
        case Span(language, children):
            return f"[{_all(children, sources)}]{{lang={language}}}"
        case Link(address, children):
            return f"[{_all(children, sources)}]({address})"
        case _:
            assert_never(item)


def _all(content: Iterable[DocumentInline], sources: Sources) -> str:
    return "".join(_inline(item, sources) for item in content)


def _marked(sign: str, text: str) -> str:
    """Text between signs, which stand close to its words: a space inside them would make them plain signs."""
    found = EDGES.match(text)
    assert found is not None
    before, words, after = found.groups()
    return f"{before}{sign}{words}{sign}{after}" if words else text


def _code(text: str) -> str:
    longest = max((len(ticks) for ticks in TICKS.findall(text)), default=0)
    fence = "`" * (longest + 1)
    room = " " if longest and (text[:1] == "`" or text[-1:] == "`") else ""
    return f"{fence}{room}{text}{room}{fence}"
