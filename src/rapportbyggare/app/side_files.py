"""A Word file as an edition: a draft or a document of ours as it was built, or whatever it says now."""

from dataclasses import replace
from pathlib import Path

from rapportbyggare.app import comparing_messages as messages
from rapportbyggare.app.assemble import as_final
from rapportbyggare.app.editions import editions
from rapportbyggare.app.files import read_chosen
from rapportbyggare.app.frozen import read_frozen
from rapportbyggare.app.known_data import with_data
from rapportbyggare.app.project import Project
from rapportbyggare.app.sides import Loaded, side_of
from rapportbyggare.core.problem import Problem, has_errors
from rapportbyggare.core.read import Pending, ReadFile
from rapportbyggare.word.frame import frame_of
from rapportbyggare.word.read.side import read_side
from rapportbyggare.word.revisions.revisions import resolved

HOW = (("godkänd", "godkända"), ("avvisad", "avvisade"))


def side_of_file(
    file: Path, called: str, project: Project | None, pending: Pending, cache: Path | None
) -> Loaded | tuple[Problem, ...]:
    """The edition that a file of the user's choice is, or why it cannot be read; `called` is what the reader calls it.

    A draft that nobody has changed is an edition as it lies. Of a document for the committee that nobody has changed, the
    frozen edition or the sources that it was built from are read instead. All other files are read as they stand.
    """
    content = read_chosen(file)
    if isinstance(content, Problem):
        return (content,)
    read, problems = read_side(content, called, pending)
    if read is None or has_errors(problems):
        return problems
    built = read.ours and read.untouched
    if built and read.final and project is not None:
        return _final(read, content, project, cache)
    side = with_data(read.side, project, cache) if project else read.side
    side = replace(side, frame=frame_of(content, side.title))
    remarks = (*_said_of(read, pending), *read.remarks)
    package = content if built and not read.final else None
    settled = resolved(content, pending is not Pending.REJECTED) if read.pending else content
    return Loaded(side, side.data_date, package, read.final, replace(read, side=side), settled, remarks)


def _final(read: ReadFile, content: bytes, project: Project, cache: Path | None) -> Loaded:
    """A final document with all that is known of what it was built from."""
    name, mark = read.side.name, read.side.fingerprint
    for frozen in editions(project.folder)[0]:
        if frozen.fingerprint == mark:
            source, problems = read_frozen(project.stored, frozen)
            made = side_of(source, problems, name, frozen.frozen, cache) if source else ()
            if isinstance(made, Loaded):
                return replace(made, read=read, remarks=(messages.known_by(name, f"den frysta utgåvan {frozen.name}"),))
    made = side_of(as_final(project), (), name, "", cache)
    if isinstance(made, Loaded) and made.side.fingerprint == mark:
        return replace(made, read=read, remarks=(messages.known_by(name, "källorna som de är nu"),))
    remarks = (messages.without_basis(name), *read.remarks)
    return Loaded(read.side, read.side.data_date, None, True, read, content, remarks)


def _said_of(read: ReadFile, pending: Pending) -> tuple[str, ...]:
    count, how = len(read.pending), HOW[pending is Pending.REJECTED]
    return (messages.pending_read(read.side.name, count, how[count != 1]),) if count else ()
