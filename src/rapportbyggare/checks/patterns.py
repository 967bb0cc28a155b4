"""Patterns that cost no more than a text needs: made when they are first used, tried where a word may begin."""

import re
from typing import Any, cast

METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split", "pattern")
_GROUP = re.compile(r"\([^()]*\)")


class _Unmade:
    """Stands for a pattern until it is asked for something; then it has what the made pattern has."""

    def __init__(self, words: str, flags: int) -> None:
        self._told = words, flags

    def __getattr__(self, name: str) -> Any:
        made = re.compile(*self._told)
        self.__dict__ |= {one: getattr(made, one) for one in METHODS}
        return getattr(made, name)


def lazy(words: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression that is made the first time it is used: to make all that the rules know takes as long as a build."""
    return cast(re.Pattern[str], _Unmade(words, flags))


def at_words(words: str) -> str:
    """The beginning of a pattern of `words`: a word that begins as one of them does, in either case.

    `words` are alternatives that begin with a letter each. Most words of a text are then passed by at a glance.
    """
    firsts = {one[0] for one in _GROUP.sub("", words).split("|")}
    return rf"\b(?=(?-i:[{''.join(sorted(firsts | set(map(str.upper, firsts))))}]))"
