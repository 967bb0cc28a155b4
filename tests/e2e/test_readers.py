"""Other programs read out of the built report what the document says; what they read differently is named in readers.py."""

import pytest

from tests.e2e.model import Contents, contents_of
from tests.e2e.office import Office
from tests.e2e.readers import READERS, as_libreoffice, by_libreoffice
from tests.e2e.report import Edition


def same(found: Contents, expected: Contents) -> None:
    """Compared one kind at a time: a difference is easier to see."""
    assert found.headings == expected.headings
    assert found.paragraphs == expected.paragraphs
    assert found.tables == expected.tables
    assert found.notes == expected.notes


@pytest.mark.parametrize("reader", sorted(READERS))
def test_a_reader_reads_what_the_document_says(any_edition: Edition, reader: str) -> None:
    same(READERS[reader](any_edition.path), contents_of(any_edition.document))


def test_libreoffice_reads_what_the_document_says(any_edition: Edition, office: Office) -> None:
    odt = office.convert(any_edition.path, "odt")
    same(by_libreoffice(odt), as_libreoffice(contents_of(any_edition.document)))


def test_libreoffice_saves_what_the_document_says(draft: Edition, office: Office) -> None:
    saved = office.convert(draft.path, "docx")
    same(READERS["python-docx"](saved), as_libreoffice(contents_of(draft.document)))


def test_the_report_has_something_to_read(draft: Edition) -> None:
    contents = contents_of(draft.document)
    assert len(contents.headings) >= 7
    assert len(contents.paragraphs) > 60
    assert len(contents.tables) >= 3
    assert len(contents.notes) >= 10
