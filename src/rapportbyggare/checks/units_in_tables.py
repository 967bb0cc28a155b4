"""A cell that has lost the unit that its neighbours have.

Silent when the row's or the column's heading gives the unit, when the neighbours differ, and about bound cells.
"""

from collections.abc import Iterator

from rapportbyggare.checks import claims_messages as messages
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.numerals import Numeral, NumeralKind

FEWEST = 3
Row = list[tuple[Sentence, Numeral]]


def units_in_tables(reading: Reading) -> Iterator[Problem]:
    """The cells without a unit in rows or columns where all others have one and the same."""
    rows: dict[tuple[str, str], Row] = {}
    columns: dict[tuple[str, int], Row] = {}
    for sentence in reading.sentences:
        numbers = sentence.measuring if sentence.line.part == "cell" else ()
        rows.setdefault((sentence.line.block, sentence.line.row), []).extend((sentence, one) for one in numbers)
        if len(numbers) == 1:
            columns.setdefault((sentence.line.block, sentence.line.column), []).append((sentence, numbers[0]))
    found = {id(one[0].line): one for group in (*rows.values(), *columns.values()) if (one := _bare(group)) is not None}
    for sentence, number, unit in found.values():
        if sentence.typed(number.start, number.digits_end):
            yield messages.unit_lost(sentence.line.at(number.start, number.end), number.text, unit)


def _bare(group: Row) -> tuple[Sentence, Numeral, str] | None:
    """The only number of a row or column without a unit, and the unit of the others."""
    bare = [one for one in group if one[1].kind is NumeralKind.PLAIN]
    others = {_unit(number) for _, number in group if number.kind is not NumeralKind.PLAIN}
    if len(group) < FEWEST or len(bare) != 1 or len(others) != 1:
        return None
    return *bare[0], others.pop()


def _unit(number: Numeral) -> str:
    return number.text[number.digits_end - number.start :].strip()
