"""What decided editions printed of each fact, from their ledgers."""

import csv
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from rapportbyggare.app import edition_messages as messages
from rapportbyggare.app.edition_record import LEDGER, RECORD, FrozenEdition
from rapportbyggare.app.editions import edition_names, read_record
from rapportbyggare.core.dataset import PrintedFact
from rapportbyggare.core.figure import ComputedKey, FactKey
from rapportbyggare.core.manifest import DocumentStatus
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, Severity
from rapportbyggare.sources.text import read_bytes

ABSOLUTE = "| belopp"
JOINED = " + "
Key = FactKey | ComputedKey
PrintedFacts = Mapping[Key, PrintedFact]


class Printed(NamedTuple):
    """What the newest decided edition that printed a fact said of it; `files` are the files it was read from."""

    facts: PrintedFacts
    files: tuple[str, ...]


def read_printed(folder: Path) -> tuple[Printed, tuple[Problem, ...]]:
    """What decided editions printed, and what is wrong with their ledgers; nothing of an edition that has been altered."""
    read = [read_record(folder, name) for name in edition_names(folder)]
    problems = [problem for _, found in read for problem in found if problem.code != messages.NO_RECORD]
    decided = [edition for edition, _ in read if edition and edition.status is DocumentStatus.DECIDED]
    facts: dict[Key, PrintedFact] = {}
    for edition in sorted(decided, key=lambda one: (one.decision_date, one.frozen, one.name)):
        facts |= _facts_of(folder, edition, problems)
    files = tuple(f"{edition.path}/{name}" for edition in decided for name in (RECORD, LEDGER))
    return Printed(facts, files), tuple(problem._replace(severity=Severity.FLAW) for problem in problems)


def _facts_of(folder: Path, edition: FrozenEdition, problems: list[Problem]) -> dict[Key, PrintedFact]:
    """The figures of an edition's ledger, each as it was first printed."""
    file = f"{edition.path}/{LEDGER}"
    content, faults = read_bytes(folder, file)
    if content is None:
        problems += faults
        return {}
    if sha256(content).hexdigest() != edition.files.get(LEDGER):
        problems.append(messages.altered(Place(file), edition.name))
        return {}
    found: dict[Key, PrintedFact] = {}
    for key, amount, text in _rows(content.decode("utf-8-sig")):
        found.setdefault(key, PrintedFact(amount, text, edition.name))
    return found


def _rows(ledger: str) -> Iterator[tuple[Key, Decimal | None, str]]:
    """The rows of a ledger that print a fact as it is, or what an expression computes from facts."""
    for row in csv.DictReader(StringIO(ledger, newline=""), delimiter=";"):
        fact = _fact(row.get("uppgift") or "")
        if fact is None or ABSOLUTE not in (row["uttryck"] or ""):
            yield fact or _computed(row), _amount(row["exakt"]), row["text"].removeprefix("'")


def _fact(written: str) -> FactKey | None:
    parts = written.split("/", 3)
    return FactKey(parts[0], parts[1], int(parts[2] or 0), parts[3]) if len(parts) > 3 else None


def _computed(row: Mapping[str, str | None]) -> ComputedKey:
    about = (frozenset((row[column] or "").split(JOINED)) for column in ("indikator", "matt", "ar", "omrade"))
    return ComputedKey((row["uttryck"] or "").removeprefix("'"), *about)


def _amount(written: str) -> Decimal | None:
    try:
        return Decimal(written.replace(",", "."))
    except InvalidOperation:
        return None
