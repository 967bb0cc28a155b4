"""Tracked changes between Word files that are not by our writer: an engine that is not ours, in a process of its own."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory


class NoEngine(Exception):
    """The engine is not installed: it comes with the extra `redline`."""


def engine_redline(old: bytes, new: bytes, author: str, moment: str) -> bytes:
    """The newer file with what differs tracked by one author at one moment, unproven; b"" when the engine gives nothing.

    Raises NoEngine.
    """
    try:
        from python_redlines.engines import DocxodusEngine
    except ImportError as error:
        raise NoEngine from error
    made = b""
    with suppress(Exception), TemporaryDirectory(prefix="rapportbyggare-") as place:
        given = [Path(place, name) for name in ("old.docx", "new.docx")]
        for path, content in zip(given, (old, new), strict=True):
            path.write_bytes(content)
        made, *_ = DocxodusEngine().run_redline(author, *given, conflate_spaces=False, date_time=moment)
    return made
