"""One name for one thing: the report's terms, and its municipalities as the catalogue spells them.

Source: the declared terms, and the areas of the dataset. Silent in quotations, addresses and names in other languages, and
where the word to be avoided is part of the right one ("Samspel" in "Samspel63").
"""

import re
from collections.abc import Iterable, Iterator

from rapportbyggare.checks import structure_messages as messages
from rapportbyggare.checks.patterns import at_words
from rapportbyggare.checks.settings import Term
from rapportbyggare.checks.subject import Line, Subject
from rapportbyggare.core.problem import Problem

FOLDS = str.maketrans("åäöÅÄÖ", "aaoAAO")
SHORTEST = 5
MUNICIPALITY = "kommun"
ENDING = r"(?:s|en|ens|et|ets|n|ns|er|ers|erna|ernas)?"


def terms(subject: Subject) -> Iterable[Problem]:
    """The words that have another name in the report."""
    text = _plain(subject.text)
    avoided = [(term, _pattern(one)) for term in subject.settings.terms for one in term.avoid if _plain(one) in text]
    names = [area.name for area in subject.dataset.catalogue.areas.values() if area.level == MUNICIPALITY]
    spelt = {variant: name for name in names for variant in _misspellings(name)}
    variants = "|".join(map(re.escape, sorted(spelt, key=len, reverse=True)))
    misspelt = re.compile(rf"{at_words(variants)}(?:{variants})(?=s?\b)") if spelt else None
    for line in subject.lines:
        for term, pattern in avoided:
            yield from _avoided(line, term, pattern)
        for found in misspelt.finditer(line.text) if misspelt else ():
            if line.typed(*found.span()):
                yield messages.place_name(line.at(*found.span()), found[0], spelt[found[0]])


def _plain(words: str) -> str:
    """Some words in small letters with soft spaces, as those to be avoided are looked for before any pattern is made."""
    return words.casefold().replace("\u00a0", " ")


def _pattern(words: str) -> re.Pattern[str]:
    """A word to be avoided, with its endings; written in capitals or with one it is a name, and case matters."""
    shape = re.escape(words).replace(r"\ ", r"[ \u00a0]")
    return re.compile(rf"\b{shape}{ENDING}(?!\w)", 0 if words[:1].isupper() else re.IGNORECASE)


def _avoided(line: Line, term: Term, pattern: re.Pattern[str]) -> Iterator[Problem]:
    for found in pattern.finditer(line.text):
        if line.typed(*found.span()) and not _inside(line.text, term.word, *found.span()):
            yield messages.avoided(line.at(*found.span()), found[0], term.word, term.why)


def _inside(text: str, word: str, start: int, end: int) -> bool:
    """Whether the right word stands there, round what should be avoided."""
    spot = text.casefold().find(word.casefold(), max(start - len(word), 0), end + len(word))
    return 0 <= spot <= start and spot + len(word) >= end


def _misspellings(name: str) -> Iterator[str]:
    """A place's name without its dots and rings, and in lower case; a short one may be another word."""
    if len(name) >= SHORTEST and " " not in name:
        yield from {name.translate(FOLDS), name.lower()} - {name}
