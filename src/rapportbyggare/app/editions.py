"""Frozen editions: which there are.

An edition is a folder of `report/utgavor`: the document, its ledger, a copy of what it was made from in `underlag`,
and the record `utgava.toml` with the checksum of each file.
"""

import os
from pathlib import Path
from unicodedata import normalize

from rapportbyggare.app import edition_messages as messages
from rapportbyggare.app.edition_record import FOLDER, RECORD, FrozenEdition, parsed_record
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.sources.text import read_bytes


def editions(folder: Path) -> tuple[tuple[FrozenEdition, ...], tuple[Problem, ...]]:
    """The project's frozen editions, the oldest first, and what is wrong with their records."""
    read = [read_record(folder, name) for name in edition_names(folder)]
    found = sorted((one for one, _ in read if one), key=lambda one: (one.frozen, one.name))
    return tuple(found), tuple(problem for _, problems in read for problem in problems)


def edition_names(folder: Path) -> tuple[str, ...]:
    """The names of the editions, in order; hidden folders, among them halves of editions, are none."""
    try:
        names = [entry.name for entry in os.scandir(folder / FOLDER) if entry.is_dir()]
    except OSError:
        return ()
    return tuple(sorted(normalize("NFC", name) for name in names if not name.startswith(".")))


def read_record(folder: Path, name: str) -> tuple[FrozenEdition | None, tuple[Problem, ...]]:
    """The record of the edition `name`; None, and why, when there is no such edition or its record has been altered."""
    name = normalize("NFC", name)
    names = edition_names(folder)
    if name not in names:
        return None, (messages.unknown(Place(FOLDER), name, names),)
    file = f"{FOLDER}/{name}/{RECORD}"
    content, problems = read_bytes(folder, file)
    if content is None:
        return None, (messages.no_record(Place(file), name),) if problems[0].code == "fil-saknas" else problems
    return parsed_record(content, file, name)
