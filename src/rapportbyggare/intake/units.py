"""A file with one row per unit (a company, a decision) to observations: only counts and sums leave this step."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from rapportbyggare.core.dataset import Catalogue, Coverage
from rapportbyggare.core.figure import Observation
from rapportbyggare.core.place import Place
from rapportbyggare.intake import units_run_messages as messages
from rapportbyggare.intake.codelists import CodeList, Version, read_code_list
from rapportbyggare.intake.findings import Findings
from rapportbyggare.intake.maps import SourceMap
from rapportbyggare.intake.units_rules import UnitRules

if TYPE_CHECKING:
    from rapportbyggare.intake.units_filters import CodeBook

Result = tuple[tuple[Observation, ...], tuple[Coverage, ...]]

PLAIN_FROM = 300_000
"""Bytes from which a text file is read straight from the disk; below, its cells take no time worth saving."""


def read_units(
    path: Path,
    map_: SourceMap,
    catalogue: Catalogue,
    project: Path,
    extract: str,
    findings: Findings,
    plain_from: int = PLAIN_FROM,
) -> Result:
    """The observations that a file of units comes to, and what they answer for; remarks and problems go to `findings`.

    `extract` is the day or month the file was extracted (ISO, "" when not known). With a problem there are no
    observations. Nothing that stands in a unit's cells is in the answer or in what is said.
    """
    from rapportbyggare.intake.units_observed import observed
    from rapportbyggare.intake.units_reading import read_rows

    assert map_.rules is not None
    rules, own = map_.rules, Findings(path.name)
    codes = _code_book(rules, project, extract, own)
    _check_extract(rules, map_, extract, own)
    result: Result = ((), ())
    if not own.count:
        with TemporaryDirectory(prefix="rapportbyggare-", ignore_cleanup_errors=True) as folder:
            units = read_rows(path, map_, rules, Path(folder), own, plain_from)
            if units is not None:
                result = observed(units, map_, rules, codes, catalogue, extract, own)
    findings.take(own)
    return ((), ()) if own.count else result


def _code_book(rules: UnitRules, project: Path, extract: str, findings: Findings) -> "CodeBook":
    """The lists of codes that the filters name, each with its version at the extract."""
    book: dict[str, tuple[CodeList, Version]] = {}
    for name in dict.fromkeys(one.code_list for one in rules.filters if one.code_list):
        code_list, problems = read_code_list(project, name)
        for problem in problems:
            findings.add(problem)
        version = code_list.version_at(extract) if code_list else None
        if code_list and version:
            book[name] = (code_list, version)
        elif code_list:
            findings.refuse(messages.no_version, Place(code_list.file), code_list.file, extract)
    _check_groups(rules, book, findings)
    return book


def _check_groups(rules: UnitRules, book: "CodeBook", findings: Findings) -> None:
    for one in rules.filters:
        if one.group and one.code_list in book:
            code_list, version = book[one.code_list]
            if one.group not in version.groups:
                findings.refuse(messages.unknown_group, one.place, one.group, version.name, code_list.file)


def _check_extract(rules: UnitRules, map_: SourceMap, extract: str, findings: Findings) -> None:
    rule = rules.year
    counted = [year for year in (rule.fixed, rule.first, rule.last) if year is not None and not year.given]
    if not extract and (counted or rules.final_from):
        findings.refuse(messages.no_extract, Place(findings.file), "ar" if counted else "slutlig_fran", map_.file)
