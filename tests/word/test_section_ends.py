"""Where a section ends: in its last paragraph, unless a bookmark there would lose a character in LibreOffice."""

from itertools import pairwise

from rapportbyggare.core.blocks import DocumentBlock, Landscape
from rapportbyggare.core.manifest import DocumentStatus
from rapportbyggare.word.document import write_document
from tests.outline import outline
from tests.unit.word import sample

TURNED: Landscape[DocumentBlock] = Landscape((sample.para("Liggande."),))


def ends(*blocks: DocumentBlock, status: DocumentStatus = DocumentStatus.DRAFT) -> list[str]:
    """The paragraph before the end of each section."""
    lines = outline(write_document(sample.small(*blocks, status=status), sample.STYLE, {}, None)).splitlines()
    return [before for before, line in pairwise(lines) if line.startswith("---")]


def test_a_section_ends_in_its_last_paragraph() -> None:
    _, before, _ = ends(sample.para("Stående."), TURNED)
    assert before == "Normal: Stående."


def test_a_section_ends_after_a_paragraph_with_an_anchor() -> None:
    _, before, _ = ends(sample.para("År ", sample.value("2022", "v1"), " var bra."), TURNED)
    assert before == "Avbrott: "


def test_without_anchors_it_ends_in_the_paragraph_again() -> None:
    _, before, _ = ends(sample.para("År ", sample.value("2022", "v1"), " var bra."), TURNED, status=DocumentStatus.PROPOSAL)
    assert before == "Normal: År 2022 var bra."
