"""Freezes an edition: builds the report as it stands and keeps it whole, never over another."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rapportbyggare.app import freeze_messages as messages
from rapportbyggare.app.alone import alone
from rapportbyggare.app.assemble import Progress, assemble
from rapportbyggare.app.build import OUTPUT, cause, drawn_before
from rapportbyggare.app.edition_names import composed, unfit
from rapportbyggare.app.edition_record import BASIS, FOLDER, RECORD, FrozenEdition, record_of
from rapportbyggare.app.editions import edition_names
from rapportbyggare.app.freeze_files import Unreadable, edition_files, edition_of
from rapportbyggare.app.keep import clear_halves, half_of, put_in_place, write_all
from rapportbyggare.app.messages import no_project
from rapportbyggare.app.output import Reason, blocked
from rapportbyggare.app.project import is_project
from rapportbyggare.app.rebuild import rebuilt
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.sources.paths import inside

LOCK = "frys.las"
HERE = Place(FOLDER)


@dataclass(frozen=True, slots=True)
class Frozen:
    """How a freeze went: the edition, None when nothing was kept, for `unwritable` by the disk's fault."""

    problems: tuple[Problem, ...]
    edition: FrozenEdition | None = None
    unwritable: bool = False


def freeze(folder: Path, name: str, today: str, progress: Progress) -> Frozen:
    """Build the report in `folder` as it stands and keep it as the edition `name`, frozen on the day `today` (ISO).

    It is kept whole or not at all. Raises BrokenDocument when the document is not fit to be opened.
    """
    name = composed(name)
    if not is_project(folder):
        return Frozen((no_project(Place(folder.as_posix())),))
    if inside(folder, FOLDER) is None:
        return Frozen((messages.leads_out(HERE),))
    if (fault := unfit(name, edition_names(folder))) is not None:
        return Frozen((fault,))
    # The folder of drawn charts is no part of the project, so the lock leaves no trace in it.
    lock = (drawn_before(folder) or folder / FOLDER) / LOCK
    try:
        with alone(lock) as free:
            return _frozen(folder, name, today, progress) if free else Frozen((messages.busy(HERE),))
    except OSError as error:
        return Frozen((messages.cannot_write(Place(f"{FOLDER}/{name}"), cause(error)),), unwritable=True)


def _frozen(folder: Path, name: str, today: str, progress: Progress) -> Frozen:
    clear_halves(folder / FOLDER)
    made = assemble(folder, False, drawn_before(folder), progress)
    if made.document is None or made.content is None or made.report is None:
        return Frozen(made.problems)
    progress("Sparar")
    try:
        files = edition_files(made.document, made.content, made.report.project)
    except Unreadable:
        return Frozen((messages.changed_meanwhile(HERE),))
    edition = edition_of(name, today, made.document, made.report.project, files)
    if (fault := _kept(folder, edition, files, progress)) is not None:
        return Frozen((fault,))
    return Frozen((*made.problems, *_edited(folder, edition)), edition)


def _kept(folder: Path, edition: FrozenEdition, files: Mapping[str, bytes], progress: Progress) -> Problem | None:
    """Write the edition beside its place, build it again from there, and give it its name; why it was not kept."""
    half = half_of(folder / edition.path)
    try:
        write_all(half, {**files, RECORD: record_of(edition)})
        progress("Prövar")
        # What the copies do not give, somebody wrote to between the build and the copy.
        if rebuilt(folder, half / BASIS, edition, drawn_before(folder)) != files[edition.document]:
            return messages.changed_meanwhile(HERE)
        if (fault := unfit(edition.name, edition_names(folder))) is not None:
            return fault
        put_in_place(half, folder / edition.path)
        return None
    finally:
        shutil.rmtree(half, ignore_errors=True)


def _edited(folder: Path, edition: FrozenEdition) -> tuple[Problem, ...]:
    """That the document in the output folder is another than the frozen one, because somebody has edited it."""
    name = f"{OUTPUT}/{edition.document}"
    try:
        reason = blocked(folder / name)
    except OSError:
        return ()
    return (messages.edited(Place(name), edition.name, f"{edition.path}/{edition.document}"),) if reason is Reason.EDITED else ()
