"""Progress: in a terminal, when it takes longer than a moment, and without a trace."""

import os
from io import StringIO

import pytest

from rapportbyggare.cli.progress import Progress

pty = pytest.importorskip("pty")


def on_terminal(moment: float) -> str:
    reader, writer = pty.openpty()
    with os.fdopen(writer, "w", encoding="utf-8") as stream:
        with Progress(stream, moment) as progress:
            progress("Läser")
            progress("Räknar")
        stream.write("klart")
        stream.flush()
        shown = b""
        while not shown.endswith(b"klart"):
            shown += os.read(reader, 1000)
    os.close(reader)
    return shown.decode()


def test_each_step_takes_the_place_of_the_one_before_and_the_last_is_wiped() -> None:
    assert on_terminal(-1) == "\r\033[KLäser …\r\033[KRäknar …\r\033[Kklart"


def test_nothing_is_shown_before_a_moment_has_passed() -> None:
    assert on_terminal(60) == "klart"


def test_nothing_is_shown_where_there_is_no_terminal() -> None:
    stream = StringIO()
    with Progress(stream, -1) as progress:
        progress("Läser")
    assert stream.getvalue() == ""
    with Progress(None, -1) as progress:
        progress("Läser")
