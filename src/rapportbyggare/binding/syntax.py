"""Parses an expression with Jinja2 and lets through only what the whitelist knows.

Nothing is ever compiled: constant folding alone can fill the memory (`'x' * 10**9`). Evaluation walks the
checked tree instead.
"""

import re
from functools import cache

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.parser import Parser

from rapportbyggare.binding.things import Fault

LONGEST = 500
DEEPEST = 25
DIGITS = 15
HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ue000-\uf8ff\ufffe\uffff]")

ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.Call,
    nodes.Keyword,
    nodes.Filter,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.CondExpr,
    nodes.Add,
    nodes.Sub,
    nodes.Mul,
    nodes.Div,
    nodes.Neg,
    nodes.List,
)
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


@cache
def parse(source: str) -> nodes.Expr:
    """The checked tree of an expression; raises Fault with the author's message."""
    if len(source) > LONGEST:
        raise Fault("for-langt-uttryck", f"Uttrycket är längre än {LONGEST} tecken.", "", "Dela upp det i flera uttryck.")
    try:
        parser = Parser(ENVIRONMENT, source, state="variable")
        tree = parser.parse_expression()
        ended = parser.stream.eos
    except (TemplateSyntaxError, RecursionError, ValueError):
        raise _unreadable(source) from None
    if not ended:
        raise _unreadable(source)
    _check(tree, 0)
    return tree


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


def _check(node: nodes.Node, depth: int) -> None:
    if depth > DEEPEST:
        raise Fault("for-djupt-uttryck", "Uttrycket har för många led i varandra.", "", "Dela upp det i flera uttryck.")
    if type(node) not in ALLOWED:
        shown = NAMES.get(type(node), type(node).__name__)
        raise _forbidden(f"”{shown}” kan inte användas i ett uttryck.")
    if isinstance(node, nodes.Call) and not isinstance(node.node, nodes.Name):
        raise _forbidden("Bara funktioner kan anropas, inte något som hör till ett värde.")
    if isinstance(node, nodes.Call | nodes.Filter) and (node.dyn_args is not None or node.dyn_kwargs is not None):
        raise _forbidden("Stjärnor (*, **) kan inte användas i ett anrop.")
    if isinstance(node, nodes.Const):
        _check_constant(node.value)
    for child in node.iter_child_nodes():
        _check(child, depth + 1)


def _check_constant(value: object) -> None:
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
