"""What may be about a person is not repeated in what is said: identity numbers, and names where places should be."""

import re

_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])"
_HYPHENATED = r"(?:[0-9]{2})?[0-9]{6}[-+\u2010-\u2015\u2212][0-9]{4}"
_BARE = rf"(?:1[6-9]|20)?[0-9]{{2}}{_DAY}[0-9]{{4}}"
_IDENTITY = re.compile(rf"(?<![0-9])(?:{_HYPHENATED}|{_BARE})(?![0-9])")
_STAMP = re.compile(rf"20(?:1[2-9]|[2-9][0-9]){_DAY}[-+]?(?:[01][0-9]|2[0-3])[0-5][0-9]")
_PERSON = re.compile(r"[^\W\d_][\w.’'-]*(?: +[^\W\d_][\w.’'-]*)+")
_OF_PLACES = ("kommun", "kommuner", "kommunen", "län", "länet", "region", "regionen", "riket")
HIDDEN = "######-####"


def masked(text: str) -> str:
    """The text with nought signs in place of what is written as an identity number."""
    return _IDENTITY.sub(HIDDEN, text)


def has_identity(text: str) -> bool:
    """Whether something in a text is written as an identity number; the day and time of an export are not."""
    return any(not _STAMP.fullmatch(found.group()) for found in _IDENTITY.finditer(text))


def may_be_a_person(text: str) -> bool:
    """Whether a text in a place's stead may be about a person: it holds an identity number, or looks like a name."""
    words = text.split()
    named = bool(_PERSON.fullmatch(text.strip())) and all(word[0].isupper() for word in words)
    return has_identity(text) or (named and words[-1].casefold() not in _OF_PLACES)
