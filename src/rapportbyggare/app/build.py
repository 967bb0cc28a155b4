"""Build a report and put it, with its number ledger, in place."""

import errno
from os.path import realpath
from pathlib import Path
from typing import NamedTuple

from rapportbyggare.app import messages
from rapportbyggare.app.assemble import Assembled, Progress, assemble
from rapportbyggare.app.ledger import ledger
from rapportbyggare.app.output import Placed, place
from rapportbyggare.app.project import is_project
from rapportbyggare.core.blocks import ChartFigure, Picture, Table
from rapportbyggare.core.document import Document
from rapportbyggare.core.manifest import DocumentStatus
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.walk import all_blocks

CACHE = ".rapportbyggare"
OUTPUT = "output"
INPUTS = ("report", "sections", "figures")
CAUSES = {
    errno.ENOSPC: "disken är full",
    errno.EDQUOT: "du har inget utrymme kvar på disken",
    errno.EROFS: "mappen är skrivskyddad",
    errno.ENAMETOOLONG: "namnet är för långt",
    errno.ELOOP: "länken leder runt i en ring",
}


class Summary(NamedTuple):
    """What a built document holds; `likeness` is how a decided one differs from the edition that was decided.

    `turned_back` is the moment whose data it has, "" when it has all.
    """

    title: str
    status: str
    data_date: str
    mark: str
    sections: int
    tables: int
    figures: int
    notes: int
    numbers: int
    contents: bool
    likeness: str = ""
    turned_back: str = ""


class Built(NamedTuple):
    """How a build went. `document` and `ledger` are None when they were not written, for `unwritable` by the disk's fault."""

    problems: tuple[Problem, ...]
    summary: Summary | None = None
    document: Placed | None = None
    ledger: Placed | None = None
    unwritable: bool = False


def build(folder: Path, final: bool, out: Path | None, progress: Progress, per: str = "") -> Built:
    """Build the project in `folder` to `out` (None: its own name in `output/`), with the data as of `per` ("": now)."""
    if not is_project(folder):
        return Built((messages.no_project(Place(folder.as_posix())),))
    target = out or folder / OUTPUT / "dokument.docx"
    if (fault := _unfit(folder, target, out is None)) is not None:
        return Built((fault,), unwritable=True)
    made = assemble(folder, final, drawn_before(folder), progress, per)
    if made.document is None or made.content is None:
        return Built(made.problems)
    turned_back = f"-per-{per.strip().lower().replace(' ', '-')}" if per else ""
    own_name = f"{made.document.manifest.file_name}{turned_back}.docx"
    return _placed(made.document, made.content, made, out or target.with_name(own_name), folder)


def _placed(document: Document, content: bytes, made: Assembled, target: Path, folder: Path) -> Built:
    date, numbers, problems = document.edition.data_date, ledger(document), made.problems
    decided = document.manifest.status is DocumentStatus.DECIDED
    summary = summary_of(document, numbers.figures)._replace(likeness=made.likeness, turned_back=made.turned_back)
    try:
        docx = place(content, target, date, decided)
    except OSError as error:
        fault = messages.cannot_write(Place(shown(target, folder)), cause(error))
        return Built((*problems, fault), unwritable=True)
    beside = docx.path.with_name(f"{docx.path.stem}-siffror.csv")
    try:
        return Built(problems, summary, docx, place(numbers.content, beside, date, decided))
    except OSError as error:
        fault = messages.cannot_write_ledger(Place(shown(beside, folder)), cause(error))
        return Built((*problems, fault), summary, docx, unwritable=True)


def summary_of(document: Document, numbers: int) -> Summary:
    """The closing summary's counts; `numbers` is how many figures of the dataset are printed."""
    blocks = [block for section in document.sections for block in all_blocks(section.blocks)]
    manifest, edition = document.manifest, document.edition
    return Summary(
        manifest.title,
        manifest.status.value,
        edition.data_date,
        edition.fingerprint[:8],
        len(document.sections),
        sum(isinstance(block, Table) for block in blocks),
        sum(isinstance(block, ChartFigure | Picture) for block in blocks),
        len(document.notes),
        numbers,
        manifest.contents,
    )


def drawn_before(folder: Path) -> Path | None:
    """The folder of drawn charts; None when it leads out of the project."""
    cache = folder / CACHE
    return cache if _within(folder, cache) else None


def _within(folder: Path, path: Path) -> bool:
    return Path(realpath(path)).is_relative_to(realpath(folder))


def _unfit(folder: Path, target: Path, own: bool) -> Problem | None:
    """Why nothing may be written to `target`; `own` when it is the project's own output folder."""
    place = Place(OUTPUT if own else target.as_posix())
    if any(_within(folder / name, target) for name in INPUTS):
        return messages.over_an_input(place)
    return messages.outside(place) if own and not _within(folder, target.parent) else None


def shown(path: Path, folder: Path) -> str:
    """A path as the user would write it: from the project's folder when it lies there."""
    whole, root = Path(realpath(path.parent)) / path.name, Path(realpath(folder))
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else path.as_posix()


def cause(error: OSError) -> str:
    """An operating system's error in Swedish."""
    match error:
        case PermissionError():
            return "du har inte rätt att skriva där, eller så är filen öppen i ett annat program"
        case FileNotFoundError():
            return "mappen finns inte"
        case NotADirectoryError():
            return "det ligger en fil där mappen skulle vara"
        case IsADirectoryError():
            return "det finns redan en mapp med det namnet"
        case FileExistsError():
            return "alla namn bredvid är upptagna"
        case _:
            return CAUSES.get(error.errno or 0, "datorn säger nej utan att säga varför")
