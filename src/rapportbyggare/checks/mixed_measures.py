"""One measure on a row: cells of a row over the same kind of columns that are counted in different units.

"5,3 %", "1 374 st", "5,1 %" under three years is a row that has slipped, and so is "1 448 mnkr" beside "1 528 187 tkr". Silent
when the columns' headings say different things, when a cell holds several figures, and about bound cells.
"""

import re
from collections import Counter
from collections.abc import Iterator

from rapportbyggare.checks import claims_messages as messages
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.dates import ANY_MONTH
from rapportbyggare.typography.numerals import Numeral, NumeralKind

PERIOD = lazy(rf"\s*(?:(?:{ANY_MONTH}|år|våren|hösten|räkenskapsåret)\s+)?(?:19|20)\d\d\s*", re.IGNORECASE)
ALIKE = {
    "procent": "%",
    "kronor": "kr",
    "st.": "st",
    "stycken": "st",
    "miljoner kronor": "mnkr",
    "miljoner kr": "mnkr",
    "mkr": "mnkr",
}
Cells = list[tuple[Sentence, Numeral]]


def mixed_measures(reading: Reading) -> Iterator[Problem]:
    """The cells of another unit than the others of their row."""
    rows: dict[tuple[str, str], Cells] = {}
    for sentence in reading.sentences:
        line = sentence.line
        if line.part == "cell" and PERIOD.fullmatch(line.head):
            numbers = sentence.measuring
            if len(numbers) == 1 and numbers[0].kind is not NumeralKind.PLAIN:
                rows.setdefault((line.block, line.row), []).append((sentence, numbers[0]))
    for cells in rows.values():
        units = Counter(unit(number) for _, number in cells)
        usual, times = units.most_common(1)[0]
        for sentence, number in cells if len(units) > 1 else ():
            odd = unit(number) != usual or (times == 1 and sentence is cells[-1][0])
            if odd and sentence.typed(number.start, number.end):
                yield messages.mixed(sentence.line.at(number.start, number.end), number.text, usual)


def unit(number: Numeral) -> str:
    """A number's unit as it is written, in its usual form."""
    written = re.sub(r"\s+", " ", number.text[number.digits_end - number.start :]).strip().lower()
    return ALIKE.get(written, written)
