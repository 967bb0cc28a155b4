"""The Swedish dictionary, if the extra `stavning` is installed."""

import sys
from pathlib import Path

from rapportbyggare.app import checking_messages as messages
from rapportbyggare.checks.speller import Speller, open_speller
from rapportbyggare.core.problem import Problem

PACKAGE, NAME = "hunspell-sv", "sv_SE"


def swedish() -> Speller | Problem:
    """The dictionary, or how to install it."""
    folder = _folder()
    found = open_speller(folder, NAME) if folder else None
    return found or messages.no_dictionary(sys.executable)


def _folder() -> Path | None:
    """Where the package has put its files: beside the environment's own, wherever that is."""
    from importlib.metadata import PackageNotFoundError, files

    try:
        listed = files(PACKAGE) or []
    except PackageNotFoundError:
        return None
    return next((Path(str(one.locate())).resolve().parent for one in listed if one.name == f"{NAME}.dic"), None)
