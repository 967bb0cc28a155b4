"""Build a report and put it, with its number ledger, in place."""

from dataclasses import dataclass
from pathlib import Path

from rapportbyggare.app import messages
from rapportbyggare.app.assemble import Progress, assemble
from rapportbyggare.app.ledger import figures_printed, ledger
from rapportbyggare.app.output import Placed, place
from rapportbyggare.core.blocks import ChartFigure, Picture, Table
from rapportbyggare.core.document import Document
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, has_errors
from rapportbyggare.core.walk import all_blocks

CACHE = ".rapportbyggare"
OUTPUT = "output"
INPUTS = ("report", "sections", "figures")


@dataclass(frozen=True, slots=True)
class Summary:
    """What a built document holds."""

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


@dataclass(frozen=True, slots=True)
class Built:
    """How a build went. `document` and `ledger` are None when nothing was written; `unwritable` when only that failed."""

    problems: tuple[Problem, ...]
    summary: Summary | None = None
    document: Placed | None = None
    ledger: Placed | None = None
    unwritable: bool = False


def build(folder: Path, final: bool, out: Path | None, progress: Progress) -> Built:
    """Build the project in `folder` to `out` (None: its own name in `output/`)."""
    if not (folder / "report" / "rapport.toml").is_file():
        return Built((messages.no_project(Place(folder.as_posix())),))
    if out is not None and (fault := _unfit(folder, out)) is not None:
        return Built((fault,), unwritable=True)
    made = assemble(folder, final, _cache(folder), progress)
    if made.document is None or made.content is None or has_errors(made.problems):
        return Built(made.problems)
    target = out or folder / OUTPUT / f"{made.document.manifest.file_name}.docx"
    if out is None and not _within(folder, target.parent):
        return Built((*made.problems, messages.outside(Place(OUTPUT))), unwritable=True)
    return _placed(made.document, made.content, made.problems, target, folder)


def _placed(document: Document, content: bytes, problems: tuple[Problem, ...], target: Path, folder: Path) -> Built:
    date = document.edition.data_date
    try:
        docx = place(content, target, date)
        numbers = docx.path.with_name(f"{docx.path.stem}-siffror.csv")
        csv = place(ledger(document).encode(), numbers, date)
    except OSError as error:
        fault = messages.cannot_write(Place(shown(target, folder)), cause(error))
        return Built((*problems, fault), unwritable=True)
    return Built(problems, summary_of(document), docx, csv)


def summary_of(document: Document) -> Summary:
    """The closing summary's counts."""
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
        figures_printed(document),
        manifest.contents,
    )


def _cache(folder: Path) -> Path | None:
    cache = folder / CACHE
    return cache if _within(folder, cache) else None


def _within(folder: Path, path: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def _unfit(folder: Path, out: Path) -> Problem | None:
    if out.suffix.lower() != ".docx":
        return messages.not_a_docx(Place(out.as_posix()))
    if any(_within(folder / name, out) for name in INPUTS):
        return messages.over_an_input(Place(out.as_posix()))
    return None


def shown(path: Path, folder: Path) -> str:
    """A path as the user would write it: from the project's folder when it lies there."""
    resolved, root = path.resolve(), folder.resolve()
    return resolved.relative_to(root).as_posix() if resolved.is_relative_to(root) else path.as_posix()


def cause(error: OSError) -> str:
    """An operating system's error in Swedish."""
    match error:
        case PermissionError():
            return "du har inte rätt att skriva där, eller filen är öppen i ett annat program"
        case FileNotFoundError() | NotADirectoryError():
            return "mappen finns inte"
        case IsADirectoryError():
            return "det finns redan en mapp med det namnet"
        case FileExistsError():
            return "alla namn bredvid är upptagna"
        case _:
            return {28: "disken är full", 30: "mappen är skrivskyddad", 36: "namnet är för långt"}.get(
                error.errno or 0, "okänt fel"
            )
