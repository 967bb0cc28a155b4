"""`rapportbyggare mall`, and hostile templates: what is said, and that nothing is fetched, run or unpacked."""

import json
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.e2e.faults import check_words, refused
from tests.e2e.small_project import DOCUMENT, Project

RELATIONS = "word/_rels/document.xml.rels"
EXTERNAL = (
    '<Relationship Id="rId999" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
    'Target="https://example.invalid/mall.dotm" TargetMode="External"/></Relationships>'
)
ENTITY = '<!DOCTYPE x [<!ENTITY hemlig SYSTEM "file:///etc/hostname">]>'


def rebuilt(package: bytes, changed: dict[str, bytes]) -> bytes:
    """A package with some of its parts exchanged or added."""
    out = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        parts = {name: old.read(name) for name in old.namelist()} | changed
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def part(package: bytes, name: str) -> str:
    with ZipFile(BytesIO(package)) as archive:
        return archive.read(name).decode()


def bomb(package: bytes) -> bytes:
    return rebuilt(package, {"word/styles.xml": b" " * 60_000_000})


def entity(package: bytes) -> bytes:
    styles = part(package, "word/styles.xml").replace("?>", f"?>{ENTITY}", 1)
    return rebuilt(package, {"word/styles.xml": styles.encode()})


def macro(package: bytes) -> bytes:
    return rebuilt(package, {"word/vbaProject.bin": b"macro"})


def external(package: bytes) -> bytes:
    relations = part(package, RELATIONS).replace("</Relationships>", EXTERNAL)
    return rebuilt(package, {RELATIONS: relations.encode()})


def protected(_: bytes) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def torn(package: bytes) -> bytes:
    return package[: len(package) // 2]


def climbing(package: bytes) -> bytes:
    return rebuilt(package, {"../../hemlig.txt": b"x"})


def plain(_: bytes) -> bytes:
    return b"ingen mall"


def empty(_: bytes) -> bytes:
    return b""


Spoil = Callable[[bytes], bytes]
HOSTILE = [bomb, entity, macro, external, protected, torn, climbing, plain, empty]


@pytest.fixture
def package(project: Project) -> bytes:
    """A Word file that would do as a template."""
    assert project.build().code == 0
    return (project.folder / DOCUMENT).read_bytes()


@pytest.mark.parametrize("spoil", HOSTILE)
def test_a_hostile_template_is_refused_by_the_command(project: Project, package: bytes, spoil: Spoil) -> None:
    project.write("mall.dotx", spoil(package))
    outcome = project.run("mall", "{}/mall.dotx")
    check_words(outcome)
    assert "mall.dotx: Mallen " in outcome.err


@pytest.mark.parametrize("spoil", HOSTILE)
def test_a_hostile_template_is_refused_by_a_build(project: Project, package: bytes, spoil: Spoil) -> None:
    project.write("mallar/mall.dotx", spoil(package))
    project.change("report/rapport.toml", 'mall = ""', 'mall = "mallar/mall.dotx"')
    assert {place for _, place in refused(project).found} == {"mallar/mall.dotx"}


def test_what_a_template_lacks(project: Project, package: bytes) -> None:
    project.write("mall.dotx", package)
    outcome = project.run("mall", "{}/mall.dotx")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("Mallen ")
    data = json.loads(project.run("mall", "{}/mall.dotx", "--format", "json").out)
    assert set(data) == {"schema", "slutkod", "saknas", "problem"}
    assert (data["schema"], data["slutkod"], data["problem"]) == ("mall/1", 0, [])


def test_a_build_with_a_template(project: Project, package: bytes) -> None:
    project.write("mallar/mall.dotx", package)
    project.change("report/rapport.toml", 'mall = ""', 'mall = "mallar/mall.dotx"')
    assert project.build().code == 0


def test_a_template_that_is_not_there(project: Project) -> None:
    project.write("mall.dotx", b"")
    outcome = project.run("mall", "{}/mal.dotx")
    check_words(outcome)
    assert "Menade du ”mall.dotx”?" in outcome.err
    assert "projektmappen" not in outcome.err


def test_a_template_that_is_a_folder(project: Project) -> None:
    check_words(project.run("mall", "{}/report"))


def test_a_template_reached_by_a_link(project: Project, package: bytes) -> None:
    project.write("annan/mall.dotx", package)
    (project.folder / "mall.dotx").symlink_to(project.folder / "annan" / "mall.dotx")
    assert project.run("mall", "{}/mall.dotx").code == 0
