"""Inline tokens become running text with expressions, note marks, references and links."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from markdown_it.token import Token

from rapportbyggare.core.place import Place
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
from rapportbyggare.reading.parser import Definition
from rapportbyggare.reading.placeholders import COMMENT, PLACEHOLDER, REPLACEMENT, START, Hidden, index_of, reveal
from rapportbyggare.reading.slips import Sign, signs_in, slips_of

SCHEMES = ("http", "https", "mailto")
DEEPEST = 20
HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ue000-\ue1ff\ufeff\ufffe\uffff]")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
REMARKS = re.compile(f" ?{COMMENT}+(?=[\\s.,;:!?)]|$)|{COMMENT}+")
UNREAD = re.compile(r"\{(?:[#.][^\s{}#]+\}?|lang=[^\s{}]*\}?)(?![^\s{}]*#\})")
SLIPS = re.compile(r"\*\*|\][( ]|[{}]")
PIECES = re.compile(f"{PLACEHOLDER.pattern}|{REMARKS.pattern}")


class InlineReader:
    """Reads the inline tokens of one file; `used` collects the indexes of the expressions met, `marks` the notes'."""

    __slots__ = ("_depth", "_signs", "hidden", "marks", "problems", "used")

    def __init__(self, hidden: Hidden, problems: list[Problem]) -> None:
        self.hidden, self.problems = hidden, problems
        self.used: set[int] = set()
        self.marks: list[NoteMark] = []
        self._depth = 0
        self._signs: list[Sign] = []

    def read(self, tokens: list[Token], where: Locator) -> DraftText:
        """The text of `tokens`; whatever cannot stand in a report becomes a problem and is left out."""
        content = self._children(iter(tokens), where, "")
        if self._signs:
            self.problems += slips_of(self._signs)
            self._signs = []
        return content

    def definitions(self, found: list[Definition], file: str) -> None:
        """Judge the addresses of link definitions: a text in that form would vanish."""
        for one in found:
            fault = None if one.address.startswith("#") else link_fault(one.address)
            if fault is not None:
                address = reveal(one.address, self.hidden.expressions)
                self.problems.append(messages.bad_definition(Place(file, one.line + 1, 1), address, fault))

    def _children(self, tokens: Iterator[Token], where: Locator, until: str) -> DraftText:
        found: list[DraftInline] = []
        self._depth += 1
        for token in tokens:
            if token.type == until:
                break
            if token.nesting > 0 and self._depth > DEEPEST:
                self._too_deep(where)
                continue
            found += self._one(token, tokens, where)
        self._depth -= 1
        return tuple(found)

    def _too_deep(self, where: Locator) -> None:
        problem = messages.nested_too_deep(where.find(""), DEEPEST)
        if problem not in self.problems[-1:]:
            self.problems.append(problem)

    def _one(self, token: Token, rest: Iterator[Token], where: Locator) -> list[DraftInline]:
        match token.type:
            case "text" | "text_special":
                self._signs += left_signs(token, where)
                return self._text(token.content, where)
            case "softbreak" | "hardbreak":
                where.newline()
                return [Text(" ") if token.type == "softbreak" else LineBreak()]
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
        found: list[DraftInline] = []
        rest = 0
        for match in PIECES.finditer(content) if START in content or COMMENT in content else ():
            found += self._words(content[rest : match.start()], where)
            found += self._hidden(match, where)
            rest = match.end()
        return found + self._words(content[rest:], where)

    def _hidden(self, match: re.Match[str], where: Locator) -> list[DraftInline]:
        place = where.find(match[0])
        if match[1] is None:
            return []
        index = index_of(match[1])
        if index >= len(self.hidden.expressions) or (index in self.used and not place.end):
            # Only an entity such as &#xE000; makes a placeholder that is not ours.
            return self._words(match[0], where)
        self.used.add(index)
        return [self.hidden.expressions[index]]

    def _words(self, content: str, where: Locator) -> list[DraftInline]:
        if not content:
            return []
        place = where.find(content)
        if (unread := UNREAD.search(content)) is not None:
            spot = place._replace(column=place.column + unread.start()) if place.end else place
            self.problems.append(messages.unread_attributes(spot, unread[0]))
        return [Text(self._harmless(content, place), place)]

    def _harmless(self, content: str, place: Place) -> str:
        match = HARMFUL.search(content)
        if match is None:
            return content
        self.problems.append(messages.harmful_character(place, ord(match[0])))
        return HARMFUL.sub(REPLACEMENT, content)

    def _mark(self, label: str, where: Locator) -> NoteMark:
        mark = NoteMark(reveal(label, self.hidden.expressions), where.find(f"[^{label}]"))
        self.marks.append(mark)
        return mark

    def _code(self, token: Token, where: Locator) -> list[DraftInline]:
        place = where.find(token.content)
        self.attributes(token, (), where)
        words = reveal(REMARKS.sub("", token.content), self.hidden.expressions)
        return [Code(self._harmless(words, place), place)]

    def attributes(self, token: Token, known: tuple[str, ...], where: Locator) -> None:
        """Report attributes in braces other than those `known`: they would be read and forgotten."""
        strange = [str(name) for name in token.attrs if name not in known]
        if strange:
            self.problems.append(messages.unknown_attribute(where.find("{"), " ".join(strange)))

    def _html(self, content: str, where: Locator) -> None:
        place = where.find(content)
        if not content.startswith("<!--"):
            self.problems.append(messages.html(place, reveal(content, self.hidden.expressions)))

    def _span(self, token: Token, children: DraftText, where: Locator) -> list[DraftInline]:
        language = str(token.attrGet("lang") or "")
        if LANGUAGE.fullmatch(language) and len(token.attrs) == 1:
            return [Span(language, children)]
        self.problems.append(messages.unknown_attribute(where.find("{"), " ".join(map(str, token.attrs)) or "tom"))
        return list(children)

    def _link(self, token: Token, children: DraftText, where: Locator) -> list[DraftInline]:
        address = str(token.attrGet("href") or "")
        place = self._address_place(token, address, where)
        self.attributes(token, ("href", "title"), where)
        if address.startswith("#") and len(address) > 1:
            return [CrossReference(self.key(address[1:]), children, place)]
        if (fault := link_fault(address)) is not None:
            self.problems.append(messages.bad_link(place, reveal(address, self.hidden.expressions), fault))
            return list(children)
        if not children:
            self.problems.append(messages.link_without_text(place, address))
        if token.attrGet("title"):
            self.problems.append(messages.link_title(place, reveal(str(token.attrGet("title")), self.hidden.expressions)))
        return [Link(address, children, place)]

    def _address_place(self, token: Token, address: str, where: Locator) -> Place:
        """Where an address stands; one that is not written out here (`[text][label]`) has the place of its text."""
        place = where.find(f"]({address}") if token.markup != "autolink" else where.find("")
        return place._replace(column=place.column + 2) if place.end > place.column else place._replace(end=0)

    def key(self, text: str) -> str:
        """A key as written, its expressions (a label in a loop) kept as `{{ … }}` for the binding."""
        for match in PLACEHOLDER.finditer(text):
            self.used.add(index_of(match[1]))
        return reveal(text, self.hidden.expressions)


def left_signs(token: Token, where: Locator) -> list[Sign]:
    """The signs in a text token that the parser made nothing of; one that is escaped is meant to be seen."""
    written = token.meta.get("written", token.content)
    if SLIPS.search(written) is None:
        return []
    plain = token.meta.get("plain", written)
    signs = signs_in(plain, where.ahead(written))
    if plain is written:
        return signs
    return [sign for sign in signs if not (sign.text[0] == "]" and _is_escaped(written, plain, sign.start))]


def _is_escaped(written: str, plain: str, end: int) -> bool:
    """Whether the bracket that one at `end` closes is escaped."""
    return written.rfind("\\[", 0, end) > plain.rfind("[", 0, end)


def link_fault(address: str) -> str | None:
    """Why an address may not stand in a report, or None: only http(s) and mailto lead out of it."""
    if PLACEHOLDER.search(address):
        return "en adress kan inte innehålla ett uttryck"
    if HARMFUL.search(address):
        return "adressen innehåller ett osynligt tecken"
    try:
        parts = urlsplit(address)
    except ValueError:
        return "adressen går inte att tolka"
    if parts.scheme not in SCHEMES or not (parts.netloc or (parts.scheme == "mailto" and parts.path)):
        return "bara adresser som börjar med https://, http:// eller mailto: är tillåtna"
    return None
