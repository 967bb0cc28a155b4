"""The straight way to a table's commonest cell: one expression that is one indicator's call, with a definitive fact.

What is the same in all rows is worked out once for a column; a cell is then a look-up. It is what the long way gives
(evaluate, print, mark), or nothing: then the long way is taken, which alone knows of faults, notes, missing facts and
what decided editions printed. A fact alone lies on one side of every break in its series, so a break is nothing to a cell.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from rapportbyggare.binding.evaluate import read, valued
from rapportbyggare.binding.functions import bind_arguments, word_of, year_of
from rapportbyggare.binding.scope import Names, Scope, folded
from rapportbyggare.binding.texts import TextBinder
from rapportbyggare.binding.things import Fault, Thing, Words
from rapportbyggare.binding.tree import Call, Name, Node
from rapportbyggare.binding.work import MOST_STEPS
from rapportbyggare.core.dataset import Indicator
from rapportbyggare.core.figure import FactKey, Figure, Format, Status
from rapportbyggare.core.text import Expression, Value
from rapportbyggare.typography.numbers import amount_writer
from rapportbyggare.typography.periods import write_period

ROW = "rad"
HERE = Words("")
"""Stands for the row's own area while a column is worked out."""


class Straight(NamedTuple):
    """What the cells of a column have in common; `area` is "" where it is the row's, `steps` the work of one.

    `write` gives an amount as it is printed.
    """

    expression: Expression
    indicator: str
    measure: str
    form: Format
    year: int
    period: str
    area: str
    steps: int
    write: Callable[[Decimal], str]


def straight(expression: Expression, scope: Scope, names: Names) -> Straight | None:
    """The straight way to a column's cells, where each row's `rad` and `names` can be seen; None when there is none."""
    before = scope.work.steps
    try:
        return _straight(expression, scope, {name: thing for name, thing in names.items() if name != ROW})
    except (Fault, ArithmeticError):
        return None
    finally:
        scope.work.steps = before


def _straight(expression: Expression, scope: Scope, names: Names) -> Straight | None:
    tree, parts = read(expression.source).tree, read(expression.source).parts
    indicator = _called(tree, scope, names)
    if indicator is None or not isinstance(tree, Call):
        return None
    before = scope.work.steps
    given = tuple([_argument(node, scope, names) for node in tree.arguments])
    options = {folded(name): _argument(node, scope, names) for name, node in tree.options}
    year, area, measure = bind_arguments(indicator.name, given, options, ("ar", "plats", "matt"), 0)
    if year is HERE or measure is HERE:
        return None
    number = (0 if indicator.timeless else scope.year.number) if year is None else year_of(year)
    chosen = scope.measures.get((indicator.name, folded("" if measure is None else word_of(measure, "matt"))))
    where = scope.county if area is None else word_of(area, "plats")
    if chosen is None or (where not in scope.dataset.catalogue.areas and area is not HERE):
        return None
    period, steps = write_period(indicator.period, number), parts + 1 + scope.work.steps - before
    write = amount_writer(chosen[1], scope.thousands)
    return Straight(expression, indicator.name, *chosen, number, period, where, steps, write)


def _called(tree: Node, scope: Scope, names: Names) -> Indicator | None:
    """The indicator that a tree is a call of."""
    if not isinstance(tree, Call) or folded(tree.name) in (*names, ROW):
        return None
    target = scope.names.get(folded(tree.name))
    return target if isinstance(target, Indicator) else None


def _argument(node: Node, scope: Scope, names: Names) -> Thing:
    """An argument that is the same in all rows, or the row's own area; a fault when anything else of the row is needed."""
    return HERE if isinstance(node, Name) and folded(node.name) == ROW else valued(node)(scope, names)


def straight_value(way: Straight, scope: Scope, member: Thing, seed: str, texts: TextBinder) -> Value | None:
    """The value of a column's cell in the row of `member`; None when the long way must be taken."""
    expression, indicator, measure, form, year, period, area, steps, write = way
    area = area or (member.text if isinstance(member, Words) else "")
    key, work, dataset = FactKey(indicator, measure, year, area), scope.work, scope.dataset
    found = dataset.observations.get(key)
    if found is None or (amount := found.amount) is None or found.status is not Status.DEFINITIVE:
        return None
    if area not in dataset.catalogue.areas or work.steps + steps > MOST_STEPS or (dataset.printed and key in dataset.printed):
        return None
    work.steps += steps
    origins = (found.origin,)
    figure = Figure(amount, form, found.status, key, (key,), found.period or period, found.base, found.measured, origins)
    return Value(write(amount), figure, (figure,), expression, texts.ident(expression, seed))
