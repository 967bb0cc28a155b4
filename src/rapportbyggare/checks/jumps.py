"""Figures that have changed more since the year before than the catalogue allows: `storsta_andring`.

A count or an amount is compared in percent of the earlier value, a share in percentage points. Told where the figure is first
printed, bound or typed. Silent about measures without a limit, about preliminary figures (they are reserved elsewhere),
about breaks in the series, and about figures that are printed nowhere.
"""

from collections.abc import Iterable, Iterator

from rapportbyggare.checks import figures_messages as messages
from rapportbyggare.checks.judgement import Judgement, Outcome
from rapportbyggare.checks.reading import Reading
from rapportbyggare.core.dataset import Dataset, Indicator, Measure
from rapportbyggare.core.figure import FactKey, Observation, Status, Unit
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem


def jumps(reading: Reading, judged: Iterable[Judgement]) -> Iterator[Problem]:
    """The printed figures that leap."""
    dataset = reading.subject.dataset
    leaps = {new.key: (new, old, limit) for new, old, limit in _leaps(dataset)}
    for key, place, quote in _printed(reading, judged) if leaps else ():
        if found := leaps.pop(key, None):
            yield messages.leap(dataset, place, quote, *found)


def _leaps(dataset: Dataset) -> Iterator[tuple[Observation, Observation, str]]:
    """The facts that have changed too much, each with the one before and the limit in words."""
    for indicator in dataset.catalogue.indicators.values():
        for measure in indicator.measures:
            if measure.largest_change is not None:
                yield from _of_measure(dataset, indicator, measure)


def _of_measure(dataset: Dataset, indicator: Indicator, measure: Measure) -> Iterator[tuple[Observation, Observation, str]]:
    broken, limit = {one.year for one in indicator.breaks}, measure.largest_change
    for key, new in dataset.observations.items():
        old = dataset.observations.get(key._replace(year=key.year - 1)) if key[:2] == (indicator.name, measure.name) else None
        if old is None or limit is None or key.year in broken or Status.PRELIMINARY in (new.status, old.status):
            continue
        if new.amount is None or old.amount is None:
            continue
        if measure.unit is Unit.PERCENT:
            if abs(new.amount - old.amount) > limit:
                yield new, old, f"{messages.plain_number(limit)} procentenheter"
        elif abs(new.amount - old.amount) * 100 > limit * abs(old.amount):
            yield new, old, messages.percent_of(limit)


def _printed(reading: Reading, judged: Iterable[Judgement]) -> Iterator[tuple[FactKey, Place, str]]:
    """Each printed fact with its place and words, those of the dataset's own figures first."""
    for line in reading.subject.lines:
        for piece in line.pieces:
            if piece.figure is not None and piece.figure.key is not None:
                yield piece.figure.key, line.at(piece.start, piece.end), piece.text
    for one in judged:
        if one.outcome is Outcome.KNOWN and one.fact is not None:
            yield one.fact.key, one.sentence.line.at(one.number.start, one.number.end), one.number.text
