"""What a definition takes in, the text does not leave out, and the other way round.

Source: the delimitations that the author declares. Silent about a sentence that does not name the definition, and about
one that both takes in and leaves out.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from rapportbyggare.checks import structure_messages as messages
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.settings import Delimitation
from rapportbyggare.checks.subject import Line, Subject
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.sentences import sentence_ends

TAKES_IN = lazy(r"\b(?:ingår|ingick|omfatta\w*|räknas|räknades|inkluder\w*|består av|hör till|tas med)\b", re.IGNORECASE)
LEAVES_OUT = lazy(
    r"\b(?:inte|ej|aldrig|utom|undanta\w*|undantag\w*|exkluder\w*|utesl[uö]t\w*|saknas|exklusive|förutom|utanför)\b",
    re.IGNORECASE,
)


def delimitations(subject: Subject) -> Iterable[Problem]:
    """The sentences that contradict a definition, and definitions that contradict themselves."""
    for one in subject.settings.delimitations:
        for thing in one.includes:
            if thing.casefold() in {other.casefold() for other in one.excludes}:
                yield messages.in_both_lists(one.place, thing, one.name)
        name = re.compile(rf"(?<!\w){re.escape(one.name)}(?!\w)")
        yield from (finding for line in subject.lines if one.name in line.text for finding in _contradictions(line, one, name))


def _contradictions(line: Line, one: Delimitation, name: re.Pattern[str]) -> Iterator[Problem]:
    for start, end in pairwise(sentence_ends(line.text)):
        sentence = line.text[start:end]
        if TAKES_IN.search(sentence) is None or name.search(sentence) is None:
            continue
        out = LEAVES_OUT.search(sentence) is not None
        for thing in one.includes if out else one.excludes:
            if thing.casefold() not in sentence.casefold():
                continue
            found = re.search(rf"(?<!\w){re.escape(thing)}(?:en|n|et|s|na|erna)?(?!\w)", sentence, re.IGNORECASE)
            if found and line.typed(start + found.start(), start + found.end()) and (not out or not _takes_in(sentence)):
                spot = (start + found.start(), start + found.end())
                yield messages.both_ways(line.at(*spot), found[0], one.name, included=not out)


def _takes_in(sentence: str) -> bool:
    """Whether a sentence that leaves something out also takes something in ("utom", "undantag")."""
    return re.search(r"\b(?:utom|förutom|undanta\w*|undantag\w*|exklusive|men)\b", sentence, re.IGNORECASE) is not None
