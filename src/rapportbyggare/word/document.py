"""A document as the bytes of a Word file."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from rapportbyggare.core.document import Document
from rapportbyggare.core.images import ImageFile
from rapportbyggare.core.style import Style
from rapportbyggare.word.anchors import edition_map
from rapportbyggare.word.assembly import document_content
from rapportbyggare.word.digests import content_digest
from rapportbyggare.word.dress import Dress, own_dress
from rapportbyggare.word.names import note_name
from rapportbyggare.word.namespaces import EDITION, HEADER, word_root
from rapportbyggare.word.notes import footnotes_part, note_numbers_led_to
from rapportbyggare.word.package import CORE, OFFICE, WORDPROCESSING, Part, packed, xml_part
from rapportbyggare.word.properties import core_part, custom_part, extended_part
from rapportbyggare.word.relations import Relation
from rapportbyggare.word.scope import Record, Scope
from rapportbyggare.word.settings import settings_part

if TYPE_CHECKING:
    from rapportbyggare.word.template.template import Template

CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
MAIN = Relation("officeDocument", "word/document.xml")
EDITION_MAP = Relation("customXml", "../customXml/item1.xml")
ITEM_PROPERTIES = (
    f'{HEADER}<ds:datastoreItem ds:itemID="{{6B1F5C0E-3A5D-4F55-9E0B-2D1C7A90B001}}" '
    'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
    f'<ds:schemaRefs><ds:schemaRef ds:uri="{EDITION}"/></ds:schemaRefs></ds:datastoreItem>'
)
Related = tuple[Part, Relation]


def write_document(
    document: Document, style: Style, images: Mapping[str, ImageFile], template: "Template | None", anchored: bool = False
) -> bytes:
    """The finished package. `images` holds charts, pictures and the logotype by their names (`chart_name`, `picture_name`).

    A draft has its anchors and its edition map; so has a final one that is to be compared (`anchored`), and that never
    leaves the program. The same document, style, images and template give the same bytes.
    """
    dress = dressed(document, style, template)
    anchored = anchored or not document.manifest.final
    scope = scope_of(document, dress, images, anchored)
    content = document_content(scope, document, dress.heads)
    notes = replace(scope, relations={}, in_notes=True)
    footnotes = footnotes_part(notes, document.notes)
    named = named_parts(document, dress.numbering(scope.record.list_starts), footnotes, tuple(notes.relations.values()))
    led_to = (*(relation for _, relation in named), *((EDITION_MAP,) if anchored else ()))
    own = (*scope.relations.values(), *dress.relations, *led_to)
    main = xml_part("word/document.xml", f"{WORDPROCESSING}.document.main+xml", word_root("document", *content), own)
    pictures = tuple(Part(f"word/{name}", "", data) for name, data in sorted(scope.record.media.items()))
    digest = content_digest(main.content, footnotes.encode())
    properties = property_parts(document, digest)
    parts = (main, *(part for part, _ in named), *dress.parts, *pictures)
    every = (*parts, *(edition_parts(document, scope.record, digest) if anchored else ()), *(part for part, _ in properties))
    return packed(every, (MAIN, *(relation for _, relation in properties)))


def dressed(document: Document, style: Style, template: "Template | None") -> Dress:
    """The template's dress, or the one made from the tokens."""
    manifest = document.manifest
    if template is None:
        return own_dress(style, manifest.title, manifest.language)
    # Imported here: most reports have no template, and reading one takes a tenth of a build to load.
    from rapportbyggare.word.template.template import template_dress

    return template_dress(template, style, manifest.title, manifest.language)


def scope_of(document: Document, dress: Dress, images: Mapping[str, ImageFile], anchored: bool) -> Scope:
    """What the body is written with."""
    led_to = note_numbers_led_to(document)
    names = {note.number: note_name(note.key) for note in document.notes if note.number in led_to}
    manifest = document.manifest
    return Scope(dress.look, anchored, manifest.contents, document.targets, names, images, dress.look.page.text_width)


def named_parts(document: Document, numbering: str, footnotes: str, note_links: tuple[Relation, ...]) -> tuple[Related, ...]:
    """Numbering, settings and footnotes."""
    settings = settings_part(document.manifest.language)
    return (
        (xml_part("word/numbering.xml", f"{WORDPROCESSING}.numbering+xml", numbering), Relation("numbering", "numbering.xml")),
        (xml_part("word/settings.xml", f"{WORDPROCESSING}.settings+xml", settings), Relation("settings", "settings.xml")),
        (
            xml_part("word/footnotes.xml", f"{WORDPROCESSING}.footnotes+xml", footnotes, note_links),
            Relation("footnotes", "footnotes.xml"),
        ),
    )


def edition_parts(document: Document, record: Record, content: str) -> tuple[Part, ...]:
    """The edition map, with the digest of the text."""
    described = Relation("customXmlProps", "itemProps1.xml")
    return (
        xml_part("customXml/item1.xml", "", edition_map(document, record, content), (described,)),
        xml_part("customXml/itemProps1.xml", f"{OFFICE}.customXmlProperties+xml", ITEM_PROPERTIES),
    )


def property_parts(document: Document, content: str) -> tuple[Related, ...]:
    """The document's properties; a final one also carries the fingerprint of what it was made from, and its text's digest."""
    manifest = document.manifest
    common: tuple[Related, ...] = (
        (xml_part("docProps/core.xml", CORE, core_part(document)), Relation(CORE_RELATION, "docProps/core.xml")),
        (
            xml_part("docProps/app.xml", f"{OFFICE}.extended-properties+xml", extended_part(manifest)),
            Relation("extended-properties", "docProps/app.xml"),
        ),
    )
    if not manifest.final:
        return common
    properties = custom_part(document.edition.fingerprint, content)
    custom = xml_part("docProps/custom.xml", f"{OFFICE}.custom-properties+xml", properties)
    return (*common, (custom, Relation("custom-properties", "docProps/custom.xml")))
