"""Tracked changes between Word files that our writer did not make, by an engine that is not ours and is not believed."""

import sys

from rapportbyggare.app import redlining_messages as messages
from rapportbyggare.app.sides import Loaded, moment_of
from rapportbyggare.core.compared import Side
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.read import Pending
from rapportbyggare.diff.editions.compare import compare_editions
from rapportbyggare.word.read.side import read_side
from rapportbyggare.word.redline.engine import NoEngine, engine_redline
from rapportbyggare.word.unanchored import repacked, without_anchors

OF_THE_FILE = ("dokumentegenskap", "utseende")


def foreign_redline(old: Loaded, new: Loaded, author: str) -> bytes | Problem:
    """The newer file with what differs tracked, all by one author; or why there is none.

    Kept only if it reads as the newer file when all is accepted and as the older when all is rejected.
    """
    before, after = (without_anchors(one.package) if one.package else one.content for one in (old, new))
    try:
        made = engine_redline(before, after, author, moment_of(new.day))
    except NoEngine:
        without = old if old.package is None else new
        return messages.no_package(without.side.name, without.side.edited, without.side.foreign, sys.executable)
    if not made:
        return messages.engine_failed()
    for wanted, pending, which in (
        (after, Pending.ACCEPTED, "den nya utgåvan när allt godkänns"),
        (before, Pending.REJECTED, "den gamla när allt avvisas"),
    ):
        if not _reads_alike(_side(made, pending), _side(wanted, Pending.REFUSED)):
            return messages.engine_unproven(which)
    return repacked(made)


def _reads_alike(got: Side | None, wanted: Side | None) -> bool:
    """Whether two files say the same in the same form; what a file says of itself, and its look, is not proven."""
    if got is None or wanted is None:
        return False
    return all(change.kind in OF_THE_FILE for change in compare_editions(got, wanted).changes)


def _side(content: bytes, pending: Pending) -> Side | None:
    read, _ = read_side(content, "fil.docx", pending)
    return read.side if read else None
