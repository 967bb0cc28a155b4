"""Reads the expressions that reports are made of, without Jinja2, to the tree that Jinja2 would give.

Whatever is not certain (escapes, powers, stars, what is not closed …) is not recognised, and left to Jinja2: it alone
says what cannot be read.
"""

import re

from rapportbyggare.binding.tree import (
    Binary,
    Call,
    Choice,
    Comparison,
    Constant,
    Field,
    Filter,
    Listed,
    Name,
    Negative,
    Node,
    Opposite,
)

TOKEN = re.compile(r"[A-Za-z_ÅÄÖåäö][\wÅÄÖåäö]*|'[^'\\\r\n]*'|\"[^\"\\\r\n]*\"|[0-9][\w.]*|[=<>!]=|\S", re.ASCII)
NUMBER = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
CONSTANTS = {"true": True, "True": True, "false": False, "False": False, "none": None, "None": None}
KEYWORDS = frozenset(("and", "or", "not", "in", "is", "if", "else", *CONSTANTS))
COMPARISONS = {"==": "eq", "!=": "ne", "<": "lt", "<=": "lteq", ">": "gt", ">=": "gteq", "in": "in", "not": "notin"}
JOINTS = {"or": 1, "and": 2}
SIGNS = {"+": 1, "-": 1, "*": 2, "/": 2}
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_åäöÅÄÖ")
DIGITS = frozenset("0123456789")
DEEPEST = 12
END = ""


class _NotRecognised(Exception):
    """Here is something that is left to Jinja2."""


def recognise(source: str) -> Node | None:
    """The tree of an expression; None for what is left to Jinja2."""
    reading = _Reading([*TOKEN.findall(source), END])
    try:
        tree = reading.whole()
    except _NotRecognised:
        return None
    return tree if reading.token == END else None


class _Reading:
    """The tokens of an expression, and the one that it has come to."""

    __slots__ = ("_at", "_depth", "_tokens", "token")

    def __init__(self, tokens: list[str]) -> None:
        self._tokens, self._at, self._depth, self.token = tokens, 0, 0, tokens[0]

    def whole(self) -> Node:
        """An expression to its end: `… if … else …`, or simpler."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise _NotRecognised
        found = self._joined()
        while self.token == "if":
            self._next()
            test = self._joined()
            found = Choice(test, found, self.whole() if self._passed("else") else None)
        self._depth -= 1
        return found

    def _next(self) -> str:
        """The present token, left behind."""
        token = self.token
        self._at += 1
        self.token = self._tokens[self._at]
        return token

    def _passed(self, token: str) -> bool:
        """Whether the present token was this, and is left behind."""
        if self.token != token:
            return False
        self._next()
        return True

    def _expect(self, token: str) -> None:
        if not self._passed(token):
            raise _NotRecognised

    def _name(self) -> str:
        token = self.token
        if token[:1] not in LETTERS or token in KEYWORDS:
            raise _NotRecognised
        self._next()
        return token

    def _joined(self, least: int = 1) -> Node:
        """Parts with `or` (1) or `and` (2) between them, `least` or closer."""
        found = self._opposite() if self.token == "not" else self._comparison()
        while (closeness := JOINTS.get(self.token, 0)) >= least:
            found = Binary(self._next(), found, self._joined(closeness + 1))
        return found

    def _opposite(self) -> Node:
        self._next()
        if self.token == "not":
            raise _NotRecognised
        return Opposite(self._comparison())

    def _comparison(self) -> Node:
        first = self._sum()
        if self.token not in COMPARISONS:
            return first
        rest = []
        while (sign := COMPARISONS.get(self.token)) is not None:
            self._next()
            if sign == "notin":
                self._expect("in")
            rest.append((sign, self._sum()))
        return Comparison(first, tuple(rest))

    def _sum(self, least: int = 1) -> Node:
        """Parts with `+`, `-` (1) or `*`, `/` (2) between them, `least` or closer."""
        found = self._signed()
        while (closeness := SIGNS.get(self.token, 0)) >= least:
            found = Binary(self._next(), found, self._sum(closeness + 1))
        return found

    def _signed(self) -> Node:
        found = Negative(self._value()) if self._passed("-") else self._value()
        while self.token == "|":
            self._next()
            name = self._name()
            found = Filter(found, name, *(self._arguments() if self.token == "(" else ((), ())))
        return found

    def _value(self) -> Node:
        found = self._primary()
        while self.token == ".":
            self._next()
            found = Field(found, self._name())
        return found

    def _primary(self) -> Node:
        token = self.token
        start = token[:1]
        if start in LETTERS:
            return self._named(token)
        if start in DIGITS:
            return self._number(token)
        if len(token) > 1 and start in "'\"":
            return self._text(token)
        return self._enclosed()

    def _named(self, token: str) -> Node:
        if token in CONSTANTS:
            self._next()
            return Constant(CONSTANTS[token])
        name = self._name()
        return Call(name, *self._arguments()) if self.token == "(" else Name(name)

    def _number(self, token: str) -> Node:
        if NUMBER.fullmatch(token) is None:
            raise _NotRecognised
        self._next()
        return Constant(float(token) if "." in token else int(token))

    def _text(self, token: str) -> Node:
        self._next()
        if self.token[:1] in ("'", '"'):  # texts side by side are one
            raise _NotRecognised
        return Constant(token[1:-1])

    def _enclosed(self) -> Node:
        if self._passed("("):
            found = self.whole()
            self._expect(")")
            return found
        self._expect("[")
        return Listed(self._items())

    def _items(self) -> tuple[Node, ...]:
        items: list[Node] = []
        while not self._passed("]"):
            if items:
                self._expect(",")
            items.append(self.whole())
        return tuple(items)

    def _arguments(self) -> "tuple[tuple[Node, ...], tuple[tuple[str, Node], ...]]":
        self._next()
        arguments: list[Node] = []
        options: list[tuple[str, Node]] = []
        while not self._passed(")"):
            if arguments or options:
                self._expect(",")
            if self._tokens[self._at + 1 : self._at + 2] == ["="]:
                name = self._name()
                self._next()
                options.append((name, self.whole()))
            elif options:
                raise _NotRecognised
            else:
                arguments.append(self.whole())
        return tuple(arguments), tuple(options)
