"""Reads an expression with Jinja2, whose language it is, and says why one cannot be used.

Nothing is ever compiled: constant folding alone can fill the memory (`'x' * 10**9`). Evaluation follows the tree instead.
"""

import re
from collections.abc import Iterable
from copy import copy
from functools import lru_cache

from jinja2 import Environment, TemplateSyntaxError, lexer, nodes
from jinja2.parser import Parser

from rapportbyggare.binding import tree

REFUSED: dict[type[nodes.Node], str] = {
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
SIGNS = {nodes.Add: "+", nodes.Sub: "-", nodes.Mul: "*", nodes.Div: "/", nodes.And: "and", nodes.Or: "or"}
ENVIRONMENT = Environment(autoescape=False)
LEXER = ENVIRONMENT.lexer
BLANK = Parser(ENVIRONMENT, "", state="variable")
FLAGS = ((re.IGNORECASE, "i"), (re.VERBOSE, "x"), (re.DOTALL, "s"))


def _part(rule: lexer._Rule) -> str:
    flags = "".join(letter for flag, letter in FLAGS if rule.pattern.flags & flag)
    return f"(?P<{rule.tokens}>(?{flags}:{rule.pattern.pattern}))"


# The rules that Jinja2's lexer tries one by one inside `{{ }}` (the first is its end), tried all at once.
TOKEN = re.compile("|".join([*map(_part, LEXER.rules["variable_begin"][1:]), "(?P<strange>(?s:.))"]))


def parsed(source: str, deepest: int) -> tree.Node | None:
    """The tree of an expression, as Jinja2 reads it; None for what cannot be read.

    Parts deeper than `deepest` are left out: they are refused for being so deep.
    """
    try:
        parser = copy(BLANK)  # a new one would look for tokens of its own
        parser.stream = lexer.TokenStream(tokens_of(source), None, None)
        found = parser.parse_expression()
        return _node(found, deepest) if parser.stream.eos else None
    except (TemplateSyntaxError, RecursionError, ValueError):
        return None


def tokens_of(source: str) -> list[lexer.Token]:
    """What Jinja2's lexer finds in an expression, in a quarter of its time."""
    found = [(match.lastgroup, match[0]) for match in TOKEN.finditer(source)]
    return [_token(kind, text) for kind, text in found if kind is not None and kind != "whitespace"]


@lru_cache(maxsize=4096)
def _token(kind: str, text: str) -> lexer.Token:
    """The token that Jinja2's lexer makes of a text; most are the signs and names that all expressions are made of."""
    if kind == "strange":
        raise TemplateSyntaxError(f"unexpected char {text!r}", 1)
    return next(LEXER.wrap([(1, kind, text)]))


def _node(node: nodes.Node, depth: int) -> tree.Node:
    """A part of Jinja2's tree as a part of ours."""
    if depth < 0:
        return tree.Refused("")
    match node:
        case nodes.Const(value=value):
            return tree.Constant(value)
        case nodes.Name(name=name):
            return tree.Name(name)
        case nodes.Getattr(node=owner, attr=name):
            return tree.Field(_node(owner, depth - 1), name)
        case nodes.Call() | nodes.Filter():
            return _called(node, depth)
        case nodes.List(items=items):
            return tree.Listed(_nodes(items, depth))
        case _:
            return _operation(node, depth)


def _nodes(found: Iterable[nodes.Node], depth: int) -> tuple[tree.Node, ...]:
    return tuple([_node(node, depth - 1) for node in found])


def _called(node: nodes.Call | nodes.Filter, depth: int) -> tree.Node:
    """A call of a name, or a filter; a call of anything else, or with stars, is refused."""
    if isinstance(node, nodes.Call) and not isinstance(node.node, nodes.Name):
        return tree.Refused("Bara funktioner kan anropas, inte något som hör till ett värde.")
    if node.dyn_args is not None or node.dyn_kwargs is not None:
        return tree.Refused("Stjärnor (*, **) kan inte användas i ett anrop.")
    arguments = _nodes(node.args, depth)
    options = tuple((str(option.key), _node(option.value, depth - 1)) for option in node.kwargs)
    if isinstance(node.node, nodes.Name) and isinstance(node, nodes.Call):
        return tree.Call(node.node.name, arguments, options)
    assert isinstance(node, nodes.Filter) and node.node is not None
    return tree.Filter(_node(node.node, depth - 1), node.name, arguments, options)


def _operation(node: nodes.Node, depth: int) -> tree.Node:
    inside = depth - 1
    match node:
        case nodes.BinExpr(left=left, right=right) if type(node) in SIGNS:
            return tree.Binary(SIGNS[type(node)], _node(left, inside), _node(right, inside))
        case nodes.Neg(node=value):
            return tree.Negative(_node(value, inside))
        case nodes.Not(node=value):
            return tree.Opposite(_node(value, inside))
        case nodes.Compare(expr=first, ops=operands):
            return tree.Comparison(_node(first, inside), tuple((one.op, _node(one.expr, inside)) for one in operands))
        case nodes.CondExpr(test=test, expr1=then, expr2=otherwise):
            last = _node(otherwise, inside) if otherwise else None
            return tree.Choice(_node(test, inside), _node(then, inside), last)
        case _:
            return tree.Refused(f"”{REFUSED.get(type(node), type(node).__name__)}” kan inte användas i ett uttryck.")
