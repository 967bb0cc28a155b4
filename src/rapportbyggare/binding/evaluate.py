"""Evaluates expressions: a tree is read once into functions of a scope, which a table's thousand cells then share.

The readers are the whitelist: a part that none of them is for is refused, and nothing of its expression is evaluated.
"""

from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from rapportbyggare.binding.arithmetic import figure_of
from rapportbyggare.binding.behind import facts_of, weight_of
from rapportbyggare.binding.breaks_calls import check_sign, watched
from rapportbyggare.binding.comparability import doubted, doubts_between, doubts_of_share
from rapportbyggare.binding.conditions import choice, comparison, joint, opposite
from rapportbyggare.binding.filters import CLAIM, FILTERS
from rapportbyggare.binding.functions import FUNCTIONS, fact
from rapportbyggare.binding.operators import operate
from rapportbyggare.binding.places import PLACES
from rapportbyggare.binding.reader import Reader, Readers, Value
from rapportbyggare.binding.revised import as_printed
from rapportbyggare.binding.scope import NO_NAMES, Names, Scope, folded, unknown
from rapportbyggare.binding.syntax import check_constant, parse
from rapportbyggare.binding.things import Count, Fault, Items, Record, Thing, Words, Year, kind_of
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
from rapportbyggare.core.dataset import Indicator
from rapportbyggare.core.figure import Figure

ALL_FUNCTIONS = watched({**FUNCTIONS, **PLACES, "tryckt": as_printed})
# A whole number written out in this span is a year: never written with a thousands mark.
YEARS = range(1900, 2200)
MINUS_ONE = Decimal(-1)


class Reading(NamedTuple):
    """An expression that has been read: its value as a function of what it can see, its parts' number, and its tree."""

    value: Value
    parts: int
    tree: Node


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
    reader, tree = Reader(READERS), parse(source)
    return Reading(reader.value(tree), reader.parts, tree)


def valued(node: Node) -> Value:
    """A part of an expression that has been read, alone."""
    return Reader(READERS).value(node)


def _constant(node: Constant, reader: Reader) -> Value:
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


def _name(node: Name, reader: Reader) -> Value:
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


def _call(node: Call, reader: Reader) -> Value:
    written = node.name
    name, function = folded(written), ALL_FUNCTIONS.get(folded(written))
    arguments, options = reader.values(node.arguments), reader.options(node.options)

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


def _filter(node: Filter, reader: Reader) -> Value:
    written, function = node.name, FILTERS.get(folded(node.name))
    read = reader.test if function is FILTERS[CLAIM] else reader.value
    arguments = [reader.value(node.value), *map(read, node.arguments)]
    options = reader.options(node.options)

    def filtered(scope: Scope, names: Names) -> Thing:
        if function is None:
            raise unknown("filter", "Det finns inget filter", written, list(FILTERS))
        given = tuple([argument(scope, names) for argument in arguments])
        scope.work.take(weight_of(given))
        chosen = {option: value(scope, names) for option, value in options.items()}
        return function(scope, given, chosen)

    return filtered


def _field(node: Field, reader: Reader) -> Value:
    owner, written = reader.value(node.owner), node.name

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


def _list(node: Listed, reader: Reader) -> Value:
    values = reader.values(node.items)

    def listed(scope: Scope, names: Names) -> Thing:
        members = tuple([value(scope, names) for value in values])
        scope.work.take(weight_of(members))
        return Items(members, tuple(fact for member in members for fact in facts_of(member)))

    return listed


def _operation(node: Binary, reader: Reader) -> Value:
    if node.sign in JOINTS:
        return JOINTS[node.sign](node, reader)
    sign, left, right = node.sign, reader.value(node.left), reader.value(node.right)

    def operated(scope: Scope, names: Names) -> Thing:
        one, other = left(scope, names), right(scope, names)
        scope.work.take(weight_of((one, other)))
        if scope.breaks:
            check_sign(scope, sign, one, other)
        return _comparing(sign, one, other, scope) if sign in COMPARING else operate(sign, one, other)

    return operated


def _comparing(sign: str, left: Thing, right: Thing, scope: Scope) -> Thing:
    """The difference or ratio of two things; that of two figures can be an uncertain comparison."""
    found = operate(sign, left, right)
    if isinstance(found, Figure) and not isinstance(right, Decimal | Year | Count):
        found = doubted(found, COMPARING[sign](figure_of(left, "Räkning"), figure_of(right, "Räkning"), scope))
    return found


def _negative(node: Negative, reader: Reader) -> Value:
    value = reader.value(node.value)
    return lambda scope, names: operate("*", MINUS_ONE, value(scope, names))


COMPARING = {"-": doubts_between, "/": doubts_of_share}
JOINTS = {"and": joint(False), "or": joint(True)}
READERS: Readers = {
    Name: _name,
    Constant: _constant,
    Field: _field,
    Call: _call,
    Filter: _filter,
    Comparison: comparison,
    Opposite: opposite,
    Choice: choice,
    Binary: _operation,
    Negative: _negative,
    Listed: _list,
}
