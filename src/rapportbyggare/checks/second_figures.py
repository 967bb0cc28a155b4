"""Comparisons that name no second figure.

"830 000 kr, vilket är en minskning jämfört med föregående år": the reader cannot tell by how much. Silent when the
sentence or the next one has another number of the same sort, when the number is itself the change, and in quotations.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from rapportbyggare.checks import claims_messages as messages
from rapportbyggare.checks.changes_near import is_change
from rapportbyggare.checks.patterns import at_words, lazy
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.checks.subject import PieceKind
from rapportbyggare.core.problem import Problem

CHANGE = r"minska\w*|öka\w*|ökning\w*|minskning\w*|högre|lägre|fler|färre|större|mindre"
COMPARED = lazy(
    rf"{at_words(CHANGE)}(?:{CHANGE})\b[^.;:]{{0,60}}?"
    r"\b(?:jämfört med|i jämförelse med|än)\s+(?:(?:det|under)\s+)?"
    r"(?:föregående år|året före|året innan|tidigare år|förra året|i fjol)\b",
    re.IGNORECASE,
)


def second_figures(reading: Reading) -> Iterator[Problem]:
    """The comparisons whose other figure is not there."""
    for sentence, following in pairwise((*reading.sentences, None)):
        found = COMPARED.search(sentence.text) if sentence is not None and sentence.line.part in ("stycke", "not") else None
        if sentence is None or found is None or not _single(sentence, following):
            continue
        start, end = sentence.start + found.start(), sentence.start + found.end()
        if all(one.kind is PieceKind.TYPED for one in sentence.line.between(start, end)):
            yield messages.no_second_figure(sentence.line.at(start, end), found[0])


def _single(sentence: Sentence, following: Sentence | None) -> bool:
    """Whether a sentence has one number, which is no change, and the next has none of its sort."""
    numbers = sentence.measuring
    if len({one.kind for one in numbers}) != 1 or len(numbers) > 1 or is_change(sentence, numbers[0]):
        return False
    near_by = following.measuring if following is not None and following.line is sentence.line else ()
    earlier = [one for before in sentence.before for one in before.measuring]
    return not any(one.kind is numbers[0].kind for one in (*near_by, *earlier))
