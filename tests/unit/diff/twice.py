"""The small report bound twice: as it is, and with some of its facts changed."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from rapportbyggare.core.dataset import Dataset
from rapportbyggare.core.figure import FactKey
from rapportbyggare.diff.changes import Changes, FactChange, PrintedChange, Version
from rapportbyggare.diff.compare import compare
from rapportbyggare.reading.sections import parse_section
from tests.small import COUNTY, DATASET, bound

BERG_2025 = FactKey("foretag", "antal", 2025, "Berg")
COUNTY_2025 = FactKey("foretag", "antal", 2025, COUNTY)
TURNOVER = FactKey("omsattning", "belopp", 2024, COUNTY)
Altered = Mapping[FactKey, str | Mapping[str, Any] | None]


def altered(facts: Altered, dataset: Dataset = DATASET) -> Dataset:
    """The dataset with these facts: another amount, other fields, or not there (None)."""
    observations = dict(dataset.observations)
    for key, to in facts.items():
        if to is None:
            del observations[key]
        else:
            fields = {"amount": Decimal(to)} if isinstance(to, str) else dict(to)
            observations[key] = observations[key]._replace(**fields)
    return replace(dataset, observations=observations)


def version(*sections: str, dataset: Dataset = DATASET, project: Path | None = None) -> Version:
    """The small report bound to a dataset."""
    document, problems = bound(*sections, dataset=dataset, project=project)
    return Version(document, dataset, problems)


def twice(*sections: str, facts: Altered, project: Path | None = None) -> Changes:
    """What differs in some sections when these facts change."""
    old = version(*sections, project=project)
    new = version(*sections, dataset=altered(facts), project=project)
    return compare(old, new, drafts(*sections))


def drafts(*sections: str) -> list[Any]:
    """The sections as drafts."""
    return [parse_section(text, f"sections/{chr(97 + n)}.md")[0] for n, text in enumerate(sections)]


def read(change: PrintedChange) -> tuple[str, str, str]:
    """Where a printed thing stands, and what it reads before and after, with plain spaces."""
    before, after = (thing.text.replace("\u00a0", " ") if thing else "" for thing in (change.old, change.new))
    return change.thing.where, before, after


def printed(fact: FactChange) -> list[tuple[str, str, str]]:
    """The places told with a fact."""
    return [read(change) for change in fact.printed]
