"""The record of a frozen edition: what it says, as a value and as a TOML file sealed with its own checksum."""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

from rapportbyggare.app import edition_messages as messages
from rapportbyggare.core.manifest import DocumentStatus
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.sources.text import decode
from rapportbyggare.sources.toml import Fields, format_number, read_table

FOLDER = "report/utgavor"
RECORD = "utgava.toml"
LEDGER = "siffror.csv"
BASIS = "underlag"
SEAL = re.compile(rb'(?m)^kontrollsumma = "([0-9a-f]*)"')
UNSEALED = b'kontrollsumma = ""'


class StoredDelivery(NamedTuple):
    """A delivery an edition rests on: its number, its file in the archive and that file's SHA-256."""

    number: int
    file: str
    checksum: str


class FrozenEdition(NamedTuple):
    """What a record says. Dates are ISO; `files` gives each file's SHA-256, `document` is the name of the .docx.

    `decided` is the edition that was decided, with `decision_date` and `paragraph`, all "" before the decision;
    `seal` is the checksum of the record itself, and by that of all.
    """

    name: str
    frozen: str
    status: DocumentStatus
    data_date: str
    fingerprint: str
    version: str
    environment: tuple[str, ...]
    document: str
    deliveries: tuple[StoredDelivery, ...]
    files: Mapping[str, str]
    decided: str = ""
    decision_date: str = ""
    paragraph: str = ""
    seal: str = ""

    @property
    def path(self) -> str:
        """The edition's folder, from the project's."""
        return f"{FOLDER}/{self.name}"


def parsed_record(content: bytes, file: str, name: str) -> tuple[FrozenEdition | None, tuple[Problem, ...]]:
    """What the record `file` of the edition `name` says; None, and why, when it has been altered."""
    if seal_in(content) != sealed(content):
        return None, (messages.altered(Place(file), name),)
    text, of_text = decode(content, file)
    found = list(of_text)
    edition = _record(read_table(text, file, found), name)
    return (None, tuple(found)) if found else (edition, ())


def sealed(content: bytes) -> str:
    """The checksum that belongs in a record: over all of it but the checksum itself."""
    return sha256(SEAL.sub(UNSEALED, content)).hexdigest()


def seal_in(content: bytes) -> str:
    """The checksum that stands in a record, "" when none does."""
    match = SEAL.search(content)
    return match[1].decode() if match else ""


def _record(fields: Fields, name: str) -> FrozenEdition:
    format_number(fields)
    files = fields.table("filer", required=True)
    edition = FrozenEdition(
        name=fields.text("namn"),
        frozen=fields.text("fryst"),
        status=fields.choice("status", DocumentStatus),
        data_date=fields.text("uppgifter_per"),
        fingerprint=fields.text("fingeravtryck"),
        version=fields.text("verktyg"),
        environment=fields.texts("miljo"),
        document=fields.text("dokument"),
        deliveries=tuple(_deliveries(fields)),
        files={key: files.text(key) for key in files.keys},
        decided=fields.text("beslutad_utgava", ""),
        decision_date=fields.text("beslutsdatum", ""),
        paragraph=fields.text("paragraf", ""),
        seal=fields.text("kontrollsumma"),
    )
    fields.done()
    if edition.name != name and fields.readable:
        fields.report(messages.renamed(fields.value_place("namn"), edition.name, name))
    return edition


def _deliveries(fields: Fields) -> Iterator[StoredDelivery]:
    for one in fields.tables("leverans"):
        yield StoredDelivery(one.whole("nummer"), one.text("fil"), one.text("sha256"))


def record_of(edition: FrozenEdition) -> bytes:
    """The record as TOML, sealed."""
    content = "".join(f"{line}\n" for line in _lines(edition)).encode()
    return content.replace(UNSEALED, f'kontrollsumma = "{sealed(content)}"'.encode(), 1)


def _lines(edition: FrozenEdition) -> Iterator[str]:
    yield "# Fryst utgåva. Ändra inget här: kontrollsummorna visar om något har ändrats."
    yield "format = 1"
    yield UNSEALED.decode()
    texts = {
        "namn": edition.name,
        "fryst": edition.frozen,
        "status": edition.status.value,
        "uppgifter_per": edition.data_date,
        "fingeravtryck": edition.fingerprint,
        "verktyg": edition.version,
        "dokument": edition.document,
        "beslutad_utgava": edition.decided,
        "beslutsdatum": edition.decision_date,
        "paragraf": edition.paragraph,
    }
    yield from (f"{key} = {_quoted(text)}" for key, text in texts.items())
    yield f"miljo = [{', '.join(map(_quoted, edition.environment))}]"
    for one in edition.deliveries:
        yield from ("", "[[leverans]]", f"nummer = {one.number}", f"fil = {_quoted(one.file)}", f'sha256 = "{one.checksum}"')
    yield from ("", "[filer]")
    yield from (f'{_quoted(name)} = "{checksum}"' for name, checksum in sorted(edition.files.items()))


def _quoted(text: str) -> str:
    """A TOML string; what it may not hold as it is is written as a code."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub("[\x00-\x1f\x7f]", lambda match: f"\\u{ord(match[0]):04x}", escaped) + '"'
