"""The redlines of the examples in LibreOffice: all accepted they read as the new edition, all rejected as the old.

Words and notes are compared in order, not where paragraphs end: LibreOffice leaves empty paragraphs where a table or a section
went, and joins a paragraph to the next when a picture or a note's mark goes from its very end.
"""

import subprocess
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from rapportbyggare.word.redline.redline import redline
from tests.e2e.office import Office
from tests.unit.word import oracle
from tests.unit.word.pairs import package
from tests.unit.word.test_redline import BY, PAIRS

pytestmark = pytest.mark.prov
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Changes"/></library:library>
"""
MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes" script:language="StarBasic">
Sub Resolve(folder As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  Dim nothing_more()
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  kind(0).Name = "FilterName"
  kind(0).Value = "MS Word 2007 XML"
  found = Dir(folder + "/*.docx")
  names = ""
  Do While found &lt;&gt; ""
    names = names + found + "|"
    found = Dir()
  Loop
  files = Split(names, "|")
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  For i = 0 To UBound(files) - 1
    For Each command In Array("AcceptAllTrackedChanges", "RejectAllTrackedChanges")
      document = StarDesktop.loadComponentFromURL(ConvertToURL(folder + "/" + files(i)), "_blank", 0, hidden())
      dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" + command, "", 0, nothing_more())
      document.storeToURL(ConvertToURL(folder + "/" + Left(command, 6) + "/" + files(i)), kind())
      document.close(True)
    Next
  Next
End Sub
</script:module>
"""


@pytest.fixture(scope="module")
def folder(tool: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every pair and its redline, with all changes accepted in `Accept` and rejected in `Reject`."""
    made = tmp_path_factory.mktemp("pairs")
    for name in ("Accept", "Reject"):
        (made / name).mkdir()
    for number, (old, new) in enumerate((package(a), package(b)) for a, b in PAIRS.values()):
        for kind, content in (("old", old), ("new", new), ("both", redline(old, new, BY))):
            (made / f"{number}-{kind}.docx").write_bytes(content)
    resolve(Office(tool("soffice"), tmp_path_factory.mktemp("office")), made)
    return made


def resolve(office: Office, folder: Path) -> None:
    """Has LibreOffice accept and reject the changes of all files. Its profile is made first: a new one overwrites the macro."""
    office.convert(folder / "0-old.docx", "txt:Text")
    basic = office.folder / "profil" / "user" / "basic" / "Standard"
    (basic / "script.xlb").write_text(LIBRARY, encoding="utf-8")
    (basic / "Changes.xba").write_text(MODULE, encoding="utf-8")
    profile = f"-env:UserInstallation={(office.folder / 'profil').as_uri()}"
    call = [office.command, profile, "--headless", f'macro:///Standard.Changes.Resolve("{folder}")']
    subprocess.run(call, capture_output=True, check=True, timeout=600)


def flat(said: Any) -> str:
    """What a judge says of a body, as words in order."""
    return "".join(map(flat, said)) if isinstance(said, tuple | list) else str(said or "")


def words(judge: ModuleType, file: Path) -> str:
    """The words of a body, without spaces: at ends of paragraphs they come and go."""
    said = oracle.said(judge, oracle.neutral(judge, file.read_bytes()), False)
    return "".join("".join(flat(one[1:]) for one in said if one[0] in ("P", "TBL")).split())


@pytest.mark.parametrize(("number", "name"), list(enumerate(PAIRS)))
def test_it_reads_as_both_editions(number: int, name: str, folder: Path, shared: Path) -> None:
    judge = oracle.load(shared)
    for kind, edition in (("Accept", "new"), ("Reject", "old")):
        got, wanted = (words(judge, folder / kind / f"{number}-{which}.docx") for which in ("both", edition))
        assert without_ends(got) == without_ends(wanted), (name, kind)


def without_ends(said: str) -> str:
    """Words without the signs of paragraphs that a table's cells are told with."""
    return said.replace("P", "").replace("TBL", "")
