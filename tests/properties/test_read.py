"""Laws of reading: a file says what the document it was written from says, and no bytes whatever raise anything."""

import random
import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rapportbyggare.core.blocks import Table
from rapportbyggare.core.document import Document
from rapportbyggare.core.images import ImageFile
from rapportbyggare.core.manifest import DocumentStatus
from rapportbyggare.core.problem import Severity
from rapportbyggare.core.read import Pending, ReadFile
from rapportbyggare.core.walk import all_texts, row_texts, values_in, values_of
from rapportbyggare.word.document import write_document
from rapportbyggare.word.read.side import read_side
from tests.carried import carried, loosened
from tests.small import bound
from tests.unit.word.read import lines, package
from tests.unit.word.sample import IMAGES, STYLE, document
from tests.unit.word.test_read_side import FOOTNOTES, PENDING

PARTS = (
    "Ord med å, ä och ö",
    "1 341 företag & mer",
    "**fet text**",
    "*kursiv*",
    "***båda***",
    "**fet med *kursiv* i**",
    "{{ foretag(ar) }}",
    "**{{ foretag(ar, 'Berg') }}**",
    "{{ kommuner | uppraknat }}",
    "[creative industries]{lang=en}",
    "[en länk](https://example.se/?a=1&b=2)",
    "[*kursiv länk*](https://example.se/å)",
    "`kod {}`",
    "[^ett]",
    "[^två]",
    "[](#r1)",
    "[det avsnittet](#r1)",
    "[](#t-1)",
    "[](#not-ett)",
    "rad\\\nbruten",
)
NOTES = "\n[^ett]: Noten om {{ foretag(ar) }} *företag*.\n\n[^två]: Två, se [](#r1) och [där](https://example.se/).\n"
TEXT = st.lists(st.sampled_from(PARTS), min_size=1, max_size=5).map(lambda parts: "Så " + " ".join(parts) + ".")
PLAIN = TEXT.map(lambda text: text.replace("\\\n", " "))


def indented(block: str) -> str:
    return "\n".join(f"  {line}" if line else line for line in block.split("\n"))


def listed(items: list[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def ordered(start: int, items: list[str]) -> str:
    return "\n".join(f"{start + n}. {item}" for n, item in enumerate(items))


def nested(items: list[str], inner: str) -> str:
    return f"{listed(items)}\n{indented(inner)}\n- Sist"


def grid(cells: list[str]) -> str:
    head, *rows = cells
    return (
        f"Tabell: {head} {{#t-1}}\n\n| Kommun | Antal |\n|---|---:|\n"
        + "\n".join(f"| {row} | 1 |" for row in rows)
        + "\n\nKälla: SCB"
    )


ITEMS = st.lists(PLAIN, min_size=1, max_size=3)
LISTS = st.one_of(ITEMS.map(listed), st.builds(ordered, st.integers(0, 12), ITEMS))
SIMPLE = st.one_of(
    TEXT,
    LISTS,
    st.builds(nested, ITEMS, LISTS),
    PLAIN.map(lambda text: f"> {text}"),
    PLAIN.map(lambda text: f"## {text}"),
    PLAIN.map(lambda text: f"## {text} {{.onumrerad}}"),
    st.just("{% sidbrytning %}\n\nPå nästa sida."),
)
BLOCKS = st.one_of(
    SIMPLE,
    st.lists(st.one_of(PLAIN, LISTS), min_size=1, max_size=3).map(
        lambda inner: "{% faktaruta En ruta %}\n\n" + "\n\nMellan.\n\n".join(inner) + "\n\n{% endfaktaruta %}"
    ),
    st.lists(SIMPLE, min_size=1, max_size=2).map(
        lambda inner: "{% liggande %}\n\n" + "\n\nMellan.\n\n".join(inner) + "\n\n{% endliggande %}"
    ),
)


@st.composite
def sections(draw: st.DrawFn) -> str:
    """A section as an author writes it: what Word would run together has a paragraph between."""
    blocks = draw(st.lists(BLOCKS, min_size=1, max_size=4))
    table = draw(st.lists(PLAIN, min_size=2, max_size=3).map(grid))
    return "\n\n".join(
        ("# Rubriken {#r1}", *("\n\nMellan.\n\n".join(blocks),), "Sedan.", table, "Sist [^ett] och [^två].", NOTES)
    )


def read(content: bytes) -> ReadFile:
    file, problems = read_side(content, "fil.docx", Pending.REFUSED)
    assert file is not None, problems
    return file


def says_the_same(made: Document, images: dict[str, ImageFile]) -> None:
    file = read(write_document(made, STYLE, images, None))
    blocks, notes = carried(made, images)
    (section,) = file.side.sections
    assert "\n".join(lines(loosened(section.blocks))) == "\n".join(lines(loosened(blocks)))  # told apart more easily
    assert loosened(section.blocks) == loosened(blocks)
    assert [(one.number, one.key, one.content) for one in file.side.notes] == [
        (one.number, one.key, one.content) for one in notes
    ]
    assert (file.ours, file.untouched, file.final) == (True, True, made.manifest.final)
    assert file.remarks == ()


@settings(max_examples=60)
@given(sections(), st.sampled_from(DocumentStatus))
def test_what_was_written_is_read(section: str, status: DocumentStatus) -> None:
    made, problems = bound(section, status=status)
    assert not [one for one in problems if one.severity is Severity.ERROR], problems
    says_the_same(made, {})


@pytest.mark.parametrize("status", DocumentStatus)
def test_every_kind_of_block_is_read_as_it_was_written(status: DocumentStatus) -> None:
    says_the_same(document(status), dict(IMAGES))


def test_every_value_of_a_draft_has_its_identity_and_its_facts() -> None:
    made = document()
    side = read(write_document(made, STYLE, IMAGES, None)).side
    texts = [
        text for block in side.sections[0].blocks if isinstance(block, Table) for row in block.body for text in row_texts(row)
    ]
    (table, *_) = [block for block in made.sections[0].blocks if isinstance(block, Table)]
    written = [value.ident for row in table.body for text in row_texts(row) for value in values_in(text)]
    assert [value.ident for text in texts for value in values_in(text)] == written
    for value in values_of(all_texts(made)):
        figures = value.facts if value.figure is None else (value.figure,)
        assert side.facts.get(value.ident, ()) == tuple(fact for figure in figures for fact in figure.facts)


def repacked(entries: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return target.getvalue()


def opened(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


WHOLE = (write_document(document(), STYLE, IMAGES, None), package(PENDING, FOOTNOTES))
TAG = re.compile(rb"<[^>]+>")
NAME = re.compile(rb"w:\w+")
QUOTED = re.compile(rb'"[^"]*"')
NAMES = tuple(
    f"w:{name}".encode()
    for name in [
        "p",
        "r",
        "t",
        "tbl",
        "tr",
        "tc",
        "ins",
        "del",
        "sdt",
        "fldChar",
        "numId",
        "id",
        "val",
        "bookmarkStart",
        "footnote",
        "style",
    ]
)
VALUES = (b'""', b'"0"', b'"-1"', b'"x"', b'"99999999999999999999"', b'"begin"', b'"end"')


def mangled(content: bytes, dice: random.Random) -> bytes:
    """A part with one of its tags taken away, doubled, renamed or given other values, or with two names exchanged."""
    tag = dice.choice(list(TAG.finditer(content)))
    names, values = (lambda _: dice.choice(NAMES)), (lambda _: dice.choice(VALUES))
    match dice.randrange(5):
        case 0:
            return content.replace(dice.choice(NAMES) + b" ", dice.choice(NAMES) + b" ")
        case 1:
            new = b""
        case 2:
            new = tag.group() * 2
        case 3:
            new = NAME.sub(names, tag.group())
        case _:
            new = QUOTED.sub(values, tag.group())
    return content[: tag.start()] + new + content[tag.end() :]


@settings(max_examples=150)
@given(st.sampled_from(WHOLE), st.randoms(use_true_random=False), st.sampled_from(Pending))
def test_a_package_that_somebody_has_mangled_raises_nothing(whole: bytes, dice: random.Random, pending: Pending) -> None:
    entries = opened(whole)
    for _ in range(dice.randint(1, 3)):
        name = dice.choice([name for name in entries if name.endswith((".xml", ".rels"))])
        entries[name] = mangled(entries[name], dice)
    file, problems = read_side(repacked(entries), "fil.docx", pending)
    assert (file is None) is bool(problems)
    assert all(problem.message and problem.remedy for problem in problems)


@settings(max_examples=100)
@given(
    st.sampled_from(WHOLE), st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=20)
)
def test_bytes_that_are_damaged_raise_nothing(whole: bytes, damage: list[tuple[float, int]]) -> None:
    content = bytearray(whole)
    for where, byte in damage:
        content[int(where * len(content))] = byte
    file, problems = read_side(bytes(content), "fil.docx", Pending.ACCEPTED)
    assert (file is None) is bool(problems)


@given(st.binary(max_size=200))
@example(b"%PDF-1.7")
@example(b"\xd0\xcf\x11\xe0")
@example(b"PK\x03\x04")
def test_any_bytes_are_refused_with_a_remedy(content: bytes) -> None:
    file, (problem,) = read_side(content, "fil.docx", Pending.ACCEPTED)
    assert file is None
    assert problem.remedy.startswith("Öppna filen i Word")
