"""The straight way to a table's commonest cell: one expression that is one indicator's call, with a definitive fact.

What is the same in all rows is worked out once for a column, whose figures are looked up and written together. A cell is
what the long way gives (evaluate, print, mark), or not there: then the long way is taken, which alone knows of faults,
notes, missing facts and what decided editions printed. A fact alone lies on one side of every break in its series, so a
break is nothing to a cell.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import chain, repeat
from typing import NamedTuple

from rapportbyggare.binding.evaluate import read, valued
from rapportbyggare.binding.functions import bind_arguments, word_of, year_of
from rapportbyggare.binding.scope import Names, Scope, folded
from rapportbyggare.binding.texts import Context, TextBinder
from rapportbyggare.binding.things import Fault, Thing, Words
from rapportbyggare.binding.tree import Call, Name, Node
from rapportbyggare.binding.work import MOST_STEPS, Work
from rapportbyggare.core.by_column import each, records, values
from rapportbyggare.core.dataset import Dataset, Indicator
from rapportbyggare.core.figure import FactKey, Figure, Format, Observation, Status
from rapportbyggare.core.text import DraftText, Expression, Value
from rapportbyggare.typography.numbers import amount_writer
from rapportbyggare.typography.periods import write_period

ROW = "rad"
HERE = Words("")
"""Stands for the row's own area while a column is worked out."""
Cells = Mapping[int, tuple[str, tuple[Figure]]]
"""What is printed in each row, and its figure, by the row's number among those of its rule."""


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


def straight_cells(way: Straight, scope: Scope, members: Sequence[Thing]) -> Cells:
    """The cells of a column in the rows of `members`."""
    areas = [way.area or (member.text if isinstance(member, Words) else "") for member in members]
    keys = records(FactKey, repeat(way.indicator), repeat(way.measure), repeat(way.year), areas)
    found = _sound(map(scope.dataset.observations.get, keys), scope.dataset)
    amounts = [one.amount for one in found.values() if one.amount is not None]
    figures = _figures(way, list(found.values()), amounts)
    return dict(zip(found, zip(each(amounts, way.write), zip(figures, strict=True), strict=True), strict=True))


def _sound(facts: Iterable[Observation | None], dataset: Dataset) -> dict[int, Observation]:
    """The definitive facts, by their number among all, of areas that there are, if no decided edition printed them."""
    areas, printed, definitive = dataset.catalogue.areas, dataset.printed, Status.DEFINITIVE
    found = {row: one for row, one in enumerate(facts) if one is not None and one.status is definitive and one.key.area in areas}
    return {row: one for row, one in found.items() if one.key not in printed} if printed else found


def _figures(way: Straight, facts: Sequence[Observation], amounts: Sequence[Decimal]) -> list[Figure]:
    """Facts as the figures of a column."""
    keys = [one.key for one in facts]
    figures = records(
        Figure,
        amounts,
        repeat(way.form),
        repeat(Status.DEFINITIVE),
        keys,
        zip(keys, strict=True),
        [one.period or way.period for one in facts],
        [one.base for one in facts],
        [one.measured for one in facts],
        [(one.origin,) for one in facts],
        repeat(None),
        repeat(()),
    )
    return list(figures)


def straight_value(way: Straight, cells: Cells, row: int, work: Work, seed: str, texts: TextBinder) -> Value | None:
    """The value of a column's cell in a row; None when the long way must be taken, if only to tell of too much work."""
    if (found := cells.get(row)) is None or work.steps + way.steps > MOST_STEPS:
        return None
    work.steps += way.steps
    text, facts = found
    return Value(text, facts[0], facts, way.expression, texts.ident(way.expression, seed))


def straight_headings(content: DraftText, members: Sequence[Thing], context: Context, texts: TextBinder) -> list[Value]:
    """The rows' headings where they are the members' own names, which bear nothing; none where there is more to any."""
    one = content[0] if len(content) == 1 else None
    if not isinstance(one, Expression) or folded(one.source.strip()) != ROW:
        return []
    words = [member.text for member in members if isinstance(member, Words) and member.text and member == Words(member.text)]
    if len(words) < len(members):
        return []
    texts.spend(len(words), one.place, context)
    return [Value(word, None, (), one, texts.ident(one, context.seed)) for word in words]


def straight_rows(columns: Sequence[Cells], expression: Expression, seeds: Sequence[str], texts: TextBinder) -> list[Value]:
    """The values of columns that have a cell in every row, row by row, a row for each of `seeds`; their work has been counted."""
    found = list(chain.from_iterable(zip(*[cells.values() for cells in columns], strict=True)))
    idents = [texts.ident(expression, f"{seed}|{n}") for seed in seeds for n in range(len(columns))]
    facts = [figures for _, figures in found]
    figures = chain.from_iterable(facts)
    return values(Value, len(found), [text for text, _ in found], figures, facts, repeat(expression), idents, repeat(""))
