"""An edition loaded to be compared: made from a project's words and the data of a moment."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rapportbyggare.app import comparing_messages as messages
from rapportbyggare.app.assemble import bound_document, fingerprinted, template_of
from rapportbyggare.app.consequences import without_consequences
from rapportbyggare.app.images import charts_of, pictures_of
from rapportbyggare.app.project import Project, dataset_of
from rapportbyggare.core.compared import DeliveryLabel, ReadSection, Side
from rapportbyggare.core.dataset import Delivery
from rapportbyggare.core.document import Document
from rapportbyggare.core.images import ImageFile
from rapportbyggare.core.problem import Problem, Severity, has_errors, in_order
from rapportbyggare.core.read import ReadFile
from rapportbyggare.core.text import DocumentText, LineBreak, Text
from rapportbyggare.word.cover import cover_lines, status_lines
from rapportbyggare.word.described import described
from rapportbyggare.word.document import write_document
from rapportbyggare.word.frame import frame_of
from rapportbyggare.word.properties import dated


@dataclass(frozen=True, slots=True)
class Loaded:
    """An edition, loaded: what is compared, and the package with anchors that a redline is made of (None: there is none).

    `day` is that of its words (ISO, "" when it is not known), `final` whether it is without a draft's marks, `read` what a
    Word file held besides and `content` its bytes with no change pending, `remarks` what should be known of how it was read.
    """

    side: Side
    day: str
    package: bytes | None = None
    final: bool = False
    read: ReadFile | None = None
    content: bytes = b""
    remarks: tuple[str, ...] = ()


def side_of(
    project: Project, problems: tuple[Problem, ...], name: str, day: str, cache: Path | None
) -> Loaded | tuple[Problem, ...]:
    """The edition `name` that a project read with these problems gives; its errors when it gives none.

    `day` is that of the words ("": that of the data), `cache` the folder of drawn charts.
    """
    template, of_template = template_of(project)
    document, bound = bound_document(project)
    pictures, of_pictures = pictures_of(document, project.style, project.folder)
    of_binding = without_consequences(problems, bound, document.manifest.year)
    found = in_order((*problems, *of_template, *of_binding, *of_pictures))
    if has_errors(found):
        return (messages.has_faults(name), *(one for one in found if one.severity is Severity.ERROR))
    document = fingerprinted(document, project)
    images = pictures | charts_of(document, project.style, cache)
    package = write_document(document, project.style, images, template, anchored=True)
    side = _side(project, document, images, package, name)
    return Loaded(side, day or document.edition.data_date, package, document.manifest.final)


def _side(project: Project, document: Document, images: Mapping[str, ImageFile], package: bytes, name: str) -> Side:
    properties, look = described(package)
    return Side(
        name=name,
        title=document.manifest.title,
        cover=cover_of(document),
        sections=tuple(ReadSection(section.file, section.blocks) for section in document.sections),
        notes=document.notes,
        images=images,
        properties=properties,
        frame=frame_of(package, document.manifest.title),
        look=look,
        data_date=document.edition.data_date,
        fingerprint=document.edition.fingerprint,
        deliveries=labels(document.edition.deliveries, project.deliveries),
        draft=project.draft.sections,
        document=document,
        dataset=dataset_of(project),
        choices=document.choices,
    )


def labels(named: Iterable[tuple[int, str]], archive: Iterable[Delivery]) -> tuple[DeliveryLabel, ...]:
    """Deliveries by number and name, with the day that the archive took each in."""
    days = {one.number: one.received for one in archive}
    return tuple(DeliveryLabel(number, name, days.get(number, "")) for number, name in named)


def moment_of(day: str) -> str:
    """A day as Word writes a moment."""
    return f"{dated(day)}T00:00:00Z"


def cover_of(document: Document) -> tuple[DocumentText, ...]:
    """The cover's lines, as the file has them: one text for each paragraph."""
    manifest = document.manifest
    lines = (manifest.kind, manifest.title, *status_lines(document), *cover_lines(manifest))
    return tuple(tuple(_broken(line)) for line in lines if line)


def _broken(line: str) -> Iterator[Text | LineBreak]:
    for index, part in enumerate(line.splitlines()):
        yield from [LineBreak()] if index else []
        yield Text(part.strip())
