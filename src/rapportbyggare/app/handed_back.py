"""What somebody has done in a copy of our document: each edit with the section it belongs to, and the figures written over."""

from dataclasses import replace
from pathlib import Path

from rapportbyggare.app import handed_back_messages as messages
from rapportbyggare.app.assemble import as_final
from rapportbyggare.app.editions import editions
from rapportbyggare.app.frozen import read_frozen
from rapportbyggare.app.named_again import named_again
from rapportbyggare.app.points import rested_on
from rapportbyggare.app.project import Project
from rapportbyggare.app.sides import Loaded, side_of
from rapportbyggare.core.compared import Side
from rapportbyggare.core.place import NOWHERE
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.read import AuthorEdit, AuthorEdits, EditKind, HandedBack, ReadFile
from rapportbyggare.diff.edits import edits_of


def handed_back(read: ReadFile, project: Project | None, cache: Path | None) -> HandedBack | None:
    """What was done in a file since it was built; None when nothing was.

    Of a file that is not ours, or whose own edition cannot be made again, only what is pending and commented is known.
    """
    name = read.side.name
    if read.ours and not read.untouched and project is not None and (found := _basis(read, project, cache)) is not None:
        basis, remarks = found
        assert basis.document is not None
        if read.final:
            read = replace(read, side=named_again(read.side, basis.document))
        return HandedBack(name, edits_of(basis.document, basis.draft, read), remarks)
    alone = AuthorEdits(tuple(_alone(read)), ())
    remarks = (messages.no_basis(name),) if read.ours and not read.untouched and project is not None else ()
    return HandedBack(name, alone, remarks) if alone.edits or remarks else None


def _alone(read: ReadFile) -> list[AuthorEdit]:
    """The tracked changes and the comments of a file whose sources are not known."""
    pending = [
        AuthorEdit(EditKind.PENDING, one.where.part, one.where.heading, NOWHERE, "", "", "", (one,)) for one in read.pending
    ]
    comments = [
        AuthorEdit(EditKind.COMMENT, one.where.part, one.where.heading, NOWHERE, one.about, "", "", comment=one)
        for one in read.comments
    ]
    return [*pending, *comments]


def _basis(read: ReadFile, project: Project, cache: Path | None) -> tuple[Side, tuple[str, ...]] | None:
    """The edition the file was built as, with a remark when it is not known for sure; None when it cannot be made again."""
    mark, name = read.side.fingerprint, read.side.name
    today = _today(read, project, cache)
    if today is not None and today.fingerprint == mark:
        return today, ()
    for frozen in editions(project.stored)[0]:
        if frozen.fingerprint == mark:
            source, problems = read_frozen(project.stored, frozen)
            made = side_of(source, problems, frozen.name, "", cache) if source else ()
            if isinstance(made, Loaded):
                return made.side, (messages.of_frozen(frozen.name),)
    return None if today is None else (today, (messages.rewritten_since(name),))


def _today(read: ReadFile, project: Project, cache: Path | None) -> Side | None:
    """Today's words with the figures that the file was built of."""
    used, missing = rested_on((one.number for one in read.side.deliveries), project)
    if missing:
        return None
    there = project._replace(deliveries=tuple(used)) if used else project
    made: Loaded | tuple[Problem, ...] = side_of(as_final(there) if read.final else there, (), read.side.name, "", cache)
    return made.side if isinstance(made, Loaded) else None
