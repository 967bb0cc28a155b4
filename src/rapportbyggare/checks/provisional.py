"""Words that call the figures of a year preliminary, when none of that year is.

"Uppgifterna för 2023 kan ändras": the dataset must have a preliminary figure of the year. Silent when nothing in the dataset is
preliminary, when the sentence names several years or none, speaks of plans, or denies; and about bound words.
"""

import re
from collections.abc import Iterator

from rapportbyggare.checks import claims_messages as messages
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.reading import Reading
from rapportbyggare.core.figure import Status
from rapportbyggare.core.problem import Problem

WORDS = lazy(
    r"\bpreliminär\w*|\bkan (?:komma att )?(?:ändras|justeras|revideras)\b|\bhar (?:ännu )?inte kommit in\b", re.IGNORECASE
)
FIGURES = lazy(
    r"\b(?:uppgift\w*|bokslut\w*|siffr\w+|statistik\w*|antalet|andelen|omsättning\w*|nettoomsättning\w*|belopp\w*)\b",
    re.IGNORECASE,
)
NOUN = lazy(r"\s+(?!(?:för|och|under|i|år|av|samt|eller|men|då)\b)[a-zåäö]+")
OPEN = lazy(r"\b(?:inte|aldrig|varken|inga|om|slutlig\w*|definitiv\w*)\b", re.IGNORECASE)


def provisional(reading: Reading) -> Iterator[Problem]:
    """The years whose figures are not preliminary."""
    facts = reading.subject.dataset.observations.values()
    years = {str(one.key.year) for one in facts if one.status is Status.PRELIMINARY}
    known = {str(one.key.year) for one in facts if one.key.year}
    for sentence in reading.sentences if years else ():
        found = WORDS.search(sentence.text) if sentence.line.part in ("stycke", "not") else None
        named = {one.value for one in sentence.years}
        if found is None or len(named) != 1 or not _of_figures(sentence.text, found):
            continue
        year = sentence.years[0]
        if year.value in known - years and sentence.typed(year.start, year.end):
            yield messages.not_provisional(sentence.line.at(year.start, year.end), year.value, found[0], max(years))


def _of_figures(text: str, found: re.Match[str]) -> bool:
    """Whether it is figures that are said to be preliminary, and not something else ("den preliminära tidplanen")."""
    noun = NOUN.match(text, found.end()) if found[0].lower().startswith("preliminär") else None
    other = noun is not None and not FIGURES.search(noun[0])
    return FIGURES.search(text) is not None and OPEN.search(text.replace(found[0], "")) is None and not other
