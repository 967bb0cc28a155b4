import pytest

from rapportbyggare.binding.marks import Target
from rapportbyggare.binding.references import ALT_LIMIT, begins_sentence, resolved_text, with_table
from rapportbyggare.core.place import NOWHERE
from rapportbyggare.core.plain import plain
from rapportbyggare.core.text import DocumentInline, Emphasis, LineBreak, NoteNumber, Reference, Text

TARGETS = {"t": Target("tabell", "tabell", "2", NOWHERE)}
REFERENCE = Reference("t", "", "", "")


@pytest.mark.parametrize(
    ("said", "begins"),
    [
        ("", True),
        ("  ", True),
        ("Slut. ", True),
        ("Slut! ", True),
        ("Slut?  ", True),
        ("”Slut.” ", True),
        ("(Slut.) ", True),
        ("Slut.", False),
        ("ord ", False),
        ("ord, ", False),
        ("t.ex. ", False),
        ("bl.a. ", False),
        ("jfr. ", False),
        ("Osv. ", False),
        ("Obs: ", True),
    ],
)
def test_where_a_sentence_begins(said: str, begins: bool) -> None:
    assert begins_sentence(said) is begins


@pytest.mark.parametrize(
    ("before", "written"),
    [
        ((), "Tabell 2"),
        ((Text("Se "),), "tabell 2"),
        ((Text("Slut."), Text(" ")), "Tabell 2"),
        ((Text("ord"), Text(" ")), "tabell 2"),
        ((Text("Slut."), NoteNumber(1, False), Text(" ")), "Tabell 2"),
        ((Text("Slut."), LineBreak()), "Tabell 2"),
        ((Emphasis((Text("Slut. "),)),), "Tabell 2"),
        ((REFERENCE, Text(" ")), "tabell 2"),
    ],
)
def test_a_reference_after_words(before: tuple[DocumentInline, ...], written: str) -> None:
    *_, last = resolved_text((*before, REFERENCE), TARGETS)
    assert plain((last,)).replace("\u00a0", " ") == written


def test_a_reference_inside_emphasis_knows_what_was_said_before() -> None:
    (_, inside) = resolved_text((Text("se "), Emphasis((REFERENCE,))), TARGETS)
    assert plain((inside,)) == "tabell\u00a02"


def test_an_alt_text_has_a_bound_and_names_its_table() -> None:
    written = with_table("ord " * 200, TARGETS["t"])
    assert len(written) <= ALT_LIMIT and written.endswith("… Se tabell 2.")
    assert with_table("kort.", None) == "kort."
