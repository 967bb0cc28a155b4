"""Which map a received file is read with."""

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase

from rapportbyggare.core.dataset import Catalogue
from rapportbyggare.core.problem import Problem
from rapportbyggare.intake import choose_messages as messages
from rapportbyggare.intake.maps import SourceMap


def choose_map(
    file: str, name: str | None, maps: Mapping[str, SourceMap], catalogue: Catalogue
) -> tuple[SourceMap | None, tuple[Problem, ...]]:
    """The map of that name, or of the source of that name, or whose patterns the file's name fits.

    Several maps of a source are told apart by the file's name. `file` is without folders.
    """
    if not maps:
        return None, (messages.no_maps(file),)
    if name is not None and name in maps:
        return maps[name], ()
    own = [one for one in maps.values() if name is None or one.source == name]
    open_ = [one for one in maps.values() if not one.source and name in catalogue.sources]
    if not own and not open_:
        known = (*maps, *catalogue.sources)
        return None, (messages.unknown_map(file, name or "", [*maps], name in catalogue.sources, known),)
    return _by_file(file, name, own, open_)


def _by_file(
    file: str, name: str | None, own: Sequence[SourceMap], open_: Sequence[SourceMap]
) -> tuple[SourceMap | None, tuple[Problem, ...]]:
    """The map that the file's name fits; when none does and a source was named, the only map it can be."""
    candidates = [*own, *open_]
    fitting = [one for one in candidates if fits(file, one)]
    likely = own or open_
    if not fitting and name is not None and len(likely) == 1:
        return likely[0], ()
    return (fitting[0], ()) if len(fitting) == 1 else (None, (_undecided(file, name, fitting, candidates),))


def fits(file: str, map_: SourceMap) -> bool:
    """Whether the file's name is one the map expects."""
    return any(fnmatchcase(file.casefold(), pattern.casefold()) for pattern in map_.patterns)


def _undecided(file: str, name: str | None, fitting: Sequence[SourceMap], candidates: Sequence[SourceMap]) -> Problem:
    if fitting:
        return messages.several_maps(file, [one.name for one in fitting])
    return messages.no_map(file, [(one.name, one.patterns) for one in candidates], name)
