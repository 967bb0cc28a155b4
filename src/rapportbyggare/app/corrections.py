"""What is to be corrected by hand in a draft that others have edited."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from rapportbyggare.app import corrections_messages as messages
from rapportbyggare.app import messages as common
from rapportbyggare.app.assemble import Progress, edition
from rapportbyggare.app.consequences import without_consequences
from rapportbyggare.app.editions import editions
from rapportbyggare.app.files import read_chosen
from rapportbyggare.app.points import NOW, Point, known, rested_on, with_deliveries
from rapportbyggare.app.project import Project, is_project, read_project
from rapportbyggare.binding.bind import bind
from rapportbyggare.charts.cache import drawn
from rapportbyggare.core.blocks import ChartFigure
from rapportbyggare.core.document import Document
from rapportbyggare.core.edited import EditedFile
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, has_errors, in_order
from rapportbyggare.core.style import Style
from rapportbyggare.core.walk import all_blocks
from rapportbyggare.data.moments import END, Moment
from rapportbyggare.diff.changes import BROKEN_CLAIM
from rapportbyggare.diff.correction import Correction, Standing
from rapportbyggare.diff.corrections import corrections as listed
from rapportbyggare.diff.folding import flat
from rapportbyggare.diff.rewritten import unknown_values
from rapportbyggare.passages.listing import passages
from rapportbyggare.typography.dates import is_date
from rapportbyggare.word.edited.edited import read_edited


@dataclass(frozen=True, slots=True)
class CorrectionReport:
    """What an edited file says otherwise than today's sources and figures.

    `items` are in the file's order; `remarks` say in words what should be known of the list as a whole. With errors among
    the `problems` there are none. `old` and `new` are the dates of the figures in the file and of today's.
    """

    file: str
    problems: tuple[Problem, ...] = ()
    items: tuple[Correction, ...] = ()
    remarks: tuple[str, ...] = ()
    old: str = ""
    new: str = ""

    def counted(self, standing: Standing) -> int:
        """How many of the items are in this state."""
        return sum(item.standing is standing for item in self.items)


def corrections(folder: Path, file: Path, progress: Progress) -> CorrectionReport:
    """What is to be corrected in `file`, a draft of the project in `folder` that others have edited; nothing is written."""
    name = file.as_posix()
    if not is_project(folder):
        return CorrectionReport(name, (common.no_project(Place(folder.as_posix())),))
    progress("Läser")
    content = read_chosen(file)
    if isinstance(content, Problem):
        return CorrectionReport(name, (content,))
    edited, faults = read_edited(content, name)
    if edited is None:
        return CorrectionReport(name, faults)
    project, problems = read_project(folder)
    if project is None:
        return CorrectionReport(name, in_order(problems))
    basis = _basis(edited, project, name)
    if isinstance(basis, Problem):
        return CorrectionReport(name, (basis,))
    progress("Räknar")
    today, of_today = _bound(project, known(project, END, NOW))
    found = in_order((*problems, *without_consequences(problems, of_today, today.manifest.year)))
    if has_errors(found):
        return CorrectionReport(name, found)
    progress("Jämför")
    before, _ = _bound(project, basis)
    items = listed(before, today, project.draft.sections, edited, lambda block: _digests(block, before, today, project.style))
    remarks = (*_remarks(edited, before, today), *_untrue(found, edited))
    return CorrectionReport(name, found, items, remarks, basis.dataset.date, today.edition.data_date)


def _basis(edited: EditedFile, project: Project, name: str) -> Point | Problem:
    """The figures that the file was made from, with all that was known then.

    A draft lists its deliveries; a final document has the fingerprint of a frozen edition, or else its date.
    """
    if edited.edition is not None:
        return _with(edited.edition.deliveries, project, name)
    if not edited.fingerprint and not any(text.anchors for text in edited.texts):
        return messages.not_ours(name)
    for frozen in editions(project.folder)[0]:
        if edited.fingerprint and frozen.fingerprint == edited.fingerprint:
            return _with((delivery.number for delivery in frozen.deliveries), project, name)
    if not is_date(edited.created) or edited.created < min((one.received for one in project.deliveries), default="9999"):
        return messages.unknown_basis(name)
    return known(project, Moment(edited.created), edited.created)


def _with(numbers: Iterable[int], project: Project, name: str) -> Point | Problem:
    used, missing = rested_on(numbers, project)
    return messages.lost_deliveries(name, missing) if missing else with_deliveries(project, used, name)


def _bound(project: Project, point: Point) -> tuple[Document, tuple[Problem, ...]]:
    return bind(project.draft, point.dataset, edition(project, point.dataset), project.style.thousands)


def _digests(block: str, before: Document, today: Document, style: Style) -> tuple[frozenset[str], frozenset[str]]:
    """SHA-256 of the images of a chart, as it was and as it is."""
    old, new = (_images(block, document, style) for document in (before, today))
    return old, new


def _images(block: str, document: Document, style: Style) -> frozenset[str]:
    key = block.removeprefix("diagram:")
    blocks = (one for section in document.sections for one in all_blocks(section.blocks))
    chart = next((one for one in blocks if isinstance(one, ChartFigure) and one.key == key), None)
    if chart is None:
        return frozenset()
    image = drawn(chart.chart, style, None)
    return frozenset(sha256(content).hexdigest() for content in (image.png, image.svg) if content)


def _untrue(found: Iterable[Problem], edited: EditedFile) -> Iterator[str]:
    """The claims that today's figures belie and whose words still stand in the file: no exchange of figures mends them."""
    texts = [flat(text.text) for text in edited.texts]
    for one in found:
        if one.code == BROKEN_CLAIM and one.quote and any(flat(one.quote.rstrip("… ")) in text for text in texts):
            yield messages.claim_untrue(one.message)


def _remarks(edited: EditedFile, before: Document, today: Document) -> Iterator[str]:
    fingerprint = edited.edition.fingerprint if edited.edition else edited.fingerprint
    yield messages.made_from(before.edition.data_date, fingerprint, today.edition.data_date)
    if edited.edition is None:
        yield messages.without_map()
    elif count := unknown_values(passages(before), edited.edition):
        yield messages.rewritten(count)
    if edited.tracked:
        yield messages.tracked(edited.tracked)
    if edited.boxes or edited.comments:
        yield messages.unread(edited.boxes, edited.comments)
