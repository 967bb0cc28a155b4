"""`{% … %}` lines: choices, loops, boxes, landscape passages and what specifications insert."""

import re
from difflib import get_close_matches

from markdown_it.token import Token

from rapportbyggare.core.blocks import Choice, DraftBlock, FactBox, Insert, Landscape, Loop, PageBreak
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.text import Expression
from rapportbyggare.reading import messages
from rapportbyggare.reading.blocks import BlockReader
from rapportbyggare.reading.tokens import Tokens

NEWEST_FORMAT = 1
CLOSERS = {"if": "endif", "for": "endfor", "faktaruta": "endfaktaruta", "liggande": "endliggande"}
MIDDLES = ("elif", "else")
SINGLES = ("tabell", "diagram", "sidbrytning", "format")
WORDS = (*CLOSERS, *CLOSERS.values(), *MIDDLES, *SINGLES)
CONTROLS = {
    "{% tabell namn %}": "tabellen med det namnet i report/tabeller.toml",
    "{% diagram namn %}": "diagrammet i figures/namn.toml",
    "{% sidbrytning %}": "det som följer börjar på en ny sida",
    "{% faktaruta Rubrik %} … {% endfaktaruta %}": "en faktaruta",
    "{% liggande %} … {% endliggande %}": "liggande sidor, för breda tabeller",
    "{% if villkor %} … {% elif villkor %} … {% else %} … {% endif %}": "text som beror på uppgifterna",
    "{% for namn in lista %} … {% endfor %}": "text som upprepas",
    "{% format 1 %}": "filens formatnummer, överst i avsnittet",
}
DEEPEST = 20
LOOP = re.compile(r"([^\W\d]\w*)\s+in\s+(\S.*)")
NAME = re.compile(r"[\w-]+")


class ControlReader:
    """Reads a whole file's tokens; `lines` collects the 0-based lines of the control lines met."""

    __slots__ = ("_blocks", "_problems", "lines")

    def __init__(self, blocks: BlockReader, problems: list[Problem]) -> None:
        self._blocks, self._problems = blocks, problems
        self.lines: set[int] = set()

    def read(self, tokens: Tokens) -> tuple[DraftBlock, ...]:
        """All blocks of the file."""
        found: list[DraftBlock] = []
        while not tokens.at("end"):
            blocks, stray = self._passage(tokens, (), 0)
            found += blocks
            if stray is not None:
                self._problems.append(messages.stray_end(self._place(stray), word_of(stray)))
        return tuple(found)

    def _passage(self, tokens: Tokens, ends: tuple[str, ...], depth: int) -> tuple[tuple[DraftBlock, ...], Token | None]:
        """Blocks up to one of `ends` (or any stray end); the control token that ended them, None at the file's end."""
        found: list[DraftBlock] = []
        while not tokens.at("end"):
            if not tokens.at("control"):
                self._blocks.add(found, tokens)
                continue
            self._blocks.leftovers()
            token = tokens.next()
            self.lines.add((token.map or [0])[0])
            if word_of(token) in ends or word_of(token) in (*MIDDLES, *CLOSERS.values()):
                return tuple(found), token
            found += self._opened(token, tokens, depth)
        self._blocks.leftovers()
        return tuple(found), None

    def _opened(self, token: Token, tokens: Tokens, depth: int) -> list[DraftBlock]:
        word, place = word_of(token), self._place(token)
        argument = token.content[len(word) :].strip()
        if depth >= DEEPEST and word in CLOSERS:
            self._problems.append(messages.too_deep(place, DEEPEST))
            return []
        match word:
            case "if":
                return [self._choice(argument, place, tokens, depth)]
            case "for":
                return [self._loop(argument, place, tokens, depth)]
            case "faktaruta":
                title = self._blocks.text(argument, place.line - 1)
                return [FactBox(title, self._body(word, place, tokens, depth), place)]
            case "liggande":
                return [Landscape(self._body(word, place, tokens, depth), place)]
            case _:
                return self._single(word, argument, place)

    def _single(self, word: str, argument: str, place: Place) -> list[DraftBlock]:
        match word:
            case "tabell" | "diagram" if NAME.fullmatch(argument):
                return [Insert(word, argument, place)]
            case "tabell" | "diagram":
                self._problems.append(messages.insert_without_name(place, word))
            case "sidbrytning":
                return [PageBreak(place)]
            case "format":
                if argument != str(NEWEST_FORMAT):
                    self._problems.append(messages.newer_format(place, argument, NEWEST_FORMAT))
            case _:
                self._problems.append(messages.unknown_control(place, word, get_close_matches(word, WORDS, 1)))
        return []

    def _body(self, word: str, place: Place, tokens: Tokens, depth: int) -> tuple[DraftBlock, ...]:
        blocks, end = self._passage(tokens, (CLOSERS[word],), depth + 1)
        self._closed(word, place, end)
        return blocks

    def _closed(self, word: str, place: Place, end: Token | None) -> None:
        if end is None:
            self._problems.append(messages.unclosed_block(place, word, CLOSERS[word]))
        elif word_of(end) != CLOSERS[word]:
            self._problems.append(messages.wrong_end(self._place(end), word_of(end), place, CLOSERS[word]))

    def _choice(self, condition: str, place: Place, tokens: Tokens, depth: int) -> Choice:
        arms: list[tuple[Expression | None, tuple[DraftBlock, ...]]] = []
        test: Expression | None = self._blocks.expression(condition, place.line)
        while True:
            blocks, end = self._passage(tokens, ("elif", "else", "endif"), depth + 1)
            arms.append((test, blocks))
            if end is None or word_of(end) not in MIDDLES:
                self._closed("if", place, end)
                return Choice(tuple(arms), place)
            if test is None:
                self._problems.append(messages.after_else(self._place(end)))
            test = self._elif(end)

    def _elif(self, token: Token) -> Expression | None:
        if word_of(token) != "elif":
            return None
        condition = token.content[4:].strip()
        return self._blocks.expression(condition, self._place(token).line)

    def _loop(self, argument: str, place: Place, tokens: Tokens, depth: int) -> Loop:
        match = LOOP.fullmatch(argument)
        if match is None:
            self._problems.append(messages.bad_loop(place, argument))
        name, items = (match[1], match[2]) if match else ("_", "[]")
        return Loop(name, self._blocks.expression(items, place.line), self._body("for", place, tokens, depth), place)

    def _place(self, token: Token) -> Place:
        line = (token.map or [0])[0]
        return Place(self._blocks.place(token).file, line + 1, 1)


def word_of(token: Token) -> str:
    """The first word of a control line."""
    return token.content.split(None, 1)[0] if token.content else ""
