"""Typed numbers in tables: the row, the column and the heading say what each is.

A cell contradicts when its row, its column, its table's heading and the words in the cell name one measure, one place and
one year. Silent about cells whose row or column names nothing the catalogue knows, and about bound cells.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapportbyggare.checks import figures_messages as messages
from rapportbyggare.checks.facts_near import COUNTS, UNITS, observation, plain_one, told_apart
from rapportbyggare.checks.judgement import Judgement, Outcome
from rapportbyggare.checks.known_facts import same_elsewhen
from rapportbyggare.checks.lexicon import Meaning, sure
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.printed_amounts import is_printed, times_off
from rapportbyggare.checks.reading import Reading, Sentence, Spot
from rapportbyggare.checks.spots_near import after, before
from rapportbyggare.checks.stems import stems_of
from rapportbyggare.checks.wrong_scales import wrong_scale
from rapportbyggare.core.figure import Observation
from rapportbyggare.typography.numerals import Numeral, NumeralKind

TOTAL = lazy(r"^\s*(?:summa|totalt|total|sammanlagt|samtliga(?: kommuner)?|hela länet|länet(?: totalt)?)\b", re.IGNORECASE)
SCALES = (
    (lazy(r"\b(?:mdkr|miljard\w*)\b", re.IGNORECASE), 9),
    (lazy(r"\b(?:mnkr|mkr|miljon\w*)\b", re.IGNORECASE), 6),
    (lazy(r"\b(?:tkr|tusen(?:tals?)?)\b", re.IGNORECASE), 3),
    (lazy(r"\b(?:kr|kronor)\b", re.IGNORECASE), 0),
)
SHARE = lazy(r"%|\bprocent\b|\bandel", re.IGNORECASE)


class Frame(NamedTuple):
    """What stands round the cells of a table: its heading, and the sentences of its rows and columns, by their words."""

    caption: Sentence | None
    rows: dict[str, Sentence]
    heads: dict[int, Sentence]


class Expected(NamedTuple):
    """What a number in a cell should be: the measure, its place and its year."""

    meaning: Meaning
    area: str
    year: str


def frames(reading: Reading) -> dict[str, Frame]:
    """The frame of each table, by its block; the last sentence of a long heading is the one that heads the table."""
    found: dict[str, Frame] = {}
    for one in reading.sentences:
        line = one.line
        if not line.block:
            continue
        frame = found.setdefault(line.block, Frame(None, {}, {}))
        if line.part == "rubrik":
            found[line.block] = frame._replace(caption=one)
        elif line.part == "radrubrik":
            frame.rows[line.row] = one
        elif line.part == "kolumnrubrik":
            frame.heads[line.column] = one
    return found


def cell_judgements(reading: Reading) -> Iterator[Judgement]:
    """What each typed number in a cell is."""
    framed = frames(reading)
    for sentence in reading.sentences:
        if sentence.line.part == "cell":
            frame = framed.get(sentence.line.block, Frame(None, {}, {}))
            for number in sentence.measuring:
                if sentence.typed(number.start, number.digits_end):
                    yield judge_cell(reading, sentence, number, frame)


def judge_cell(reading: Reading, sentence: Sentence, number: Numeral, frame: Frame) -> Judgement:
    """What a number in a cell is."""
    number = with_unit(sentence, number, frame)
    expected = expected_of(reading, sentence, number, frame)
    if expected is None:
        stems = frozenset[str]().union(*(one.stems for one in around(sentence, frame)))
        return wrong_scale(reading, sentence, number, stems) or Judgement(sentence, number, Outcome.UNKNOWN)
    dataset = reading.subject.dataset
    fact = observation(dataset, expected.meaning, expected.year, expected.area)
    if fact is None or fact.amount is None:
        return _moved(reading, sentence, number, expected)
    if is_printed(number, fact.amount, sentence):
        return Judgement(sentence, number, Outcome.KNOWN, fact=fact)
    place = sentence.line.at(number.start, number.end)
    if times_off(number, fact.amount):
        return Judgement(sentence, number, Outcome.CONTRADICTED, messages.wrong_unit(dataset, place, number.text, fact), fact)
    other = _other(reading, expected, number)
    problem = messages.contradicts(dataset, place, number, fact, other)
    return Judgement(sentence, number, Outcome.CONTRADICTED, problem, fact)


def _moved(reading: Reading, sentence: Sentence, number: Numeral, expected: Expected) -> Judgement:
    """A number in the column of a year that the dataset has nothing for: unknown, unless it is another year's."""
    fact = same_elsewhen(reading, expected.meaning, number, expected.area)
    if fact is None:
        return Judgement(sentence, number, Outcome.UNKNOWN)
    place = sentence.line.at(number.start, number.end)
    problem = messages.no_such_year(reading.subject.dataset, place, number.text, expected.year, fact)
    return Judgement(sentence, number, Outcome.CONTRADICTED, problem, fact)


def with_unit(sentence: Sentence, number: Numeral, frame: Frame) -> Numeral:
    """The number with the unit its row's, column's or table's heading gives, when it has none of its own."""
    if number.kind is not NumeralKind.PLAIN:
        return number
    for one in around(sentence, frame):
        scale = next((power for pattern, power in SCALES if pattern.search(one.text)), None)
        if scale is not None and number.amount is not None:
            step = number.step.scaleb(scale)
            return number._replace(kind=NumeralKind.MONEY, amount=number.amount.scaleb(scale), step=step)
        if SHARE.search(one.text):
            return number._replace(kind=NumeralKind.PERCENT)
        if re.match(r"\s*antal", one.text, re.IGNORECASE):
            return number
    return number


def around(sentence: Sentence, frame: Frame) -> list[Sentence]:
    """The headings round a cell, the nearest first."""
    line = sentence.line
    found = (frame.rows.get(line.row), frame.heads.get(line.column), frame.caption)
    return [one for one in found if one is not None]


def expected_of(reading: Reading, sentence: Sentence, number: Numeral, frame: Frame) -> Expected | None:
    """The measure, place and year of a number in a cell, None when the headings leave a doubt."""
    headings = around(sentence, frame)
    year = _one(sentence.years, *(one.years for one in headings))
    area = _one(*(one.areas for one in headings)) or reading.subject.dataset.catalogue.county
    row = frame.rows.get(sentence.line.row)
    if row is not None and TOTAL.match(row.text):
        area = reading.subject.dataset.catalogue.county
    elif row is not None and not row.areas and _of_places(frame):
        return None  # a place that the catalogue does not know
    meaning = _meaning(reading, sentence, number, headings)
    return Expected(meaning, area, year) if meaning is not None and year else None


def _of_places(frame: Frame) -> bool:
    """Whether the rows of a table are places, most of them."""
    named = sum(any(not spot.weak for spot in one.areas) for one in frame.rows.values())
    return 2 * named >= len(frame.rows)


def _one(*found: Sequence[Spot]) -> str:
    """The only value of the nearest heading that has any."""
    for spots in found:
        values = {one.value for one in spots}
        if values:
            return values.pop() if len(values) == 1 else ""
    return ""


def _meaning(reading: Reading, sentence: Sentence, number: Numeral, headings: list[Sentence]) -> Meaning | None:
    units = UNITS.get(number.kind, COUNTS)
    stems: frozenset[str] = frozenset()
    for one in headings:
        stems |= one.stems
        scored = reading.lexicon.scored(stems, units)
        best = sure(scored)
        if best is None:
            continue
        siblings = [each.meaning for each in scored if each.meaning.indicator.name == best.meaning.indicator.name]
        return best.meaning if len(siblings) < 2 else _told(sentence, number, siblings, stems)
    return None


def _told(sentence: Sentence, number: Numeral, siblings: list[Meaning], stems: frozenset[str]) -> Meaning | None:
    text = sentence.line.text
    begin, end = after(sentence, number)
    start, stop = before(sentence, number)
    lead = text[start:stop].rpartition(")")[2]
    if number.start > 0 and (found := told_apart(siblings, stems_of(lead))):
        return found
    if text[number.end :].lstrip().startswith("(") and (found := told_apart(siblings, stems_of(text[begin:end]))):
        return found
    return (told_apart(siblings, stems) or plain_one(siblings)) if not lead.strip() else None


def _other(reading: Reading, expected: Expected, number: Numeral) -> Observation | None:
    """Another fact of the same measure that the number happens to be."""
    name = (expected.meaning.indicator.name, expected.meaning.measure.name)
    facts = reading.subject.dataset.observations.values()
    return next((one for one in facts if one.amount is not None and one.key[:2] == name and is_printed(number, one.amount)), None)
