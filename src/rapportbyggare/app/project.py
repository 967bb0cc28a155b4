"""Everything a build reads, from the files of a report project."""

from dataclasses import dataclass
from pathlib import Path

from rapportbyggare.app import messages
from rapportbyggare.binding.bind import Draft
from rapportbyggare.binding.vocabulary import reserved_names
from rapportbyggare.core.dataset import Catalogue, Delivery
from rapportbyggare.core.manifest import Manifest
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.style import Style
from rapportbyggare.data.archive import read_archive
from rapportbyggare.data.catalogue import read_catalogue
from rapportbyggare.reading.charts import read_charts
from rapportbyggare.reading.manifest import FILE as MANIFEST
from rapportbyggare.reading.manifest import read_manifest
from rapportbyggare.reading.sections import read_section
from rapportbyggare.reading.style import read_style
from rapportbyggare.reading.tables import read_tables

SECTIONS = "sections"


@dataclass(frozen=True, slots=True)
class Project:
    """A report project, read: its words, its style and its archive of deliveries."""

    folder: Path
    draft: Draft
    style: Style
    catalogue: Catalogue
    deliveries: tuple[Delivery, ...]


def read_project(folder: Path) -> tuple[Project | None, tuple[Problem, ...]]:
    """Read all of a project; None when the manifest, the style or the catalogue cannot be read at all."""
    manifest, problems = read_manifest(folder)
    style, of_style = read_style(folder)
    catalogue, of_catalogue = read_catalogue(folder, reserved_names())
    tables, of_tables = read_tables(folder)
    charts, of_charts = read_charts(folder)
    found = [*problems, *of_style, *of_catalogue, *of_tables, *of_charts]
    files, of_order = section_files(folder, manifest)
    sections = [read_section(folder, file) for file in files]
    found += of_order + [problem for _, faults in sections for problem in faults]
    if catalogue is None or manifest is None or style is None:
        return None, tuple(found)
    deliveries, of_archive = read_archive(folder, catalogue)
    draft = Draft(manifest, tuple(section for section, _ in sections), tables, charts)
    return Project(folder, draft, style, catalogue, deliveries), (*found, *of_archive)


def section_files(folder: Path, manifest: Manifest | None) -> tuple[list[str], list[Problem]]:
    """The section files in the manifest's order, else by name."""
    there = sorted(path.name for path in (folder / SECTIONS).glob("*.md")) if (folder / SECTIONS).is_dir() else []
    if manifest is None or not manifest.sections:
        problems = [] if there else [messages.no_sections(Place(SECTIONS))]
        return [f"{SECTIONS}/{name}" for name in there], problems
    listed = list(dict.fromkeys(manifest.sections))
    problems = [messages.missing_section(Place(MANIFEST), name, there) for name in listed if name not in there]
    problems += [messages.unlisted_section(Place(f"{SECTIONS}/{name}")) for name in there if name not in listed]
    return [f"{SECTIONS}/{name}" for name in listed if name in there], problems
