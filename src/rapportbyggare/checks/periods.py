"""Period labels: months and years that are not the series', promises to measure in a year that has come, extraction dates.

The indicator's own period ("juli {ar}") is the authority; a month that differs from the others in a table's head is odd even
without one. Silent about months that no figure of ours stands by ("I mars 2025 presenterade …") and about bound words.
"""

import re
from collections import Counter
from collections.abc import Iterator

from rapportbyggare.checks import claims_messages as messages
from rapportbyggare.checks.changes_near import is_change
from rapportbyggare.checks.facts_near import observation
from rapportbyggare.checks.figures_messages import known
from rapportbyggare.checks.judgement import Judgement, Outcome
from rapportbyggare.checks.lexicon import sure
from rapportbyggare.checks.months import LABEL, PUBLISHED, dates_figure, months
from rapportbyggare.checks.patterns import at_words, lazy
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.checks.subject import PieceKind
from rapportbyggare.checks.table_figures import Frame, around, expected_of, frames, with_unit
from rapportbyggare.core.figure import Observation, Unit
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.dates import ANY_MONTH, write_date, write_extract
from rapportbyggare.typography.periods import write_period
from rapportbyggare.typography.words import join_words

PATTERN = lazy(rf"(?P<month>{ANY_MONTH}) \{{ar\}}", re.IGNORECASE)
LONG = lazy(rf"\b\d{{1,2}}\s(?:{ANY_MONTH})\s(?:19|20)\d\d\s?[–-]\s?\d{{1,2}}\s(?:{ANY_MONTH})\s(?:19|20)\d\d\b", re.IGNORECASE)
FROM_TO = lazy(
    rf"{at_words('från')}från (?P<first>(?:[a-zåäö]+ )?)(?P<old>20\d\d) till (?P<second>(?:[a-zåäö]+ )?)(?P<new>20\d\d)\b",
    re.IGNORECASE,
)
MONTH_ALONE = lazy(
    rf"\bi\s+(?P<month>{ANY_MONTH})\b(?!\s+(?:19|20)\d\d|\s*(?:[–-]|och\b|till\b|varje\b|respektive\b))", re.IGNORECASE
)
CLAUSE = lazy(r"[.;:()]|,(?!\d)|\s(?:och|men|medan|samt|att|när|då|sedan|som)\s")
AGAINST = lazy(rf"{at_words('jämfört')}jämfört med (?:i )?(?:[a-zåäö]+ )?(?P<year>20\d\d)\b", re.IGNORECASE)
YEAR = lazy(r"\b20\d\d\b")
DATED = lazy(r"\d{4}")
LATER = lazy(r"\b[Mm]äts\s+(?:först\s+)?(?P<year>20\d\d)\b")
EXTRACTED = (
    r"uttag(?:et|en|na|s)?|justera(?:des|ts|d|de) senast|senast justera\w*|senaste justering(?:en)?|uttagna?|"
    r"respektive år [(]det senaste"
)
EXTRACT = lazy(
    rf"{at_words(EXTRACTED)}(?:{EXTRACTED})\s*(?:den\s+|i\s+|per\s+|från\s+)?"
    rf"(?P<date>\d{{4}}-\d\d-\d\d|\b20\d{{6}}\b|\d{{1,2}}\s(?:{ANY_MONTH})\s20\d\d|(?:{ANY_MONTH})\s20\d\d)",
    re.IGNORECASE,
)


def periods(reading: Reading, judged: tuple[Judgement, ...]) -> Iterator[Problem]:
    """All that is wrong with periods."""
    framed = frames(reading)
    spans = _spans(reading)
    for block, frame in framed.items():
        yield from _odd_heads(reading, frame)
        yield from _copied_head(frame)
        yield from _other_span(frame, spans.get(block, set()))
    patterns = {one.period for one in reading.subject.dataset.catalogue.indicators.values() if "–" in one.period}
    told: set[tuple[int, int]] = set()
    for one in judged:
        if one.outcome is Outcome.KNOWN and one.fact is not None:
            for at, problem in _beside_figure(reading, one, one.fact):
                told.add(at)
                yield problem
            yield from _month_alone(reading, one, one.fact)
    yield from months(reading, told)
    for sentence in reading.sentences:
        if not DATED.search(sentence.text):
            continue
        yield from _past(reading, sentence, framed)
        yield from _extracts(reading, sentence)
        yield from _with_itself(sentence)
        yield from _with_latest(reading, sentence)
        yield from _torn(patterns, sentence)
        if sentence.line.part == "cell":
            yield from _in_cell(reading, sentence, framed.get(sentence.line.block, Frame(None, {}, {})))


def _bound(sentence: Sentence, start: int, end: int) -> bool:
    return any(one.kind is not PieceKind.TYPED for one in sentence.line.between(start, end))


def _spans(reading: Reading) -> dict[str, set[str]]:
    """The years of each table's columns and each chart's series or categories."""
    found: dict[str, set[str]] = {}
    for line in reading.subject.lines:
        if line.part in ("kolumnrubrik", "serie", "kategori") and (years := YEAR.findall(line.text)):
            found.setdefault(line.block, set()).update(years)
    return found


def _other_span(frame: Frame, years: set[str]) -> Iterator[Problem]:
    """A heading's span of years that is not the columns'."""
    caption = frame.caption
    if caption is not None and len(caption.years) == len(years) == 1 and caption.years[0].value not in years:
        spot = caption.years[0]
        if not _bound(caption, spot.start, spot.end):
            yield messages.odd_period(caption.line.at(spot.start, spot.end), spot.value, min(years))
    if caption is None or len(caption.years) != 2 or len(years) < 2:
        return
    first, last = caption.years
    between = caption.line.text[first.end : last.start].strip()
    if (
        between in ("–", "-")
        and (first.value, last.value) != (min(years), max(years))
        and not _bound(caption, first.start, last.end)
    ):
        quote = caption.line.text[first.start : last.end]
        yield messages.odd_period(caption.line.at(first.start, last.end), quote, f"{min(years)}–{max(years)}")


def _odd_heads(reading: Reading, frame: Frame) -> Iterator[Problem]:
    """Columns whose month is not the one of most columns."""
    labels = [(one, found) for one in frame.heads.values() if (found := LABEL.search(one.text))]
    counts = Counter(found["month"].lower() for _, found in labels)
    if len(counts) < 2 or len(labels) < 3:
        return
    usual, times = counts.most_common(1)[0]
    for sentence, found in labels:
        month = found["month"]
        start, end = sentence.start + found.start("month"), sentence.start + found.end("month")
        if month.lower() != usual and times > len(labels) // 2 and not _bound(sentence, start, end):
            yield messages.odd_period(sentence.line.at(start, end), found[0], f"{usual} {found['year']}")


def _copied_head(frame: Frame) -> Iterator[Problem]:
    """A column with its neighbour's year, where all the other columns follow year by year."""
    heads = [(one, one.years[0]) for _, one in sorted(frame.heads.items()) if len(one.years) == 1]
    years = [int(spot.value) for _, spot in heads]
    for at, (sentence, spot) in enumerate(heads if len(heads) > 2 else ()):
        others = {year - place for place, year in enumerate(years) if place != at}
        copied = years[at] in (years[at - 1] if at else 0, *years[at + 1 : at + 2])
        if len(others) == 1 and copied and not _bound(sentence, spot.start, spot.end):
            expected = others.pop() + at
            yield messages.odd_period(sentence.line.at(spot.start, spot.end), spot.value, str(expected))


def _beside_figure(reading: Reading, one: Judgement, fact: Observation) -> Iterator[tuple[tuple[int, int], Problem]]:
    """A month before the year of a recognised figure that is not the indicator's month, with its line and offset."""
    pattern = PATTERN.fullmatch(reading.subject.dataset.catalogue.indicators[fact.key.indicator].period)
    if pattern is None or (fact.period and fact.period != write_period(pattern[0], fact.key.year)):
        return
    sentence = one.sentence
    for found in LABEL.finditer(sentence.line.text, sentence.start, sentence.end):
        if not dates_figure(sentence, found, True):
            continue
        mine = found["year"] == str(fact.key.year) or is_change(sentence, one.number)
        other = found["month"].lower() != pattern["month"].lower() and mine
        if other and not _bound(sentence, found.start("month"), found.end("month")):
            expected = f"{write_period(pattern[0], int(found['year']))} ({known(reading.subject.dataset, fact)})"
            at = id(sentence.line), found.start("month")
            yield at, messages.odd_period(sentence.line.at(*found.span()), found[0], expected)


def _month_alone(reading: Reading, one: Judgement, fact: Observation) -> Iterator[Problem]:
    """A month without a year in the clause of a recognised figure, when it is not the indicator's: "70 företag deltog i mars"."""
    pattern = PATTERN.fullmatch(reading.subject.dataset.catalogue.indicators[fact.key.indicator].period)
    text, sentence = one.sentence.line.text, one.sentence
    if (
        pattern is None
        or fact.period not in ("", write_period(pattern[0], fact.key.year))
        or is_change(sentence, one.number)
        or fact.amount != one.number.amount
    ):
        return
    for found in MONTH_ALONE.finditer(text, sentence.start, sentence.end):
        first, last = sorted((found.span(), (one.number.start, one.number.end)))
        apart = CLAUSE.search(text, first[1], last[0]) or PUBLISHED.search(sentence.text)
        if not apart and found["month"].lower() != pattern["month"].lower() and not _bound(sentence, *found.span()):
            expected = f"{pattern['month']} ({known(reading.subject.dataset, fact)})"
            yield messages.odd_period(sentence.line.at(*found.span("month")), found["month"], expected)


def _in_cell(reading: Reading, sentence: Sentence, frame: Frame) -> Iterator[Problem]:
    """A long period in a cell that is not the one of the cell's year."""
    for found in LONG.finditer(sentence.line.text):
        numbers = [one for one in sentence.measuring if one.end <= found.start()]
        if not numbers or _bound(sentence, *found.span()):
            continue
        expected = expected_of(reading, sentence, with_unit(sentence, numbers[-1], frame), frame)
        heads = [one.years for one in around(sentence, frame) if one.years]
        if expected is None or not heads or "–" not in expected.meaning.indicator.period:
            continue
        right = write_period(expected.meaning.indicator.period, int(expected.year))
        if _squeezed(found[0]) != _squeezed(right):
            yield messages.odd_period(sentence.line.at(*found.span()), found[0], right)


def _torn(patterns: set[str], sentence: Sentence) -> Iterator[Problem]:
    """A long period with an indicator's days and months, but with years that do not follow on each other as its do."""
    for found in LONG.finditer(sentence.line.text, sentence.start, sentence.end) if sentence.line.part != "cell" else ():
        years = YEAR.findall(found[0])
        for right in (write_period(pattern, int(years[0])) for pattern in patterns):
            alike = _squeezed(YEAR.sub("", found[0])) == _squeezed(YEAR.sub("", right))
            if alike and _squeezed(right) != _squeezed(found[0]) and not _bound(sentence, *found.span()):
                yield messages.odd_period(sentence.line.at(*found.span()), found[0], right)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text.replace("-", "–")).lower()


def _past(reading: Reading, sentence: Sentence, framed: dict[str, Frame]) -> Iterator[Problem]:
    """ "Mäts 2025" in the report of 2025."""
    for found in LATER.finditer(sentence.line.text, sentence.start, sentence.end):
        fact = _promised(reading, sentence, framed)
        if _bound(sentence, *found.span()):
            continue
        place = sentence.line.at(*found.span())
        if fact is not None and fact.amount is not None:
            yield messages.past_measurement(place, found[0], known(reading.subject.dataset, fact))
        elif fact is not None and fact.measured and str(fact.measured) != found["year"]:
            yield messages.odd_period(place, found[0], f"Mäts {fact.measured}")
        elif int(found["year"]) <= reading.subject.year and not _bound(sentence, *found.span()):
            yield messages.past_measurement(sentence.line.at(*found.span()), found[0], "")


def _with_itself(sentence: Sentence) -> Iterator[Problem]:
    """ "Från juli 2024 till juli 2024": a change between a time and itself, or backwards."""
    for found in FROM_TO.finditer(sentence.line.text, sentence.start, sentence.end):
        backwards = found["old"] >= found["new"] and found["first"].lower() == found["second"].lower()
        if backwards and not _bound(sentence, *found.span()):
            yield messages.with_itself(sentence.line.at(*found.span()), found[0])


def _with_latest(reading: Reading, sentence: Sentence) -> Iterator[Problem]:
    """ "… i juli 2025. Jämfört med juli 2025 …" in the report of 2025: nothing later is there to compare."""
    found = AGAINST.search(sentence.text)
    spoken = next(({one.value for one in each.years} for each in reversed(sentence.before) if each.years), set())
    if found is None or spoken != {found["year"]} or {one.value for one in sentence.years} != spoken:
        return
    start, end = sentence.start + found.start("year"), sentence.start + found.end("year")
    if int(found["year"]) >= reading.subject.year and not _bound(sentence, start, end):
        yield messages.with_itself(sentence.line.at(start, end), found[0])


def _promised(reading: Reading, sentence: Sentence, framed: dict[str, Frame]) -> Observation | None:
    """The fact that a cell without a number is about."""
    frame = framed.get(sentence.line.block)
    row = frame.rows.get(sentence.line.row) if frame else None
    head = frame.heads.get(sentence.line.column) if frame else None
    best = sure(reading.lexicon.scored(row.stems, tuple(Unit))) if row is not None and sentence.line.part == "cell" else None
    if best is None or head is None or len(head.years) != 1:
        return None
    return observation(reading.subject.dataset, best.meaning, head.years[0].value, reading.subject.dataset.catalogue.county)


def _extracts(reading: Reading, sentence: Sentence) -> Iterator[Problem]:
    """A date of extraction that no fact has."""
    for found in EXTRACT.finditer(sentence.line.text, sentence.start, sentence.end):
        written = _said(found["date"])
        there = reading.extracts
        months = {write_extract(one[:7]).replace("\u00a0", " ") for one in there}
        days = {one for one in there if len(one) > 7}
        allowed = days | {write_date(one).replace("\u00a0", " ") for one in days} | months
        if written not in allowed and not _bound(sentence, *found.span("date")):
            shown = join_words([write_extract(one) for one in sorted(there)])
            yield messages.other_extract(sentence.line.at(*found.span("date")), found["date"], shown)


def _said(date: str) -> str:
    digits = re.fullmatch(r"(20\d\d)(\d\d)(\d\d)", date)
    return "-".join(digits.groups()) if digits else re.sub(r"\s", " ", date).lower()
