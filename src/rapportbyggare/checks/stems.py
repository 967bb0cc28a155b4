"""Words without their endings, so that "företagens" and "företag" are the same word."""

from functools import lru_cache

from rapportbyggare.checks.patterns import lazy

WORD = lazy(r"[^\W_]+")
# fmt: off
_ENDINGS = frozenset((
    "arnas", "ernas", "ornas", "arna", "erna", "orna", "aren", "are", "ens", "ets", "ans", "ade", "en", "et", "ar", "er",
    "or", "an", "na", "as", "es", "s", "n", "a", "e",
))
_EMPTY = frozenset((
    "och", "i", "av", "för", "på", "som", "med", "till", "en", "ett", "de", "den", "det", "per", "inom", "enligt", "inte",
    "har", "är", "vars", "samma", "eller", "om", "vid", "utan", "från", "att", "sin", "sina", "alla", "hos", "mot", "ut",
    "så", "två", "få", "genomsnitt", "genomsnittet", "störst", "största", "minst", "minsta", "flest", "näst", "högst",
    "lägst", "mest", "färst", "fått", "där", "olika", "varje", "mellan", "vi", "man", "räknas", "hela", "totala", "samtliga",
))
# fmt: on
SHORTEST = 4
LONGEST = 5
_VERBS = {"omsatt": "omsättning", "omsätt": "omsättning"}
"""Verbs that share no stem with the noun they say the same thing as."""


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word in small letters without its inflection; short words are left whole."""
    left = _without_ending(_without_ending(word.lower()))
    return _VERBS.get(left, left)


def _without_ending(word: str) -> str:
    for length in range(LONGEST, 0, -1):
        if word[-length:] in _ENDINGS and len(word) - length >= SHORTEST:
            return word[:-length]
    return word


def stems_of(text: str) -> frozenset[str]:
    """The stems of the words that say something."""
    return frozenset([stem(word) for word in WORD.findall(text.lower()) if word not in _EMPTY])


def alike(one: str, other: str) -> bool:
    """Whether two stems are the same word, or one is the last part of the other ("nettoomsättning", "omsättning")."""
    return (
        one == other
        or (len(one) > SHORTEST and other.endswith(one))  # no call, no list: asked for every word of every sentence
        or (len(other) > SHORTEST and one.endswith(other))
    )
