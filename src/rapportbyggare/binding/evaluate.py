"""Evaluates expressions: a tree is read once into functions of a scope, which a table's thousand cells then share.

The readers are the whitelist: a part that none of them is for is refused, and nothing of its expression is evaluated.
"""

from collections.abc import Callable
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from jinja2 import nodes

from rapportbyggare.binding.arithmetic import figure_of
from rapportbyggare.binding.behind import facts_of, weight_of
from rapportbyggare.binding.breaks_calls import check_sign, watched
from rapportbyggare.binding.comparability import doubted
from rapportbyggare.binding.conditions import choice, comparison, joint, opposite
from rapportbyggare.binding.filters import CLAIM, FILTERS
from rapportbyggare.binding.functions import FUNCTIONS, fact
from rapportbyggare.binding.operators import operate
from rapportbyggare.binding.places import PLACES
from rapportbyggare.binding.reader import Reader, Readers, Value
from rapportbyggare.binding.revised import as_printed
from rapportbyggare.binding.scope import NO_NAMES, Names, Scope, folded, unknown
from rapportbyggare.binding.syntax import check_call, check_constant, parse
from rapportbyggare.binding.things import Fault, Items, Record, Thing, Words, Year, kind_of
from rapportbyggare.core.dataset import Indicator
from rapportbyggare.core.figure import Figure

ALL_FUNCTIONS = watched({**FUNCTIONS, **PLACES, "tryckt": as_printed})
# A whole number written out in this span is a year: never written with a thousands mark.
YEARS = range(1900, 2200)
MINUS_ONE = Decimal(-1)


class Reading(NamedTuple):
    """An expression that has been read: its value as a function of what it can see, and how many parts it has."""

    value: Value
    parts: int


def evaluate(source: str, scope: Scope, names: Names = NO_NAMES) -> Thing:
    """The value of an expression where the place itself has `names`; raises Fault with the author's message."""
    reading = read(source)
    scope.work.take(reading.parts)
    try:
        return reading.value(scope, names)
    except ArithmeticError:
        raise Fault("for-stort-tal", "Uttryckets tal blir större än vad som kan räknas.", "", "Rätta uttrycket.") from None


@cache
def read(source: str) -> Reading:
    """An expression, read but in no scope; raises Fault with the author's message."""
    reader = Reader(READERS)
    return Reading(reader.value(parse(source)), reader.parts)


def _constant(node: nodes.Const, reader: Reader) -> Value:
    thing = _thing(node.value)
    return lambda scope, names: thing


@lru_cache(maxsize=4096, typed=True)
def _thing(value: object) -> Thing:
    check_constant(value)
    match value:
        case bool():
            return value
        case int() if value in YEARS:
            return Year(value)
        case int() | float():
            return Decimal(repr(value))
        case _:
            return Words(str(value))


def _name(node: nodes.Name, reader: Reader) -> Value:
    written, name = node.name, folded(node.name)

    def named(scope: Scope, names: Names) -> Thing:
        thing = names.get(name)
        if thing is None:
            thing = scope.names.get(name)
        if thing is None:
            raise _unknown_name(written, scope, names)
        return thing

    return named


def _unknown_name(name: str, scope: Scope, names: Names) -> Fault:
    if folded(name) in ALL_FUNCTIONS:
        return Fault(
            "parentes-saknas",
            f"{name} är en funktion och behöver parentes.",
            f"{name}(…)",
            "Skriv funktionens värden inom parentes.",
        )
    if any(name in (area, folded(area)) for area in scope.dataset.catalogue.areas):
        return Fault("citattecken-saknas", f"{name} är en plats och måste stå inom citattecken.", f"'{name}'", f"Skriv '{name}'.")
    return unknown("namn", "Det finns inget namn", name, [*names, *scope.names, *ALL_FUNCTIONS])


def _call(node: nodes.Call, reader: Reader) -> Value:
    check_call(node)
    assert isinstance(node.node, nodes.Name)
    written = node.node.name
    name, function = folded(written), ALL_FUNCTIONS.get(folded(written))
    arguments, options = reader.values(node.args), reader.options(node.kwargs)

    def called(scope: Scope, names: Names) -> Thing:
        given = tuple([argument(scope, names) for argument in arguments])
        chosen = {option: value(scope, names) for option, value in options.items()} if options else NO_NAMES
        target = names[name] if name in names else scope.names.get(name)
        if isinstance(target, Indicator):
            return fact(scope, target, given, chosen)
        if function is None:
            raise _not_callable(written, target, scope)
        scope.work.take(weight_of((*given, *chosen.values())))
        return function(scope, given, chosen)

    return called


def _not_callable(name: str, target: Thing | None, scope: Scope) -> Fault:
    if target is None:
        names = [n for n, thing in scope.names.items() if isinstance(thing, Indicator)]
        return unknown("indikator", "Det finns ingen indikator eller funktion", name, [*names, *ALL_FUNCTIONS])
    return Fault("inte-funktion", f"{name} är {kind_of(target)} och tar ingen parentes.", name, "Ta bort parentesen.")


def _filter(node: nodes.Filter, reader: Reader) -> Value:
    check_call(node)
    written, function = node.name, FILTERS.get(folded(node.name))
    assert node.node is not None
    arguments = [reader.value(node.node), *(reader.test(a) if function is FILTERS[CLAIM] else reader.value(a) for a in node.args)]
    options = reader.options(node.kwargs)

    def filtered(scope: Scope, names: Names) -> Thing:
        if function is None:
            raise unknown("filter", "Det finns inget filter", written, list(FILTERS))
        given = tuple([argument(scope, names) for argument in arguments])
        scope.work.take(weight_of(given))
        chosen = {option: value(scope, names) for option, value in options.items()}
        return function(scope, given, chosen)

    return filtered


def _field(node: nodes.Getattr, reader: Reader) -> Value:
    owner, written = reader.value(node.node), node.attr

    def field(scope: Scope, names: Names) -> Thing:
        thing = owner(scope, names)
        if not isinstance(thing, Record):
            raise Fault(
                "inget-falt",
                f"{kind_of(thing).capitalize()} har inget som heter ”{written}”.",
                "rapport.titel",
                "Ta bort punkten och namnet.",
            )
        fields = dict(thing.fields)
        if folded(written) not in fields:
            raise unknown("falt", "Rapporten har inget som heter", written, list(fields))
        return fields[folded(written)]

    return field


def _list(node: nodes.List, reader: Reader) -> Value:
    values = reader.values(node.items)

    def listed(scope: Scope, names: Names) -> Thing:
        members = tuple([value(scope, names) for value in values])
        scope.work.take(weight_of(members))
        return Items(members, tuple(fact for member in members for fact in facts_of(member)))

    return listed


def _operation(sign: str) -> Callable[[nodes.BinExpr, Reader], Value]:
    def operation(node: nodes.BinExpr, reader: Reader) -> Value:
        left, right = reader.value(node.left), reader.value(node.right)

        def operated(scope: Scope, names: Names) -> Thing:
            one, other = left(scope, names), right(scope, names)
            scope.work.take(weight_of((one, other)))
            if scope.breaks:
                check_sign(scope, sign, one, other)
            return _difference(one, other, scope) if sign == "-" else operate(sign, one, other)

        return operated

    return operation


def _difference(left: Thing, right: Thing, scope: Scope) -> Thing:
    """The difference of two things; that of two figures can be an uncertain comparison."""
    found = operate("-", left, right)
    if isinstance(found, Figure):
        found = doubted(found, figure_of(left, "Räkning"), figure_of(right, "Räkning"), scope)
    return found


def _negative(node: nodes.Neg, reader: Reader) -> Value:
    value = reader.value(node.node)
    return lambda scope, names: operate("*", MINUS_ONE, value(scope, names))


READERS: Readers = {
    nodes.Name: _name,
    nodes.Const: _constant,
    nodes.Getattr: _field,
    nodes.Call: _call,
    nodes.Filter: _filter,
    nodes.Compare: comparison,
    nodes.And: joint(False),
    nodes.Or: joint(True),
    nodes.Not: opposite,
    nodes.CondExpr: choice,
    nodes.Add: _operation("+"),
    nodes.Sub: _operation("-"),
    nodes.Mul: _operation("*"),
    nodes.Div: _operation("/"),
    nodes.Neg: _negative,
    nodes.List: _list,
}
