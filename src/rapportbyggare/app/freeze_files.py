"""What a frozen edition holds: its files, and the record of them."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from rapportbyggare import VERSION
from rapportbyggare.app.edition_names import composed
from rapportbyggare.app.edition_record import BASIS, LEDGER, FrozenEdition, StoredDelivery, record_of, seal_in
from rapportbyggare.app.environment import environment
from rapportbyggare.app.images import picture_files
from rapportbyggare.app.inputs import beside_inputs, written_inputs
from rapportbyggare.app.ledger import ledger
from rapportbyggare.app.project import Project
from rapportbyggare.app.unaltered import checksum, index_rows
from rapportbyggare.core.document import Document
from rapportbyggare.core.manifest import DocumentStatus
from rapportbyggare.data.deliveries import FOLDER as DATA
from rapportbyggare.data.deliveries import INDEX
from rapportbyggare.sources.text import read_bytes


class Unreadable(Exception):
    """An input that was read a moment ago cannot be read now."""


def edition_files(document: Document, content: bytes, project: Project) -> dict[str, bytes]:
    """Every file of an edition but its record, by name. Raises Unreadable."""
    manifest = document.manifest
    named = (*picture_files(document, project.style), *([manifest.template] if manifest.template else []))
    others = (INDEX, *beside_inputs(project.folder), *project.printed.files, *named)
    inputs = written_inputs(project.folder) | {composed(name): name for name in others}
    own = {f"{manifest.file_name}.docx": content, LEDGER: ledger(document).content}
    return own | {f"{BASIS}/{name}": _content(project.folder, there) for name, there in inputs.items()}


def _content(folder: Path, name: str) -> bytes:
    content, _ = read_bytes(folder, name)
    if content is None:
        raise Unreadable(name)
    return content


def edition_of(name: str, today: str, document: Document, project: Project, files: Mapping[str, bytes]) -> FrozenEdition:
    """The edition's record; of a decided one, also what was decided and when."""
    manifest = document.manifest
    decided = manifest.status is DocumentStatus.DECIDED
    edition = FrozenEdition(
        name=name,
        frozen=today,
        status=manifest.status,
        data_date=document.edition.data_date,
        fingerprint=document.edition.fingerprint,
        version=VERSION,
        environment=environment(),
        document=f"{manifest.file_name}.docx",
        deliveries=tuple(_deliveries(project)),
        files={name: sha256(content).hexdigest() for name, content in files.items()},
        decided=manifest.edition if decided else "",
        decision_date=manifest.decision_date if decided else "",
        paragraph=manifest.paragraph if decided else "",
    )
    return edition._replace(seal=seal_in(record_of(edition)))


def _deliveries(project: Project) -> Iterator[StoredDelivery]:
    """The deliveries that the index lists; a withdrawal has no file."""
    for number, row in index_rows(project.folder).items():
        if row["observationer"]:
            file = f"{DATA}/{row['observationer']}"
            yield StoredDelivery(int(number), file, checksum(project.stored, file))
