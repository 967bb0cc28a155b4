"""Parses an expression with Jinja2, and says why one cannot be used.

Nothing is ever compiled: constant folding alone can fill the memory (`'x' * 10**9`). Evaluation follows the tree instead.
"""

import re
from copy import copy
from functools import lru_cache

from jinja2 import Environment, TemplateSyntaxError, lexer, nodes
from jinja2.parser import Parser

from rapportbyggare.binding.things import Fault

LONGEST = 500
DEEPEST = 25
DIGITS = 15
HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ue000-\uf8ff\ufffe\uffff]")
NAMES: dict[type[nodes.Node], str] = {
    nodes.Pow: "**",
    nodes.Pos: "+ före ett värde",
    nodes.FloorDiv: "//",
    nodes.Mod: "%",
    nodes.Concat: "~",
    nodes.Getitem: "[…]",
    nodes.Test: "is",
    nodes.Dict: "{…}",
    nodes.Tuple: "(…, …)",
}
PLAIN = re.compile(r"True|False|\d+(?:\.\d+)?")
ENVIRONMENT = Environment(autoescape=False)
LEXER = ENVIRONMENT.lexer
BLANK = Parser(ENVIRONMENT, "", state="variable")
FLAGS = ((re.IGNORECASE, "i"), (re.VERBOSE, "x"), (re.DOTALL, "s"))


def _part(rule: lexer._Rule) -> str:
    flags = "".join(letter for flag, letter in FLAGS if rule.pattern.flags & flag)
    return f"(?P<{rule.tokens}>(?{flags}:{rule.pattern.pattern}))"


# The rules that Jinja2's lexer tries one by one inside `{{ }}` (the first is its end), tried all at once.
TOKEN = re.compile("|".join([*map(_part, LEXER.rules["variable_begin"][1:]), "(?P<strange>(?s:.))"]))


class Token(lexer.Token):
    """A token that is asked what it is, some forty times an expression, without taking the question apart."""

    __slots__ = ()

    def test(self, expr: str) -> bool:
        """Whether it is of a kind, or the name that `name:…` says."""
        return self.type == expr or (self.type == "name" and expr == f"name:{self.value}")


def parse(source: str) -> nodes.Expr:
    """The tree of an expression, as Jinja2 reads it; raises Fault with the author's message."""
    if len(source) > LONGEST:
        raise Fault("for-langt-uttryck", f"Uttrycket är längre än {LONGEST} tecken.", "", "Dela upp det i flera uttryck.")
    try:
        parser = copy(BLANK)  # a new one would look for tokens of its own
        parser.stream = lexer.TokenStream(tokens_of(source), None, None)
        tree = parser.parse_expression()
        ended = parser.stream.eos
    except (TemplateSyntaxError, RecursionError, ValueError):
        raise _unreadable(source) from None
    if not ended:
        raise _unreadable(source)
    return tree


def tokens_of(source: str) -> list[lexer.Token]:
    """What Jinja2's lexer finds in an expression, in a quarter of its time."""
    found = [(match.lastgroup, match[0]) for match in TOKEN.finditer(source)]
    return [_token(kind, text) for kind, text in found if kind != "whitespace"]


@lru_cache(maxsize=4096)
def _token(kind: str, text: str) -> lexer.Token:
    """The token that Jinja2's lexer makes of a text; most are the signs and names that all expressions are made of."""
    if kind == "strange":
        raise TemplateSyntaxError(f"unexpected char {text!r}", 1)
    return Token(*next(LEXER.wrap([(1, kind, text)])))


def _unreadable(source: str) -> Fault:
    if not source:
        return Fault("tomt-uttryck", "Uttrycket är tomt.", "", "Skriv till exempel {{ antal_kkb() }}.")
    return Fault(
        "olasligt-uttryck",
        f"Uttrycket {{{{ {source} }}}} går inte att läsa.",
        "till exempel antal_kkb(ar, 'Berg') eller andel(a, b) | decimaler(0)",
        "Se efter att parenteser och citattecken går jämnt ut; citattecken skrivs ' eller \". "
        "Kör rapportbyggare uttryck för exempel.",
    )


def too_deep() -> Fault:
    """The fault of parts inside parts inside parts."""
    return Fault("for-djupt-uttryck", "Uttrycket har för många led i varandra.", "", "Dela upp det i flera uttryck.")


def not_allowed(node: nodes.Node) -> Fault:
    """The fault of a construct that Jinja2 has and the report's language has not."""
    return _forbidden(f"”{NAMES.get(type(node), type(node).__name__)}” kan inte användas i ett uttryck.")


def check_call(node: nodes.Call | nodes.Filter) -> None:
    """A fault when something other than a name is called, or with stars."""
    if isinstance(node, nodes.Call) and not isinstance(node.node, nodes.Name):
        raise _forbidden("Bara funktioner kan anropas, inte något som hör till ett värde.")
    if node.dyn_args is not None or node.dyn_kwargs is not None:
        raise _forbidden("Stjärnor (*, **) kan inte användas i ett anrop.")


def check_constant(value: object) -> None:
    """A fault when a number is too long, or a text holds what cannot be seen."""
    if isinstance(value, int | float) and (len(str(value)) > DIGITS or not PLAIN.fullmatch(str(value))):
        raise _forbidden(f"Tal med fler än {DIGITS} siffror, eller med exponent, kan inte användas i ett uttryck.")
    if isinstance(value, str) and HARMFUL.search(value):
        raise _forbidden("Texten innehåller ett osynligt eller otillåtet tecken.")
    if value is None:
        raise _forbidden("”none” kan inte användas i ett uttryck.")


def _forbidden(message: str) -> Fault:
    return Fault(
        "otillatet-uttryck",
        message,
        "namn, tal, text i citattecken, + − * /, jämförelser, and, or, not, if … else, funktioner och filter",
        "Kör rapportbyggare uttryck för att se vad som kan användas.",
    )
