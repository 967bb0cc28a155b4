"""Evaluates a checked expression by walking its tree."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from jinja2 import nodes

from rapportbyggare.binding.arithmetic import add, compared, divide, figure_of, plain_number
from rapportbyggare.binding.filters import FILTERS, facts_of
from rapportbyggare.binding.functions import FUNCTIONS, fact
from rapportbyggare.binding.places import PLACES
from rapportbyggare.binding.scope import Scope, folded, unknown
from rapportbyggare.binding.syntax import parse
from rapportbyggare.binding.things import Fault, Items, Record, Thing, Unmarked, Words, Year, kind_of
from rapportbyggare.core.dataset import Indicator
from rapportbyggare.core.figure import Figure

ALL_FUNCTIONS = {**FUNCTIONS, **PLACES}
# A whole number written out in this span is a year: never written with a thousands mark.
YEARS = range(1900, 2200)
COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "eq": lambda a, b: a == b,
    "ne": lambda a, b: a != b,
    "lt": lambda a, b: a < b,
    "lteq": lambda a, b: a <= b,
    "gt": lambda a, b: a > b,
    "gteq": lambda a, b: a >= b,
}


def evaluate(source: str, scope: Scope) -> Thing:
    """The value of an expression; raises Fault with the author's message."""
    return _value(parse(source), scope)


def _value(node: nodes.Node, scope: Scope) -> Thing:
    match node:
        case nodes.Call():
            return _call(node, scope)
        case nodes.Name():
            return _name(node.name, scope)
        case nodes.Const():
            return _constant(node.value)
        case nodes.Filter():
            return _filter(node, scope)
        case nodes.Add() | nodes.Sub() | nodes.Mul() | nodes.Div():
            return _operate(node, _value(node.left, scope), _value(node.right, scope))
        case nodes.Getattr():
            return _field(_value(node.node, scope), node.attr)
        case nodes.CondExpr():
            return _choose(node, scope)
        case nodes.List():
            members = tuple(_value(item, scope) for item in node.items)
            return Items(members, tuple(fact for member in members for fact in facts_of(member)))
        case nodes.Neg():
            return _operate(nodes.Mul(), Decimal(-1), _value(node.node, scope))
        case _:
            return _logic(node, scope)


def _constant(value: object) -> Thing:
    match value:
        case bool():
            return value
        case int() if value in YEARS:
            return Year(value)
        case int() | float():
            return Decimal(repr(value))
        case _:
            return Words(str(value))


def _name(name: str, scope: Scope) -> Thing:
    plain = folded(name)
    if (thing := scope.find(plain)) is not None:
        return thing
    if plain in ALL_FUNCTIONS:
        raise Fault(
            "parentes-saknas",
            f"{name} är en funktion och behöver parentes.",
            f"{name}(…)",
            "Skriv funktionens värden inom parentes.",
        )
    if any(name in (area, folded(area)) for area in scope.dataset.catalogue.areas):
        raise Fault("citattecken-saknas", f"{name} är en plats och måste stå inom citattecken.", f"'{name}'", f"Skriv '{name}'.")
    raise unknown("namn", "Det finns inget namn", name, [*scope.local, *scope.names, *ALL_FUNCTIONS])


def _call(node: nodes.Call, scope: Scope) -> Thing:
    assert isinstance(node.node, nodes.Name)
    name = folded(node.node.name)
    given = tuple([_value(argument, scope) for argument in node.args])
    options = {folded(keyword.key): _value(keyword.value, scope) for keyword in node.kwargs}
    target = scope.find(name)
    if isinstance(target, Indicator):
        return fact(scope, target, given, options)
    if name in ALL_FUNCTIONS:
        return ALL_FUNCTIONS[name](scope, given, options)
    if target is not None:
        raise Fault(
            "inte-funktion",
            f"{node.node.name} är {kind_of(target)} och tar ingen parentes.",
            node.node.name,
            "Ta bort parentesen.",
        )
    names = [n for n, thing in scope.names.items() if isinstance(thing, Indicator)]
    raise unknown("indikator", "Det finns ingen indikator eller funktion", node.node.name, [*names, *ALL_FUNCTIONS])


def _filter(node: nodes.Filter, scope: Scope) -> Thing:
    name = folded(node.name)
    if name not in FILTERS or node.node is None:
        raise unknown("filter", "Det finns inget filter", node.name, list(FILTERS))
    given = (_value(node.node, scope), *(_value(argument, scope) for argument in node.args))
    options = {folded(str(keyword.key)): _value(keyword.value, scope) for keyword in node.kwargs}
    return FILTERS[name](scope, given, options)


def _field(thing: Thing, name: str) -> Thing:
    if not isinstance(thing, Record):
        raise Fault(
            "inget-falt",
            f"{kind_of(thing).capitalize()} har inget som heter ”{name}”.",
            "rapport.titel",
            "Ta bort punkten och namnet.",
        )
    fields = dict(thing.fields)
    if folded(name) not in fields:
        raise unknown("falt", "Rapporten har inget som heter", name, list(fields))
    return fields[folded(name)]


def _choose(node: nodes.CondExpr, scope: Scope) -> Thing:
    if truth(_value(node.test, scope)):
        return _value(node.expr1, scope)
    return Words("") if node.expr2 is None else _value(node.expr2, scope)


def truth(thing: Thing) -> bool:
    """Whether a condition holds; a list holds when it has members."""
    match thing:
        case bool():
            return thing
        case Items():
            return bool(thing.members)
        case _:
            raise Fault(
                "inget-villkor",
                f"Här behövs ett villkor, men det står {kind_of(thing)}.",
                "en jämförelse, finns(…) eller en lista",
                "Jämför med något, till exempel antal_kkb(ar) > antal_kkb(ar - 1), eller skriv finns(…).",
            )


def _operate(node: nodes.Node, left: Thing, right: Thing) -> Thing:
    if isinstance(node, nodes.Mul | nodes.Div):
        left, right = _unyeared(left), _unyeared(right)
    match left, right:
        case ((Figure() | Unmarked()), (Figure() | Unmarked())):
            return _figures(node, figure_of(left, "Räkning"), figure_of(right, "Räkning"))
        case ((Figure() | Unmarked()), Decimal()) if isinstance(node, nodes.Mul | nodes.Div):
            return _scaled(node, figure_of(left, "Räkning"), right)
        case Decimal(), (Figure() | Unmarked()) if isinstance(node, nodes.Mul):
            return _scaled(node, figure_of(right, "Räkning"), left)
        case Year(), Decimal() if isinstance(node, nodes.Add | nodes.Sub) and right == int(right):
            return Year(left.number + int(right) * (1 if isinstance(node, nodes.Add) else -1))
        case Decimal(), Year() if isinstance(node, nodes.Add) and left == int(left):
            return Year(right.number + int(left))
        case ((Year() | Decimal()), (Year() | Decimal())):
            return _plain(node, plain_number(left), plain_number(right))
        case _:
            raise Fault(
                "oraknelig",
                f"Det går inte att räkna med {kind_of(left)} och {kind_of(right)} på det här sättet.",
                "två uppgifter med samma enhet, eller en uppgift och ett tal med * eller /",
                "Rätta uttrycket; ord sätts ihop genom att skrivas efter varandra i texten.",
            )


def _figures(node: nodes.Node, left: Figure, right: Figure) -> Figure:
    match node:
        case nodes.Add():
            return add(left, right, 1)
        case nodes.Sub():
            return add(left, right, -1)
        case nodes.Div():
            return divide(left, right)
        case _:
            raise Fault("oraknelig", "Två uppgifter kan inte multipliceras med varandra.", "+, − eller /", "Rätta uttrycket.")


def _unyeared(thing: Thing) -> Thing:
    return Decimal(thing.number) if isinstance(thing, Year) else thing


def _scaled(node: nodes.Node, figure: Figure, factor: Decimal) -> Figure:
    return replace(figure, key=None, amount=None if figure.amount is None else _plain(node, figure.amount, factor))


def _plain(node: nodes.Node, left: Decimal, right: Decimal) -> Decimal:
    match node:
        case nodes.Add():
            return left + right
        case nodes.Sub():
            return left - right
        case nodes.Mul():
            return left * right
        case _ if right:
            return left / right
        case _:
            raise Fault("division-med-noll", "Nämnaren är noll.", "ett tal skilt från noll", "Rätta uttrycket.")


def _logic(node: nodes.Node, scope: Scope) -> Thing:
    match node:
        case nodes.And():
            return truth(_value(node.left, scope)) and truth(_value(node.right, scope))
        case nodes.Or():
            return truth(_value(node.left, scope)) or truth(_value(node.right, scope))
        case nodes.Not():
            return not truth(_value(node.node, scope))
        case nodes.Compare():
            return _compare(node, scope)
        case _:
            raise Fault("otillatet-uttryck", "Uttrycket innehåller något som inte kan användas.", "", "Förenkla uttrycket.")


def _compare(node: nodes.Compare, scope: Scope) -> bool:
    left = _value(node.expr, scope)
    for operand in node.ops:
        right = _value(operand.expr, scope)
        if not _holds(operand.op, left, right):
            return False
        left = right
    return True


def _same(left: Thing, member: Thing) -> bool:
    match left, member:
        case Words(), Words():
            return left.text == member.text
        case ((Year() | Decimal()), (Year() | Decimal())):
            return plain_number(left) == plain_number(member)
        case _:
            raise Fault(
                "fel-slags-varde",
                f"Det går inte att leta efter {kind_of(left)} i en lista med {kind_of(member)}.",
                "en text i en lista av namn, eller ett år i en lista av år",
                "Skriv till exempel 'Berg' in okade(antal_kkb, ar, ar - 1).",
            )


def _holds(operator: str, left: Thing, right: Thing) -> bool:
    if operator in ("in", "notin"):
        if not isinstance(right, Items):
            raise Fault("fel-slags-varde", "Efter in ska det stå en lista.", "'Berg' in okade(…)", "Skriv en lista efter in.")
        return any(_same(left, member) for member in right.members) == (operator == "in")
    return COMPARISONS[operator](*compared(left, right))
