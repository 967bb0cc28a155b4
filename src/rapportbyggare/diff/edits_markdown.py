"""Running text as the Markdown that it is written in: expressions, notes, references and emphasis put back."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import assert_never

from rapportbyggare.core.flat import WRAPS, flat, nested
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
from rapportbyggare.diff.edits_emphasis import loosened

SPECIAL = re.compile(r"([\\`*_\[\]{}<>]|&(?=#?\w+;))")
# Braces that open a comment or a control line do so even when they are escaped.
OPENING = re.compile(r"\\\{(?=[%#])")
BRACE = "&#123;"
INDENTED = re.compile(r"^[ \t]+", re.MULTILINE)
# At the beginning of a line: a list, a heading, a quotation; a rule, an underline of a heading or a table, a fence.
AT_START = re.compile(r"^(\d*)(?=[#+>-](?:\s|$)|[-=|: \t]+$|~~~)|^(\d+)(?=[.)](?:\s|$))", re.MULTILINE)
TICKS = re.compile(r"`+")
EDGES = re.compile(r"^((?:\s|\\\n)*)(.*?)((?:\s|\\\n)*)$", re.DOTALL)
# A language goes round a link: a link cannot go round a language.
LANGUAGE_FIRST = (WRAPS[1], WRAPS[0], *WRAPS[2:])
BREAK = "\\\n"
LAST = re.compile(r"(?:\\\n\s*)+$")
UNSAFE = re.compile(r"([<>()\\])|\s")


@dataclass(frozen=True, slots=True)
class Sources:
    """What stands in the source for what is printed: the expression of a value, and the label of a note ("" for none)."""

    expression: Callable[[Value], str]
    label: Callable[[int], str]


def markdown(content: DocumentText, sources: Sources) -> str:
    """Running text as Markdown, on one line but for the breaks in it; nothing in its words is markup."""
    text = INDENTED.sub("", _all(nested(loosened(flat(content)), LANGUAGE_FIRST), sources))
    return AT_START.sub(r"\1\2\\", LAST.sub("", text))


def _inline(item: DocumentInline, sources: Sources) -> str:
    match item:
        case Text(text):
            return _escaped(text)
        case Code(text):
            return _code(text)
        case LineBreak():
            return BREAK
        case Value():
            source = sources.expression(item)
            return f"{{{{ {source} }}}}" if source else _escaped(item.text)
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
            return f"[{_all(children, sources)}]({_address(address)})"
        case _:
            assert_never(item)


def _all(content: Iterable[DocumentInline], sources: Sources) -> str:
    done = ""
    for piece in (_inline(item, sources) for item in content):
        if done.endswith("!") and piece.startswith("["):  # together they would be an image
            done = f"{done[:-1]}\\!"
        done += piece
    return done


def _escaped(text: str) -> str:
    return OPENING.sub(BRACE, SPECIAL.sub(r"\\\1", text))


def _address(address: str) -> str:
    """An address without signs that would end it."""
    return UNSAFE.sub(lambda found: f"\\{found[1]}" if found[1] else "%20", address)


def _marked(sign: str, text: str) -> str:
    """Text between signs, which stand close to its words: a space inside them would make them plain signs."""
    found = EDGES.match(text)
    assert found is not None
    before, words, after = found.groups()
    return f"{before}{sign}{words}{sign}{after}" if words else text


def _code(text: str) -> str:
    longest = max((len(ticks) for ticks in TICKS.findall(text)), default=0)
    fence = "`" * (longest + 1)
    spaced = text[:1] == " " == text[-1:] and text.strip()
    room = " " if spaced or text[:1] == "`" or text[-1:] == "`" else ""
    return f"{fence}{room}{text}{room}{fence}"
