"""The terminal's own alphabet: what it lacks is written with what it has, and nobody reading is no fault."""

import codecs
import os
from typing import TextIO

LIKE = {"−": "-", "–": "-", "→": "->", "…": "...", "”": '"', "“": '"', "’": "'", "•": "*"}
ERRORS = "rapportbyggare.liknande"


def prepare(*streams: TextIO | None) -> None:
    """From now on a character that a stream's encoding lacks is written as something like it."""
    codecs.register_error(ERRORS, _like)
    for stream in streams:
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=ERRORS)


def flushed(*streams: TextIO | None) -> None:
    """Write out what waits. A reader that has gone away (`| head`) is left alone, now and when the process ends."""
    for stream in streams:
        if stream is None:
            continue
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _like(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    words = error.object[error.start : error.end]
    return "".join(LIKE.get(letter) or _plain(letter) for letter in words), error.end


def _plain(letter: str) -> str:
    """A letter without its marks, a space for a space; a question mark when nothing is like it."""
    from unicodedata import normalize

    return normalize("NFKD", letter).encode("ascii", "ignore").decode() or "?"
