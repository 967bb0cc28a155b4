"""`{% … %}` lines: choices, loops, boxes, landscape passages and what specifications insert."""

import re

from markdown_it.token import Token

from rapportbyggare.core.blocks import Choice, Claim, DraftBlock, FactBox, Insert, Landscape, Loop, PageBreak
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.text import Expression
from rapportbyggare.reading import control_messages
from rapportbyggare.reading.blocks import BlockReader
from rapportbyggare.reading.control_words import CLOSERS, ENDS, MIDDLES, SINGLES, WORDS, first_word, meant
from rapportbyggare.reading.names import NAME, better_name
from rapportbyggare.reading.tokens import Tokens

NEWEST_FORMAT = 1
CONTROLS = {
    "{% tabell namn %}": "tabellen med det namnet i report/tabeller.toml",
    "{% diagram namn %}": "diagrammet i figures/namn.toml",
    "{% sidbrytning %}": "det som följer börjar på en ny sida",
    "{% faktaruta Rubrik %} … {% endfaktaruta %}": "en faktaruta",
    "{% liggande %} … {% endliggande %}": "liggande sidor, för breda tabeller",
    "{% if villkor %} … {% elif villkor %} … {% else %} … {% endif %}": "text som beror på uppgifterna",
    "{% for namn in lista %} … {% endfor %}": "text som upprepas",
    "{% pastaende villkor %} … {% endpastaende %}": "text som är sann bara när villkoret gäller; annars säger bygget till",
    "{% format 1 %}": "filens formatnummer, överst i avsnittet",
}
DEEPEST = 20
LOOP = re.compile(r"([^\W\d]\w*)\s+in\s+(\S.*)")


class ControlReader:
    """Reads a whole file's tokens; `lines` collects the 0-based lines of the control lines met.

    `torn` says that blocks begin or end on lines that nobody can read: then nothing can be said of how blocks meet.
    """

    __slots__ = ("_blocks", "_meetings", "_open", "_problems", "_torn", "lines")

    def __init__(self, blocks: BlockReader, problems: list[Problem], torn: bool = False) -> None:
        self._blocks, self._problems, self._torn = blocks, problems, torn
        self._meetings: list[Problem] = []
        self._open: list[tuple[str, ...]] = []
        self.lines: set[int] = set()

    def read(self, tokens: Tokens) -> tuple[DraftBlock, ...]:
        """All blocks of the file."""
        found: list[DraftBlock] = []
        while not tokens.at("end"):
            blocks, stray = self._passage(tokens, (), 0)
            found += blocks
            if stray is not None:
                self._meetings.append(control_messages.stray_end(self._place(stray), word_of(stray)))
        if not self._torn:
            self._problems += self._meetings
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
            self._understand(token, ends)
            if word_of(token) in ENDS:
                return tuple(found), token
            found += self._opened(token, tokens, depth)
        self._blocks.leftovers()
        return tuple(found), None

    def _understand(self, token: Token, ends: tuple[str, ...]) -> None:
        """Report a word that does not exist, and read a block's word as the one that was meant."""
        word = word_of(token)
        argument = token.content[len(word) :].strip()
        if word in WORDS and (word, first_word(argument)) != ("else", "if"):
            return
        if word == "else":
            word, argument = "else if", argument[2:].strip()
        near = meant(word, argument, ends[-1] if ends else "")
        alone = near in (*CLOSERS.values(), "else", "sidbrytning")
        rest = "" if alone else "…" if near in SINGLES else argument
        if not (self._torn and word.startswith("end") and not near):
            self._problems.append(
                control_messages.unknown_control(self._place(token), token.content if alone else word, near, rest)
            )
        self._torn = self._torn or not near
        token.content = "" if near in SINGLES else f"{near} {rest}".strip()

    def _opened(self, token: Token, tokens: Tokens, depth: int) -> list[DraftBlock]:
        word, place = word_of(token), self._place(token)
        argument = token.content[len(word) :].strip()
        if depth >= DEEPEST and word in CLOSERS:
            self._problems.append(control_messages.too_deep(place, DEEPEST))
            self._torn = True
            return []
        match word:
            case "if":
                return [self._choice(argument, place, tokens, depth)]
            case "for":
                return [self._loop(argument, place, tokens, depth)]
            case "pastaende":
                condition = self._blocks.expression(argument, place.line)
                return [Claim(condition, self._body(word, place, tokens, depth), place)]
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
            case "tabell" | "diagram" if argument:
                self._problems.append(control_messages.insert_with_bad_name(place, word, argument, better_name(argument)))
            case "tabell" | "diagram":
                self._problems.append(control_messages.insert_without_name(place, word))
            case "sidbrytning":
                return [PageBreak(place)]
            case "format":
                if argument != str(NEWEST_FORMAT):
                    self._problems.append(control_messages.newer_format(place, argument, NEWEST_FORMAT))
        return []

    def _body(self, word: str, place: Place, tokens: Tokens, depth: int) -> tuple[DraftBlock, ...]:
        blocks, end = self._inside(tokens, (CLOSERS[word],), depth)
        self._closed(word, place, end, tokens)
        return blocks

    def _inside(self, tokens: Tokens, ends: tuple[str, ...], depth: int) -> tuple[tuple[DraftBlock, ...], Token | None]:
        self._open.append(ends)
        passage = self._passage(tokens, ends, depth + 1)
        self._open.pop()
        return passage

    def _closed(self, word: str, place: Place, end: Token | None, tokens: Tokens) -> None:
        if end is None:
            self._meetings.append(control_messages.unclosed_block(place, word, CLOSERS[word]))
        elif word_of(end) != CLOSERS[word]:
            self._meetings.append(control_messages.wrong_end(self._place(end), word_of(end), place, CLOSERS[word]))
            if any(word_of(end) in ends for ends in self._open):
                tokens.back()

    def _choice(self, condition: str, place: Place, tokens: Tokens, depth: int) -> Choice:
        arms: list[tuple[Expression | None, tuple[DraftBlock, ...]]] = []
        test: Expression | None = self._blocks.expression(condition, place.line)
        while True:
            blocks, end = self._inside(tokens, (*MIDDLES, CLOSERS["if"]), depth)
            arms.append((test, blocks))
            if end is None or word_of(end) not in MIDDLES:
                self._closed("if", place, end, tokens)
                return Choice(tuple(arms), place)
            if test is None:
                self._problems.append(control_messages.after_else(self._place(end)))
            test = self._elif(end)

    def _elif(self, token: Token) -> Expression | None:
        if word_of(token) != "elif":
            return None
        condition = token.content[4:].strip()
        return self._blocks.expression(condition, self._place(token).line)

    def _loop(self, argument: str, place: Place, tokens: Tokens, depth: int) -> Loop:
        match = LOOP.fullmatch(argument)
        if match is None:
            self._problems.append(control_messages.bad_loop(place, argument))
        name, items = (match[1], match[2]) if match else ("_", "[]")
        return Loop(name, self._blocks.expression(items, place.line), self._body("for", place, tokens, depth), place)

    def _place(self, token: Token) -> Place:
        line = (token.map or [0])[0]
        return Place(self._blocks.place(token).file, line + 1, 1)


def word_of(token: Token) -> str:
    """The first word of a control line."""
    return first_word(token.content)
