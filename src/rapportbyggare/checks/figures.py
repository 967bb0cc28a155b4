"""The family of figures: what is typed and claimed in a text, against the dataset.

The text is read once, each typed number is judged once; the rules are the tuples here.
"""

from collections.abc import Callable, Iterable, Iterator

from rapportbyggare.checks.announced_counts import announced_counts
from rapportbyggare.checks.direction_words import direction_words
from rapportbyggare.checks.judgement import Judgement
from rapportbyggare.checks.jumps import jumps
from rapportbyggare.checks.levels import levels
from rapportbyggare.checks.missing_kinds import missing_kinds
from rapportbyggare.checks.mixed_measures import mixed_measures
from rapportbyggare.checks.percent_points import percent_points
from rapportbyggare.checks.periods import periods
from rapportbyggare.checks.places_compared import places_compared
from rapportbyggare.checks.places_counted import places_counted
from rapportbyggare.checks.population import population
from rapportbyggare.checks.provisional import provisional
from rapportbyggare.checks.reading import Reading, read
from rapportbyggare.checks.said_twice import said_twice
from rapportbyggare.checks.second_figures import second_figures
from rapportbyggare.checks.share_words import share_words
from rapportbyggare.checks.small_bases import small_bases
from rapportbyggare.checks.subject import Subject
from rapportbyggare.checks.superlatives import superlatives
from rapportbyggare.checks.table_figures import cell_judgements
from rapportbyggare.checks.totals import totals
from rapportbyggare.checks.typed_figures import contradicted_figures, judgements, unknown_figures
from rapportbyggare.checks.units_in_tables import units_in_tables
from rapportbyggare.core.problem import Problem

CLAIMS: tuple[Callable[[Reading], Iterable[Problem]], ...] = (
    share_words,
    direction_words,
    places_compared,
    places_counted,
    superlatives,
    announced_counts,
    units_in_tables,
    missing_kinds,
    mixed_measures,
    second_figures,
    levels,
    provisional,
)
JUDGED: tuple[Callable[[Reading, tuple[Judgement, ...]], Iterable[Problem]], ...] = (
    contradicted_figures,
    unknown_figures,
    population,
    periods,
    small_bases,
    said_twice,
    jumps,
)


def figures(subject: Subject) -> Iterator[Problem]:
    """All that is to be said of the figures of a subject."""
    reading = read(subject)
    of_totals, named = totals(reading)
    of_points = dict(percent_points(reading))
    spoken = {(line, start) for line, start, _ in of_points} | named
    judged = tuple(one for one in (*judgements(reading), *cell_judgements(reading)) if _key(one) not in spoken)
    yield from of_totals
    yield from of_points.values()
    for rule in JUDGED:
        yield from rule(reading, judged)
    for claim in CLAIMS:
        yield from claim(reading)


def _key(one: Judgement) -> tuple[int, int]:
    return id(one.sentence.line), one.number.start
