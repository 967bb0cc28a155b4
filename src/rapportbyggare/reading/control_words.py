"""The words of `{% … %}` lines, and lines in which the signs around them are torn."""

import re
from difflib import get_close_matches
from typing import NamedTuple

CLOSERS = {
    **{"if": "endif", "for": "endfor", "pastaende": "endpastaende"},
    **{"faktaruta": "endfaktaruta", "liggande": "endliggande"},
}
MIDDLES = ("elif", "else")
ENDS = (*MIDDLES, *CLOSERS.values())
SINGLES = ("tabell", "diagram", "sidbrytning", "format")
WORDS = (*CLOSERS, *CLOSERS.values(), *MIDDLES, *SINGLES)
MEANT = {
    **{"om": "if", "för": "for", "annars": "else", "elseif": "elif", "elsif": "elif", "else if": "elif", "annarsom": "elif"},
    **{"slutom": "endif", "endom": "endif", "slutför": "endfor", "ruta": "faktaruta", "figur": "diagram"},
    **{"påstående": "pastaende", "endpåstående": "endpastaende", "slutpåstående": "endpastaende"},
}
SIGN = re.compile(r"\{%-?\s*([^\W\d_]*)")
UNFINISHED = re.compile(r"(?:\b(?:and|or|not|in|if|else)|[-+*/=<>,(|~])$")


class Torn(NamedTuple):
    """A control line whose signs are not whole: what it should say, and whether it lacks its beginning."""

    content: str
    headless: bool
    column: int


def torn_control(text: str) -> Torn | None:
    """The control line meant by `{% endif }`, `{ % endif %}`, `{endif}` or `endif %}` alone on a line."""
    line = text.strip()
    begin, end = _opening(line), _closing(line)
    content = line[len(begin) : len(line) - len(end)].strip() if len(begin) + len(end) < len(line) else ""
    if not content or any(sign in content for sign in "{}%") or not _is_torn(content, begin, end):
        return None
    return Torn(content, not begin.startswith("{%"), text.find(content, text.find(line) + len(begin)))


def _opening(line: str) -> str:
    """What a line begins with that is, or was to be, `{%`."""
    if line.startswith("{{"):
        return ""
    rest = line.removeprefix("{").lstrip().removeprefix("%")
    return line[: len(line) - len(rest)] + ("-" if rest.startswith("-") else "")


def _closing(line: str) -> str:
    """What a line ends with that is, or was to be, `%}`."""
    rest = line.removesuffix("}").rstrip().removesuffix("%").removesuffix("-")
    return line[len(rest) :]


def _is_torn(content: str, begin: str, end: str) -> bool:
    signed, closed = begin.startswith("{%"), end.endswith("%}")
    if signed:
        unfinished = UNFINISHED.search(content) is not None
        return not closed and (bool(end.strip()) or (_known(content) and not unfinished))
    return _known(content) and (closed or (begin.startswith("{") and bool(end.strip())))


def _known(content: str) -> bool:
    word = first_word(content)
    return word in WORDS or word in MEANT


def first_word(content: str) -> str:
    """The first word of a control line's content."""
    return content.split(None, 1)[0] if content.strip() else ""


def tears(text: str) -> bool:
    """Whether blocks begin or end on a line that is not read as a control line, so that others lack their other end."""
    if torn_control(text) is not None:
        return True
    words = SIGN.findall(text)
    return any(words.count(word) != words.count(closer) for word, closer in CLOSERS.items()) or any(
        word not in WORDS or (word in MIDDLES and not set(words) & CLOSERS.keys()) for word in words
    )


def meant(word: str, argument: str, closer: str) -> str:
    """The control word meant by one that does not exist ("" when nobody can say); `closer` ends the open block."""
    if word in ("end", "slut"):
        joined = "end" + MEANT.get(argument, argument)
        return joined if joined in WORDS else closer if not argument else ""
    joined = word + argument
    if joined in WORDS or joined in MEANT:
        return MEANT.get(joined, joined)
    return MEANT.get(word.lower()) or next(iter(get_close_matches(word.lower(), WORDS, 1)), "")
