"""Everything a build reads, from the files of a report project."""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from rapportbyggare.app import messages
from rapportbyggare.app.keyplaces import key_place
from rapportbyggare.app.printed import Printed, read_printed
from rapportbyggare.binding.bind import Draft
from rapportbyggare.binding.vocabulary import reserved_names
from rapportbyggare.core.dataset import Catalogue, Dataset, Delivery
from rapportbyggare.core.manifest import Manifest
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.style import Style
from rapportbyggare.data.archive import as_of_moment, read_archive
from rapportbyggare.data.catalogue import read_catalogue
from rapportbyggare.data.moments import END, Moment
from rapportbyggare.reading.charts import read_charts
from rapportbyggare.reading.manifest import FILE as MANIFEST
from rapportbyggare.reading.manifest import read_manifest
from rapportbyggare.reading.sections import read_section
from rapportbyggare.reading.style import read_style
from rapportbyggare.reading.tables import read_tables

SECTIONS = "sections"
LIKE_SECTIONS = (".markdown", ".txt", ".docx")


class Project(NamedTuple):
    """A report project, read: its words, its style, its archive of deliveries, and what decided editions printed.

    `folder` holds what is written; `stored` is the project folder in whose archive the deliveries lie, `moment`
    the point in time whose knowledge of them counts.
    """

    folder: Path
    stored: Path
    draft: Draft
    style: Style
    catalogue: Catalogue
    deliveries: tuple[Delivery, ...]
    printed: Printed
    moment: Moment = END


def is_project(folder: Path) -> bool:
    """Whether the folder holds a report project."""
    return (folder / MANIFEST).is_file()


def read_project(folder: Path, stored: Path | None = None) -> tuple[Project | None, tuple[Problem, ...]]:
    """Read all of a project; None when the manifest, the style or the catalogue cannot be read at all.

    `stored` is the project folder whose archive holds the deliveries, when it is not `folder`.
    """
    manifest, problems = read_manifest(folder)
    project, found = read_with(manifest, folder, stored)
    return project, (*problems, *found)


def read_with(manifest: Manifest | None, folder: Path, stored: Path | None) -> tuple[Project | None, tuple[Problem, ...]]:
    """Read all of a project but its manifest."""
    style, of_style = read_style(folder)
    catalogue, of_catalogue = read_catalogue(folder, reserved_names())
    tables, of_tables = read_tables(folder)
    charts, of_charts = read_charts(folder)
    found = [*of_style, *of_catalogue, *of_tables, *of_charts]
    files, of_order = section_files(folder, manifest)
    sections = [read_section(folder, file) for file in files]
    found += of_order + [problem for _, faults in sections for problem in faults]
    if catalogue is None or manifest is None or style is None:
        return None, tuple(found)
    deliveries, of_archive = read_archive(folder, catalogue, stored)
    printed, of_printed = read_printed(folder)
    draft = Draft(manifest, tuple(section for section, _ in sections), tables, charts)
    project = Project(folder, stored or folder, draft, style, catalogue, deliveries, printed)
    return project, (*found, *of_archive, *of_printed)


def dataset_of(project: Project) -> Dataset:
    """All that the project's archive held at its moment, and what decided editions printed of it."""
    return replace(as_of_moment(project.deliveries, project.catalogue, project.moment), printed=project.printed.facts)


def section_files(folder: Path, manifest: Manifest | None) -> tuple[list[str], list[Problem]]:
    """The section files in the manifest's order, else by name."""
    there, problems = _sections_there(folder)
    if manifest is None or not manifest.sections:
        return [f"{SECTIONS}/{name}" for name in there], problems if there else [*problems, messages.no_sections(Place(SECTIONS))]
    listed = [_composed(name) for name in manifest.sections]
    problems += [messages.unlisted_section(Place(f"{SECTIONS}/{name}")) for name in there if name not in listed]
    for index, name in enumerate(listed):
        if name not in there:
            problems.append(messages.missing_section(key_place(folder, MANIFEST, "avsnitt", index), name, there))
        elif name in listed[:index]:
            problems.append(messages.repeated_section(key_place(folder, MANIFEST, "avsnitt", index), name))
    return [f"{SECTIONS}/{name}" for name in dict.fromkeys(listed) if name in there], problems


def _sections_there(folder: Path) -> tuple[list[str], list[Problem]]:
    """The names of the sections in name order, and problems of files that look like sections but are not read."""
    names = sorted(_composed(path.name) for path in (folder / SECTIONS).glob("*") if not path.name.startswith((".", "~")))
    others = [name for name in names if name.lower().endswith(LIKE_SECTIONS)]
    problems = [messages.other_ending(Place(f"{SECTIONS}/{name}")) for name in others]
    return [name for name in names if name.lower().endswith(".md")], problems


def _composed(name: str) -> str:
    """The name with å as one character, however the disk writes it."""
    return name if name.isascii() else normalize("NFC", name)
