"""A received file as what it says: chosen map, read rows, observations with their cells."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import assert_never

from rapportbyggare.core.dataset import Catalogue, Coverage
from rapportbyggare.core.delivered import Delivered
from rapportbyggare.core.figure import Observation
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.intake import long_messages
from rapportbyggare.intake.choose import choose_map
from rapportbyggare.intake.crosstab import read_crosstab
from rapportbyggare.intake.facts import Extract
from rapportbyggare.intake.findings import Findings
from rapportbyggare.intake.long_format import read_long
from rapportbyggare.intake.maps import Kind, SourceMap
from rapportbyggare.intake.masking import has_identity, masked
from rapportbyggare.intake.place_messages import identity_in_name
from rapportbyggare.intake.sheet_messages import locked
from rapportbyggare.intake.sheets import read_grids, unready

_CHUNK = 1 << 20
_Read = tuple[str, tuple[Observation, ...], tuple[Coverage, ...]]
"""The source of a file, its observations and what they answer for."""


def receive(
    path: Path, name: str | None, maps: Mapping[str, SourceMap], catalogue: Catalogue, project: Path, extract: str = ""
) -> tuple[Delivered | None, tuple[Problem, ...]]:
    """What a file says, or all that is wrong with it; a file with any fault gives nothing.

    `name` is a map's or a source's (None: by the file's name), `extract` the day or month the source was read (ISO,
    "" when it is not known). The observations have no period of their own unless the file gives one.
    """
    if has_identity(path.name):
        return None, (identity_in_name(Place(masked(path.name))),)
    if fault := unready(path):
        return None, (fault,)
    checksum = checksum_of(path)
    if not checksum:
        return None, (locked(path.name),)
    map_, problems = choose_map(path.name, name, maps, catalogue)
    if map_ is None:
        return None, problems
    findings = Findings(path.name)
    source, observations, coverage = _read(path, map_, name, catalogue, project, extract, findings)
    delivered = Delivered(source, extract, path.name, checksum, observations, coverage, findings.said)
    return (None if findings.count else delivered), findings.problems


def _read(
    path: Path, map_: SourceMap, name: str | None, catalogue: Catalogue, project: Path, extract: str, findings: Findings
) -> _Read:
    match map_.kind:
        case Kind.UNITS:
            from rapportbyggare.intake.units import read_units  # heavy, and for registers alone

            return map_.source, *read_units(path, map_, catalogue, project, extract, findings)
        case Kind.CROSSTAB | Kind.LONG:
            return _read_sheets(path, map_, name, catalogue, extract, findings)
        case _:
            assert_never(map_.kind)


def _read_sheets(path: Path, map_: SourceMap, name: str | None, catalogue: Catalogue, extract: str, findings: Findings) -> _Read:
    grids, problems = read_grids(path)
    for problem in problems:
        findings.add(problem)
    if not grids:
        return map_.source, (), ()
    if map_.kind is Kind.CROSSTAB:
        return map_.source, *read_crosstab(grids, map_, catalogue, Extract(map_.source, extract), findings)
    source = map_.source or (name if name in catalogue.sources else "") or ""
    observations = read_long(grids, map_, catalogue, Extract(source, extract), findings)
    source = source or _only_source(observations, catalogue, findings)
    return source, tuple(one._replace(origin=one.origin._replace(source=source)) for one in observations), ()


def _only_source(observations: Sequence[Observation], catalogue: Catalogue, findings: Findings) -> str:
    """The source of all the observations' indicators; several are a problem."""
    sources = sorted({catalogue.indicators[one.key.indicator].source for one in observations})
    if len(sources) > 1:
        findings.refuse(long_messages.several_sources, Place(findings.file), sources)
    return sources[0] if sources else ""


def checksum_of(path: Path) -> str:
    """The SHA-256 of a file, read in parts; "" when it cannot be read."""
    digest = sha256()
    try:
        with path.open("rb") as stream:
            while part := stream.read(_CHUNK):
                digest.update(part)
    except OSError:
        return ""
    return digest.hexdigest()
