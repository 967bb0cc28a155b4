"""What a template may hold that is well-formed and yet no document can be built on."""

from typing import TYPE_CHECKING

from rapportbyggare.word.geometry import Page, twips
from rapportbyggare.word.lint.elements import repeated, w
from rapportbyggare.word.template.package import Package, root_of

if TYPE_CHECKING:
    from lxml.etree import _Element

LONGEST_SIDE = 31680
LEAST_TEXT = twips(50)
HIGHEST_NUMBER = 2**31 - 1_000_000
MARKUP = frozenset('<>&"')


def damage(package: Package, page: Page) -> str:
    """What is wrong with a template's styles, lists or paper; "" when nothing is."""
    parts = {kind: package.related(kind) for kind in ("styles", "numbering", "theme", "fontTable")}
    roots = {kind: root_of(content) for kind, content in parts.items() if content is not None}
    if any(root is None for root in roots.values()):
        return "formatmallar, listor, tema eller teckensnitt går inte att läsa"
    return style_damage(roots["styles"]) or list_damage(roots.get("numbering")) or paper_damage(page)


def style_damage(root: "_Element | None") -> str:
    """What is wrong with the styles: ids are what paragraphs and other styles name them by."""
    if root is None or root.tag != w("styles"):
        return "formatmallarna går inte att läsa"
    styles = root.findall(w("style"))
    idents = [style.get(w("styleId"), "") for style in styles]
    if len(list(root.iter(w("style")))) > len(styles):
        return "en formatmall ligger inuti en annan"
    if again := repeated(ident.lower() for ident in idents):
        return f"två formatmallar har samma id, ”{again[0]}”"
    return "en formatmall har ett id som inte går att använda" if any(not i or MARKUP & set(i) for i in idents) else ""


def list_damage(root: "_Element | None") -> str:
    """What is wrong with the lists: ours are numbered on from theirs."""
    if root is None:
        return ""
    if root.tag != w("numbering"):
        return "listorna går inte att läsa"
    for element, attribute in (("num", "numId"), ("abstractNum", "abstractNumId")):
        numbers = [item.get(w(attribute), "") for item in root.iter(w(element))]
        if not all(map(is_number, numbers)):
            return "en lista har ett nummer som inte är ett tal"
        if len(set(map(int, numbers))) < len(numbers):
            return "två listor har samma nummer"
    return ""


def is_number(text: str) -> bool:
    """Whether a list can have this number, and others after it."""
    return text.isascii() and text.isdigit() and len(text) < 11 and int(text) < HIGHEST_NUMBER


def paper_damage(page: Page) -> str:
    """What is wrong with the paper: Word's longest side, and room for text whichever way the page is turned."""
    if max(page.width, page.height) > LONGEST_SIDE:
        return "papperet är större än Word klarar"
    if min(page.text_width, page.text_height) < LEAST_TEXT or max(page.header, page.footer) > page.height // 2:
        return "marginalerna lämnar ingen plats för text"
    return ""
