"""Months before a year that are not the indicator's: in words about a measure without a figure, and over tables and charts.

The authority is the period of the facts themselves, else the indicator's own ("juli {ar}"); the heading of a table is also
held against its columns, and a chart's against its series. Silent about months that date an event ("träffades i juni 2025",
"presenterades i mars"), about measures without a month of their own, about words that name no measure, and about bound words.
"""

import re
from collections.abc import Iterator

from rapportbyggare.checks import claims_messages as messages
from rapportbyggare.checks.facts_near import points_back
from rapportbyggare.checks.lexicon import COVERED, Meaning, sure
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.checks.spoken_of import EXISTS, SUBSET
from rapportbyggare.checks.subject import PieceKind
from rapportbyggare.core.figure import Unit
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.dates import ANY_MONTH, MONTHS
from rapportbyggare.typography.periods import write_period

LABEL = lazy(rf"(?<!\d[ \u00a0])\b(?P<month>{ANY_MONTH})\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
NAMED = lazy(rf"\b(?:{ANY_MONTH})\b", re.IGNORECASE)
PUBLISHED = lazy(r"\b(?:presenter|publicer|beslut|lämna|antog|redovisa|skicka|besök|kom ut|uttag)\w*", re.IGNORECASE)
HELD_AGAINST = lazy(
    r"\b(?:från|mellan|sedan|jämfört med|än|mot)\s+(?:i\s+|den\s+i\s+)?$|"
    rf"\b(?:från|mellan)\s+(?:{ANY_MONTH})\s+20\d\d\s+(?:till|och)\s+$",
    re.IGNORECASE,
)
CLAUSE = lazy(r"[.;:()]|,(?!\d)|\s(?:och|men|medan|samt)\s")
CHANGING = lazy(r"\b(?:ök|minsk|förändr|steg|sjönk|utveckl|fler|färre|störst|minst|flest|högst|lägst)\w*", re.IGNORECASE)
COLUMNS = ("kolumnrubrik", "serie", "kategori")


def dates_figure(sentence: Sentence, found: re.Match[str], known: bool) -> bool:
    """Whether a month and a year say when something was measured, not when it happened; `known`: a number there is a fact."""
    text = sentence.line.text
    if PUBLISHED.search(text, found.end(), sentence.end):
        return False
    if HELD_AGAINST.search(text[max(sentence.start, found.start() - 40) : found.start()]):
        return True
    starts = [one.end() for one in CLAUSE.finditer(text, sentence.start, found.start())]
    start, stop = starts[-1] if starts else sentence.start, CLAUSE.search(text, found.end(), sentence.end)
    end = stop.start() if stop else sentence.end
    clause = text[start:end]
    counted = known and any(start <= one.start < end for one in sentence.measuring)
    return counted or bool(EXISTS.search(clause) or CHANGING.search(clause)) or text[end : end + 1] in ("(", ":")


def months(reading: Reading, told: set[tuple[int, int]]) -> Iterator[Problem]:
    """The months that no fact of the measure has; `told` are those (line and offset) that have been spoken of."""
    columns = _columns(reading)
    for sentence in reading.sentences:
        if not sentence.years or sentence.line.part not in ("stycke", "not", "rubrik"):
            continue
        for found in LABEL.finditer(sentence.line.text, sentence.start, sentence.end):
            start, end = found.start("month"), found.end("month")
            if (id(sentence.line), start) in told or any(
                one.kind is not PieceKind.TYPED for one in sentence.line.between(start, end)
            ):
                continue
            right = _right(reading, sentence, found, columns.get(sentence.line.block, set()))
            if right and found["month"].lower() not in right:
                place = sentence.line.at(*found.span())
                yield messages.odd_period(place, found[0], f"{min(right, key=MONTHS.index)} {found['year']}")


def _right(reading: Reading, sentence: Sentence, found: re.Match[str], columns: set[str]) -> set[str]:
    """The months it may be, none when that is not known."""
    over = sentence.line.part == "rubrik" and sentence.line.block
    if over and columns:
        return columns
    headed = not over and _is_label(reading, sentence)
    if (
        not over
        and not headed
        and (sentence.line.part == "rubrik" or SUBSET.search(sentence.text) or not dates_figure(sentence, found, False))
    ):
        return set()
    meaning = _meaning(reading, sentence)
    if meaning is None or NAMED.search(meaning.indicator.period) is None:
        return set()
    right = months_of(reading, meaning, int(found["year"]))
    if found["month"].lower() in right:
        return right
    others = [one.meaning for one in reading.lexicon.scored(sentence.stems, tuple(Unit)) if one.covered >= COVERED]
    return right.union(*(months_of(reading, one, int(found["year"])) for one in others))


def _is_label(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence is an indicator's own name and its period, as a heading over a table that has been left out."""
    words = sentence.text.strip().lower()
    return any(words.startswith(one.label.lower()) for one in reading.subject.dataset.catalogue.indicators.values()) and (
        EXISTS.search(sentence.text) is None
    )


def _columns(reading: Reading) -> dict[str, set[str]]:
    """The months over the columns of each table, and of each chart's series."""
    found: dict[str, set[str]] = {}
    for line in reading.subject.lines:
        if line.part in COLUMNS and (label := LABEL.search(line.text)):
            found.setdefault(line.block, set()).add(label["month"].lower())
    return found


def _meaning(reading: Reading, sentence: Sentence) -> Meaning | None:
    """The measure that a sentence names, or the ones before when it points back; any of an indicator's will do."""
    stems = sentence.stems
    for level, before in enumerate((None, *reversed(sentence.before))):
        if level and not points_back(sentence):
            return None
        stems |= before.stems if before is not None else frozenset()
        scored = reading.lexicon.scored(stems, tuple(Unit))
        periods = {one.meaning.indicator.period for one in scored if scored[0].score - one.score < 0.08}
        best = sure(scored) or (scored[0] if scored and len(periods) == 1 and scored[0].covered > 0.9 else None)
        if best is not None:
            return best.meaning
    return None


def months_of(reading: Reading, meaning: Meaning, year: int) -> set[str]:
    """The months of a measure's facts of a year, of its pattern when there are none."""
    pattern = meaning.indicator.period
    name = (meaning.indicator.name, meaning.measure.name)
    written = {
        one.period or write_period(pattern, year)
        for key, one in reading.subject.dataset.observations.items()
        if key[:2] == name and key.year == year
    }
    return {one.lower() for period in written or {pattern} for one in NAMED.findall(period)}
