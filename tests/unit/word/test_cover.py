"""The cover: what stands on it, and the logotype."""

import pytest

from rapportbyggare.core.document import Document
from rapportbyggare.core.manifest import DocumentStatus
from rapportbyggare.word.document import write_document
from rapportbyggare.word.lint.lint import lint
from tests.outline import outline
from tests.unit.word import sample

BARE = {"kind": "", "organisation": "", "plan": "", "registry_numbers": (), "contact": ""}


def cover(document: Document) -> list[str]:
    written = outline(write_document(document, sample.STYLE, sample.IMAGES, None))
    return written.split("\n--- ")[0].splitlines()


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ({}, "Beslutad\u00a02025-10-14, §\u00a0212, av regionala utvecklingsnämnden"),
        ({"paragraph": "§ 212"}, "Beslutad\u00a02025-10-14, §\u00a0212, av regionala utvecklingsnämnden"),
        ({"paragraph": ""}, "Beslutad\u00a02025-10-14, av regionala utvecklingsnämnden"),
        ({"committee": "", "decision_date": ""}, "Beslutad, §\u00a0212"),
    ],
)
def test_decision_is_told_as_far_as_it_is_known(facts: dict[str, str], line: str) -> None:
    assert f"Subtitle: {line}" in cover(sample.document(DocumentStatus.DECIDED, **facts))


def test_bare_cover_has_title_and_standing_only() -> None:
    assert cover(sample.document(DocumentStatus.PROPOSAL, **BARE)) == [
        f"Title: {sample.MANIFEST.title}",
        f"Subtitle: Förslag till {sample.MANIFEST.committee}",
    ]


def test_lines_of_the_contact_are_kept() -> None:
    assert cover(sample.document(contact="Anna\nBo"))[-1] == "Försättsuppgift: Kontakt: Anna⏎Bo"


def test_logotype_stands_first_and_is_described() -> None:
    style = sample.STYLE._replace(logo_file="figures/vy.png", logo_alt="Region Provlandet")
    package = write_document(sample.document(), style, sample.IMAGES, None)
    assert outline(package).splitlines()[0] == "Figur: [bild: Region Provlandet]"
    assert lint(package) == ()
