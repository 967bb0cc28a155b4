"""Words without their endings, so that "företagens" and "företag" are the same word."""

import re
from functools import lru_cache

WORD = re.compile(r"[^\W_]+")
_ENDINGS = (
    *("arnas", "ernas", "ornas", "arna", "erna", "orna", "aren", "are", "ens", "ets", "ans", "ade", "en", "et", "ar", "er"),
    *("or", "an", "na", "as", "es", "s", "n", "a", "e"),
)
# fmt: off
_EMPTY = frozenset((
    "och", "i", "av", "för", "på", "som", "med", "till", "en", "ett", "de", "den", "det", "per", "inom", "enligt", "inte",
    "har", "är", "vars", "samma", "eller", "om", "vid", "utan", "från", "att", "sin", "sina", "alla", "hos", "mot", "ut",
    "så", "två", "få", "genomsnitt", "genomsnittet", "störst", "största", "minst", "minsta", "flest", "näst", "högst",
    "lägst", "mest", "färst", "fått", "där", "olika", "varje", "mellan", "vi", "man", "räknas", "hela", "totala", "samtliga",
))
# fmt: on
SHORTEST = 4
_VERBS = {"omsatt": "omsättning", "omsätt": "omsättning"}
"""Verbs that share no stem with the noun they say the same thing as."""


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word in small letters without its inflection; short words are left whole."""
    left = word.lower()
    for _ in range(2):
        ending = next((one for one in _ENDINGS if left.endswith(one) and len(left) - len(one) >= SHORTEST), "")
        left = left[: len(left) - len(ending)]
    return _VERBS.get(left, left)


def stems_of(text: str) -> frozenset[str]:
    """The stems of the words that say something."""
    return frozenset(stem(word) for word in WORD.findall(text) if word.lower() not in _EMPTY)


def alike(one: str, other: str) -> bool:
    """Whether two stems are the same word, or one is the last part of the other ("nettoomsättning", "omsättning")."""
    return (
        one == other
        or (len(one) > SHORTEST and other.endswith(one))  # no call, no list: asked for every word of every sentence
        or (len(other) > SHORTEST and one.endswith(other))
    )
