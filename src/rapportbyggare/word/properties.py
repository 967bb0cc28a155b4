"""The document's properties: title, subject, organisation, language; dates from the edition, never the clock."""

import re

from rapportbyggare.core.document import Document
from rapportbyggare.core.manifest import Manifest
from rapportbyggare.word.namespaces import HEADER
from rapportbyggare.word.ooxml import escape

CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VARIANT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
SPACES = (
    f'xmlns:cp="{CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
USER_PROPERTY = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
FINGERPRINT, CONTENT = "Fingeravtryck", "Textens kontrollsumma"
EARLIEST = "1980-01-01"
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def core_part(document: Document) -> str:
    """Title, subject, author, keywords, language, status and dates."""
    manifest = document.manifest
    moment = f"{dated(document.edition.data_date)}T00:00:00Z"
    texts = {
        "dc:title": manifest.title,
        "dc:subject": manifest.subject,
        "dc:creator": manifest.organisation,
        "cp:keywords": ", ".join(manifest.keywords),
        "cp:lastModifiedBy": manifest.organisation,
        "cp:revision": "1",
    }
    dates = "".join(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>' for name in ("created", "modified"))
    more = {"cp:category": manifest.kind, "dc:language": manifest.language, "cp:contentStatus": manifest.status.value}
    return f"{HEADER}<cp:coreProperties {SPACES}>{elements(texts)}{dates}{elements(more)}</cp:coreProperties>"


def dated(data_date: str) -> str:
    """A whole date, of a date or a month; a fixed one when there is none."""
    whole = data_date if len(data_date) > len("2025-07") else f"{data_date}-01"
    return whole if DATE.fullmatch(whole) else EARLIEST


def elements(texts: dict[str, str]) -> str:
    """Elements with words in them, empty ones left out."""
    return "".join(f"<{name}>{escape(text)}</{name}>" for name, text in texts.items() if text)


def extended_part(manifest: Manifest) -> str:
    """The organisation, once more, where Word keeps it."""
    company = elements({"Company": manifest.organisation})
    return f'{HEADER}<Properties xmlns="{EXTENDED}"><Application>Rapportbyggare</Application>{company}</Properties>'


def custom_part(fingerprint: str, content: str) -> str:
    """The fingerprint of a final document's inputs, and the digest of its text (`content_digest`)."""
    own = "".join(
        f'<property fmtid="{USER_PROPERTY}" pid="{number}" name="{name}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for number, name, value in ((2, FINGERPRINT, fingerprint), (3, CONTENT, content))
    )
    return f'{HEADER}<Properties xmlns="{CUSTOM}" xmlns:vt="{VARIANT}">{own}</Properties>'
