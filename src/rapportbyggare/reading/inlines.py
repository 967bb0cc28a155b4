"""Inline tokens become running text with expressions, note marks, references and links."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from markdown_it.token import Token

from rapportbyggare.core.problem import Problem
from rapportbyggare.core.text import (
    Code,
    CrossReference,
    DraftInline,
    DraftText,
    Emphasis,
    LineBreak,
    Link,
    NoteMark,
    Span,
    Strong,
    Text,
)
from rapportbyggare.reading import messages
from rapportbyggare.reading.locate import Locator
from rapportbyggare.reading.placeholders import COMMENT, PLACEHOLDER, START, Hidden, index_of, reveal

SCHEMES = ("http", "https", "mailto")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
REMARKS = re.compile(f" ?{COMMENT}+")


class InlineReader:
    """Reads the inline tokens of one file; `used` collects the indexes of the expressions met, `marks` the notes'."""

    __slots__ = ("hidden", "marks", "problems", "used")

    def __init__(self, hidden: Hidden, problems: list[Problem]) -> None:
        self.hidden, self.problems = hidden, problems
        self.used: set[int] = set()
        self.marks: list[NoteMark] = []

    def read(self, tokens: list[Token], where: Locator) -> DraftText:
        """The text of `tokens`; whatever cannot stand in a report becomes a problem and is left out."""
        return self._children(iter(tokens), where, "")

    def _children(self, tokens: Iterator[Token], where: Locator, until: str) -> DraftText:
        found: list[DraftInline] = []
        for token in tokens:
            if token.type == until:
                break
            found += self._one(token, tokens, where)
        return tuple(found)

    def _one(self, token: Token, rest: Iterator[Token], where: Locator) -> list[DraftInline]:
        match token.type:
            case "text" | "text_special":
                return self._text(token.content, where)
            case "softbreak":
                return [Text(" ")]
            case "hardbreak":
                return [LineBreak()]
            case "em_open":
                return [Emphasis(self._children(rest, where, "em_close"))]
            case "strong_open":
                return [Strong(self._children(rest, where, "strong_close"))]
            case "code_inline":
                return self._code(token, where)
            case "footnote_ref":
                return [self._mark(str(token.meta["label"]), where)]
            case _:
                return self._rare(token, rest, where)

    def _rare(self, token: Token, rest: Iterator[Token], where: Locator) -> list[DraftInline]:
        match token.type:
            case "link_open":
                return self._link(token, self._children(rest, where, "link_close"), where)
            case "span_open":
                return self._span(token, self._children(rest, where, "span_close"), where)
            case "image":
                self.problems.append(messages.image_in_text(where.find("![")))
            case "html_inline":
                self._html(token.content, where)
        return []

    def _text(self, content: str, where: Locator) -> list[DraftInline]:
        if START not in content:
            place = where.find(content)
            content = REMARKS.sub("", content) if COMMENT in content else content
            return [Text(content, place)] if content else []
        found: list[DraftInline] = []
        rest = 0
        for match in PLACEHOLDER.finditer(content):
            found += self._text(content[rest : match.start()], where) if match.start() > rest else []
            where.find(match[0])
            found.append(self._expression(match[1]))
            rest = match.end()
        return found + (self._text(content[rest:], where) if rest < len(content) else [])

    def _expression(self, digits: str) -> DraftInline:
        index = index_of(digits)
        self.used.add(index)
        return self.hidden.expressions[index]

    def _mark(self, label: str, where: Locator) -> NoteMark:
        mark = NoteMark(label, where.find(f"[^{label}]"))
        self.marks.append(mark)
        return mark

    def _code(self, token: Token, where: Locator) -> list[DraftInline]:
        return [Code(REMARKS.sub("", token.content), where.find(token.content))]

    def _html(self, content: str, where: Locator) -> None:
        place = where.find(content)
        if not content.startswith("<!--"):
            self.problems.append(messages.html(place, content))

    def _span(self, token: Token, children: DraftText, where: Locator) -> list[DraftInline]:
        language = str(token.attrGet("lang") or "")
        if LANGUAGE.fullmatch(language) and len(token.attrs) == 1:
            return [Span(language, children)]
        self.problems.append(messages.unknown_attribute(where.find("{"), " ".join(map(str, token.attrs)) or "tom"))
        return list(children)

    def _link(self, token: Token, children: DraftText, where: Locator) -> list[DraftInline]:
        address = str(token.attrGet("href") or "")
        place = where.find(address) if address else where.find("(")
        if address.startswith("#") and len(address) > 1:
            return [CrossReference(self.key(address[1:]), children, place)]
        if (fault := link_fault(address)) is not None:
            self.problems.append(messages.bad_link(place, reveal(address, self.hidden.expressions), fault))
            return list(children)
        if not children:
            self.problems.append(messages.link_without_text(place, address))
        return [Link(address, children, place)]

    def key(self, text: str) -> str:
        """A key as written, its expressions (a label in a loop) kept as `{{ … }}` for the binding."""
        for match in PLACEHOLDER.finditer(text):
            self.used.add(index_of(match[1]))
        return reveal(text, self.hidden.expressions)


def link_fault(address: str) -> str | None:
    """Why an address may not stand in a report, or None: only http(s) and mailto lead out of it."""
    if PLACEHOLDER.search(address):
        return "en adress kan inte innehålla ett uttryck"
    try:
        parts = urlsplit(address)
    except ValueError:
        return "adressen går inte att tolka"
    if parts.scheme not in SCHEMES or not (parts.netloc or (parts.scheme == "mailto" and parts.path)):
        return "bara adresser som börjar med https://, http:// eller mailto: är tillåtna"
    return None
