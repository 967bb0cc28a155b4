"""The independent judge of tracked changes in ../shared/tools, which knows nothing of the project."""

import importlib.util
import re
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any

TARGETS = re.compile(r"_(?:Ref|Toc|fore)_?\w*")
OWN_LISTS = 4


def load(shared: Path) -> ModuleType:
    """The judge as a module."""
    spec = importlib.util.spec_from_file_location("docx_accrej", shared / "tools" / "docx_accrej.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judged(judge: ModuleType, old: bytes, new: bytes, merged: bytes) -> list[tuple[str, str, str]]:
    """Where the judge sees a difference: accepted or rejected, text or structure, and what."""
    found = []
    for accept, wanted in ((True, new), (False, old)):
        for structure in (False, True):
            got = said(judge, neutral(judge, merged).resolve(accept), structure)
            if seen := judge.first_diff(got, said(judge, neutral(judge, wanted), structure)):
                found.append(("accepted" if accept else "rejected", "structure" if structure else "text", seen))
    return found


def said(judge: ModuleType, package: Any, structure: bool) -> Any:
    """What a package says, in the judge's form."""
    return judge.Sig(package, structure).all()


def neutral(judge: ModuleType, content: bytes) -> Any:
    """A package without what is named by a number: bookmarks of headings, and lists that begin anew."""
    package = judge.Pkg(BytesIO(content))
    w = judge.w
    for name in package.stories():
        tree = package.tree(name)
        for mark in list(tree.iter(w("bookmarkStart"), w("bookmarkEnd"))):
            judge.drop(mark)
        for link in tree.iter(w("hyperlink")):
            if link.get(w("anchor")):
                link.set(w("anchor"), "-")
        for code in tree.iter(w("instrText"), w("delInstrText")):
            code.text = TARGETS.sub("-", code.text or "")
        for number in tree.iter(w("numId")):
            if int(number.get(w("val"))) > OWN_LISTS:
                number.set(w("val"), "-")
    return package
