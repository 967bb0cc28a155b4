"""Totals and shares of tables written by hand against their parts.

A row called Summa or Totalt must be the sum of the rows above it within their rounding; a whole's share must not be the
unweighted mean of the parts' shares when the dataset knows another. Silent about bound columns, about shares that do not add
up to 100, and about columns with a cell that is no number.
"""

from collections.abc import Iterator
from decimal import Decimal

from rapportbyggare.checks import claims_messages as messages
from rapportbyggare.checks.facts_near import observation
from rapportbyggare.checks.figures_messages import known
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.checks.table_figures import TOTAL, Frame, expected_of, frames, with_unit
from rapportbyggare.core.figure import Unit
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.numbers import write_plain
from rapportbyggare.typography.numerals import Numeral, NumeralKind

Cells = list[tuple[Sentence, Numeral]]


def totals(reading: Reading) -> tuple[list[Problem], set[tuple[int, int]]]:
    """The totals that are wrong, and the numbers (line and offset) whose wrong way is hereby named."""
    problems: list[Problem] = []
    named: set[tuple[int, int]] = set()
    framed = frames(reading)
    for (block, _), cells in _columns(reading, framed).items():
        found = list(_of_column(reading, cells, framed[block]))
        problems += [one for one, _ in found]
        named |= {key for _, key in found if key is not None}
    return problems, named


def _columns(reading: Reading, framed: dict[str, Frame]) -> dict[tuple[str, int], Cells]:
    """The cells of each column that holds one number in each of its rows."""
    columns: dict[tuple[str, int], Cells] = {}
    broken: set[tuple[str, int]] = set()
    for sentence in reading.sentences:
        if sentence.line.part != "cell" or sentence.line.block not in framed:
            continue
        key = (sentence.line.block, sentence.line.column)
        numbers = sentence.measuring
        if len(numbers) == 1:
            columns.setdefault(key, []).append((sentence, with_unit(sentence, numbers[0], framed[sentence.line.block])))
        else:
            broken.add(key)
    return {key: cells for key, cells in columns.items() if key not in broken and len(cells) > 2}


def _of_column(reading: Reading, cells: Cells, frame: Frame) -> Iterator[tuple[Problem, tuple[int, int] | None]]:
    *parts, (sentence, number) = cells
    row = frame.rows.get(sentence.line.row)
    typed = any(each.typed(one.start, one.digits_end) for each, one in cells)
    if row is None or not typed or len({one.kind for _, one in cells}) > 1:
        return
    place = sentence.line.at(number.start, number.end)
    if number.kind is NumeralKind.PERCENT:
        if found := _mean(reading, sentence, number, parts, frame):
            yield messages.mean_of_shares(place, number.text, found), (id(sentence.line), number.start)
        return
    whole = sum((one.amount or Decimal(0) for _, one in parts), Decimal(0))
    slack = sum((one.step / 2 for _, one in parts if one.step != 1), number.step / 2 if number.step != 1 else Decimal(0))
    if TOTAL.match(row.text) and number.amount is not None and abs(number.amount - whole) > slack:
        decimals = max(0, -int(number.step.adjusted()))
        expected = write_plain(whole if number.step <= 1 else whole / number.step, decimals)
        yield messages.total(place, f"{sentence.line.where or 'tabellen'}", number.text, expected), None


def _mean(reading: Reading, sentence: Sentence, number: Numeral, parts: Cells, frame: Frame) -> str:
    """What the dataset knows of the whole when the number is the mean of the parts' shares, "" when it is right."""
    areas = {area for each, _ in parts if (area := _area(each, frame))}
    if len(areas) != len(parts) or len(parts) < 3 or number.amount is None:
        return ""
    mean = sum((one.amount or Decimal(0) for _, one in parts), Decimal(0)) / len(parts)
    expected = expected_of(reading, sentence, number, frame)
    if expected is None or expected.meaning.measure.unit is not Unit.PERCENT or abs(mean - number.amount) > number.step:
        return ""
    fact = observation(reading.subject.dataset, expected.meaning, expected.year, expected.area)
    if fact is None or fact.amount is None or abs(fact.amount - number.amount) * 2 <= number.step:
        return ""
    return known(reading.subject.dataset, fact)


def _area(sentence: Sentence, frame: Frame) -> str:
    row = frame.rows.get(sentence.line.row)
    return row.areas[0].value if row is not None and len(row.areas) == 1 else ""
