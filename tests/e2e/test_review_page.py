"""The review page in a real browser: for everyone, by keyboard alone, with and without a memory."""

import re
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from rapportbyggare.core.blocks import Align, Column, Row
from rapportbyggare.core.compared import RedlineNote, Standing
from rapportbyggare.core.text import Text
from rapportbyggare.page.review import review_page
from tests.unit.page.made import PASTED, cell, changed, comparison, handed, heading, rich, table

pytestmark = pytest.mark.prov
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
COUNT = 10
FORGETFUL = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } })"
VIOLATIONS = "axe.run().then(found => found.violations.map(one => `${one.id}: ${one.nodes.map(node => node.html).join(' ')}`))"


@pytest.fixture(scope="module")
def browser(tool: Callable[[str], str]) -> Iterator[Browser]:
    """A real Chromium with an empty profile."""
    path = tool("chromium")
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=path, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page as somebody has got it by mail."""
    path: Path = tmp_path_factory.mktemp("sida") / "granskning.html"
    path.write_text(review_page(rich(), (handed(),)), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page, opened; whatever it complains of, and whatever it asks a network for, fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, accept_downloads=True)
    opened, heard, asked = context.new_page(), list[str](), list[str]()
    opened.on("console", lambda message: heard.append(message.text))
    opened.on("pageerror", lambda error: heard.append(str(error)))
    opened.on("request", lambda request: asked.append(request.url) if request.url.startswith("http") else None)
    opened.goto(address)
    yield opened
    context.close()
    assert heard == asked == []


def press(page: Page, keys: Iterable[str]) -> None:
    for key in keys:
        page.keyboard.press(key)


def where(page: Page) -> str:
    """What the bar says, up to the colon."""
    return page.inner_text("#lage").partition(":")[0]


def violations(page: Page) -> list[str]:
    """What axe finds wrong, all its rules on."""
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate(VIOLATIONS)
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("keys", ["", "v", "nnn", "vnx", "?"], ids=["text", "sidvis", "ändring", "sidvis ändring", "hjälp"])
def test_axe_finds_nothing(page: Page, scheme: str, width: int, keys: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 800})
    press(page, keys)
    assert violations(page) == []


@pytest.mark.parametrize("cause", ["data", "text", "struktur", "numrering", "stil"])
def test_axe_finds_nothing_behind_a_filter(page: Page, cause: str) -> None:
    page.uncheck(f".filter[value={cause}]")
    assert violations(page) == []
    press(page, "v")
    assert violations(page) == []


@pytest.mark.parametrize("keys", ["", "v"], ids=["text", "sidvis"])
@pytest.mark.parametrize("width", [320, 400, 768, 1280])
def test_nothing_is_wider_than_the_window(page: Page, width: int, keys: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    press(page, keys)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("keys", ["", "v"], ids=["text", "sidvis"])
@pytest.mark.parametrize(("on", "back"), [("n", "p"), ("j", "k")])
def test_the_keyboard_goes_through_all_changes(page: Page, keys: str, on: str, back: str) -> None:
    press(page, keys)
    assert where(page) == f"Ändring – av {COUNT}"
    told = []
    for _ in range(COUNT):
        press(page, on)
        told.append(where(page))
        mark = page.evaluate("document.activeElement.closest('[data-andring], [data-post]').getBoundingClientRect().toJSON()")
        assert 0 <= mark["top"] < 800 and mark["height"] > 0
    assert told == [f"Ändring {number} av {COUNT}" for number in range(1, COUNT + 1)]
    press(page, on)
    assert where(page) == f"Ändring 1 av {COUNT}"
    press(page, back)
    assert where(page) == f"Ändring {COUNT} av {COUNT}"


def test_the_buttons_do_what_the_keys_do(page: Page) -> None:
    page.focus("#nasta")
    page.keyboard.press("Enter")
    page.focus("#nasta")
    page.keyboard.press("Enter")
    assert where(page) == f"Ändring 2 av {COUNT}"
    page.focus("#forra")
    page.keyboard.press("Space")
    assert where(page) == f"Ändring 1 av {COUNT}"
    page.focus("#visa-hjalp")
    page.keyboard.press("Enter")
    assert page.is_visible("#hjalp")
    page.keyboard.press("Escape")
    assert not page.is_visible("#hjalp")


def test_a_filter_leaves_out_its_changes(page: Page) -> None:
    assert page.is_visible("#andring-1 del")
    page.uncheck(".filter[value=data]")
    assert not page.is_visible("#andring-1 del") and page.inner_text("#andring-1") == "29"
    assert page.inner_text("#besked") == "8 av 10 ändringar visas."
    press(page, "n")
    assert where(page) == "Ändring 1 av 8"
    assert not page.is_visible("#lista-1") and page.is_visible("#lista-2")
    page.uncheck(".filter[value=text]")
    assert not page.is_visible("#andring-4") and page.is_visible("#andring-3")


def test_side_by_side_each_edition_reads_by_itself(page: Page) -> None:
    press(page, "v")
    pair = page.locator(".rapport > .par", has_text="Antalet är")
    old, new = pair.locator(".fore"), pair.locator(".efter")
    assert ("28" in old.inner_text(), "29" in old.inner_text()) == (True, False)
    assert ("28" in new.inner_text(), "29" in new.inner_text()) == (False, True)
    tops = [part.bounding_box() for part in (old, new)]
    assert tops[0] and tops[1] and tops[0]["y"] == tops[1]["y"] and tops[0]["x"] < tops[1]["x"]
    assert (
        page.evaluate("new Set([...document.querySelectorAll('[id]')].map(one => one.id)).size") == page.locator("[id]").count()
    )
    before = page.locator(".rapport").inner_html()
    press(page, "vv")
    assert page.locator(".rapport").inner_html() == before


@pytest.mark.parametrize("width", [320, 400, 600])
@pytest.mark.parametrize("name", ["uppgifter", "overskrivna"])
def test_a_log_of_figures_stands_whole_where_the_window_is_narrow(page: Page, width: int, name: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    row = page.locator(f"section[aria-labelledby={name}] tbody tr").first
    for one in row.locator("th, td").all():
        box = one.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= width
        assert one.evaluate("one => one.scrollWidth <= one.clientWidth")
    above = "one => getComputedStyle(one, '::before').content"
    assert row.locator("td").first.evaluate(above) == ('"Före"' if name == "uppgifter" else '"Tryckt"')
    assert page.get_by_role("table").first.get_by_role("columnheader").count() > 0


def test_side_by_side_in_a_narrow_window_tells_before_and_after_of_a_note(page: Page, tmp_path: Path) -> None:
    content = (Text("Uttaget "), changed("i juli", "i augusti"), Text("."))
    notes = (RedlineNote("a-1", 1, 1, content, Standing.CHANGED, 1), RedlineNote("a-2", 2, 2, (Text("SCB."),), Standing.KEPT, 0))
    made = tmp_path / "noter.html"
    made.write_text(review_page(comparison(heading("Läget"), notes=notes)), encoding="utf-8")
    page.goto(made.as_uri())
    page.set_viewport_size({"width": 400, "height": 800})
    press(page, "v")
    differs, same = page.locator(".noter > li").all()
    expect(differs.locator(".fore")).to_be_visible()
    expect(differs.locator(".fore").get_by_text("i juli")).to_be_visible()
    expect(differs.locator(".efter").get_by_text("i augusti")).to_be_visible()
    expect(same.locator(".fore")).not_to_be_visible()


def test_side_by_side_in_a_narrow_window_has_no_heading_over_nothing(page: Page) -> None:
    page.set_viewport_size({"width": 400, "height": 800})
    press(page, "v")
    for words, seen, empty in (("Ett nytt stycke", ".efter", ".fore"), ("Ett gammalt stycke", ".fore", ".efter")):
        pair = page.locator(".rapport > .par", has_text=words)
        expect(pair.locator(seen)).to_be_visible()
        expect(pair.locator(empty)).not_to_be_visible()


def test_what_a_filter_leaves_out_is_not_shown_twice(page: Page) -> None:
    page.set_viewport_size({"width": 400, "height": 800})
    page.uncheck(".filter[value=data]")
    press(page, "v")
    expect(page.locator(".rapport > .par", has_text="Antalet är").locator(".fore")).not_to_be_visible()
    page.check("#bara-andrade")
    expect(page.locator(".rapport > .par", has_text="Antalet är")).not_to_be_visible()
    page.check(".filter[value=data]")
    expect(page.locator(".rapport > .par", has_text="Antalet är").locator(".fore")).to_be_visible()


def test_a_table_that_is_too_wide_can_be_reached_by_its_heading(page: Page, tmp_path: Path) -> None:
    row = Row(tuple(cell(f"{year} {'kronor' * (year == 2000)}") for year in range(2000, 2012)))
    wide = table(columns=(Column(Align.LEFT), *(Column(Align.RIGHT),) * 11), head=row, body=(row,))
    made = tmp_path / "bred.html"
    made.write_text(review_page(comparison(wide, table(key="smal", number=3))), encoding="utf-8")
    page.goto(made.as_uri())
    assert page.get_by_role("group", name="Tabell").count() == 0
    page.set_viewport_size({"width": 400, "height": 800})
    box = page.get_by_role("group", name="Tabell 2. Antal företag", exact=True)
    expect(box).to_have_attribute("tabindex", "0")
    assert page.get_by_role("group", name="Tabell").count() == 1
    box.focus()
    press(page, ["ArrowRight"] * 20)
    expect(box.get_by_text("2011").first).to_be_in_viewport()
    caption = box.locator("caption").bounding_box()
    assert caption and caption["x"] >= 0 and caption["x"] + caption["width"] <= 400
    assert violations(page) == []


def test_only_what_has_changed_can_be_shown(page: Page) -> None:
    page.check("#bara-andrade")
    assert page.is_visible("#andring-1") and page.is_visible("text=Läget >> nth=-1")
    assert not page.is_visible("text=Andra företag") and not page.is_visible("text=Källa är SCB.")
    press(page, "v")
    expect(page.locator(".rapport .efter").get_by_role("heading", name="1 Läget")).to_be_visible()


def test_a_low_window_is_not_filled_by_the_bar(page: Page) -> None:
    for width in (320, 640):
        page.set_viewport_size({"width": width, "height": 256})
        press(page, "n")
        bar = page.locator(".stegare").bounding_box()
        assert bar and bar["height"] < 80
        for name in ("#forra", "#nasta", "#klar", "#anteckning"):
            box = page.locator(name).bounding_box()
            assert box and box["x"] >= 0 and box["x"] + box["width"] <= width


def test_the_mark_of_the_change_covers_no_words(page: Page) -> None:
    press(page, "nv")
    looks = "one => [getComputedStyle(one).outlineStyle, parseFloat(getComputedStyle(one).outlineOffset)]"
    assert page.locator(".efter .aktuell").first.evaluate(looks) == ["solid", -1]


def test_ticks_and_notes_are_kept_and_exported(page: Page, address: str) -> None:
    press(page, "nx")
    assert page.is_checked("#klar-1") and page.inner_text("#framsteg") == "1 av 10 avprickade"
    press(page, "na")
    page.keyboard.type("Är *det* <b>rätt</b>?")
    page.keyboard.press("Enter")
    assert where(page) == f"Ändring 2 av {COUNT}"
    page.goto("about:blank")
    page.goto(address)
    assert page.is_checked("#klar-1") and page.input_value("#anteckning-2") == "Är *det* <b>rätt</b>?"
    with page.expect_download() as waiting:
        page.click("#hamta")
    assert waiting.value.suggested_filename == "granskning.md"
    text = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert text.startswith("# Granskning: Rapporten\n\nFrån utkast-1.docx till utkast-2.docx. 10 ändringar, 1 avprickade, 1 med")
    assert "  **Anteckning:** Är \\*det\\* \\<b\\>rätt\\</b\\>?\n" in text
    assert "## Avprickade\n\n- **D1** kapitel 1 (data: leverans 8" in text
    assert ": ”28” blir ”29” – sections/a.md:5:3\n" in text
    assert text.count("\n- **") == COUNT


def test_the_list_can_be_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.click("#kopiera")
    expect(page.locator("#besked")).not_to_be_empty()
    assert page.inner_text("#besked") == "Listan är kopierad."
    assert str(page.evaluate("navigator.clipboard.readText()")).startswith("# Granskning: Rapporten")


def test_what_is_to_be_pasted_can_be_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.locator(".klistra button").first
    button.press("Enter")
    expect(page.locator(".klistra button").first).to_have_text(re.compile("^Kopierat"))
    assert page.evaluate("navigator.clipboard.readText()") == PASTED
    assert where(page) == f"Ändring – av {COUNT}"


def test_what_is_to_be_pasted_can_be_copied_where_no_clipboard_is(page: Page) -> None:
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.evaluate("document.addEventListener('copy', () => { document.title = getSelection().toString(); })")
    page.locator(".klistra button").nth(1).click()
    expect(page).to_have_title("- Nytt.")
    assert page.evaluate("document.activeElement.closest('.klistra') !== null")


def test_the_page_works_where_nothing_may_be_kept(page: Page) -> None:
    page.add_init_script(FORGETFUL)
    page.reload()
    press(page, "nx")
    assert page.is_checked("#klar-1")
    assert page.inner_text("#besked").startswith("Den här webbläsaren sparar inget")
    with page.expect_download() as waiting:
        page.click("#hamta")
    assert "1 avprickade" in Path(waiting.value.path()).read_text(encoding="utf-8")


def test_what_was_kept_by_something_else_does_no_harm(page: Page) -> None:
    key = page.evaluate("'rapportbyggare-granskning-' + document.body.dataset.nyckel")
    for kept in ("[1", "null", "7", '{"klara": 3, "anteckningar": null}'):
        page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [key, kept])
        page.reload()
        press(page, "n")
        assert where(page) == f"Ändring 1 av {COUNT}"


def test_the_keys_can_be_turned_off(page: Page) -> None:
    press(page, "?")
    page.uncheck("#tangenter")
    page.keyboard.press("Escape")
    press(page, "n")
    assert where(page) == f"Ändring – av {COUNT}"
    page.reload()
    press(page, "n")
    assert where(page) == f"Ändring – av {COUNT}"


def test_an_address_leads_to_its_change(page: Page, address: str) -> None:
    page.goto("about:blank")
    page.goto(f"{address}#andring-4")
    assert where(page) == f"Ändring 4 av {COUNT}"
    press(page, "v")
    page.click("#lista-4 a.nr")
    expect(page.locator(".fore :focus")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("#lista-4 :focus")).to_have_count(1)


def test_the_page_can_be_read_without_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert page.is_visible("#andring-2 del") and page.is_visible("#lista-2")
    assert not page.is_visible("#nasta") and not page.is_visible("#klar-2")
    assert page.is_visible(".klistra pre >> nth=0") and not page.is_visible(".klistra button >> nth=0")
    context.close()


def test_print_is_black_on_white_and_without_controls(page: Page) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    assert not page.is_visible(".stegare") and not page.is_visible(".verktyg")
    assert page.is_visible(".klistra pre >> nth=0") and not page.is_visible(".klistra button >> nth=0")
    looks = "(one => [one.color, one.backgroundColor, one.textDecorationLine])(getComputedStyle(document.querySelector('{}')))"
    assert page.evaluate(looks.format("#andring-2 del")) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)", "line-through"]
    assert page.evaluate(looks.format("#andring-2 ins")) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)", "underline"]


def test_on_paper_tables_do_not_stand_side_by_side(page: Page) -> None:
    press(page, "v")
    page.emulate_media(media="print")
    differs, same = (page.locator(".rapport > .par", has_text=words) for words in ("Antal företag", "Andra företag"))
    old, new = (differs.locator(name).bounding_box() for name in (".fore", ".efter"))
    assert old and new and old["x"] == new["x"] and old["y"] + old["height"] <= new["y"]
    expect(same.locator(".fore")).not_to_be_visible()
    texts = page.locator(".rapport > .par", has_text="Antalet är")
    assert texts.locator(".fore").evaluate("one => one.getBoundingClientRect().right") < texts.locator(".efter").evaluate(
        "one => one.getBoundingClientRect().left"
    )


def test_what_is_folded_is_printed_and_folded_again(page: Page) -> None:
    shut = "document.querySelectorAll('details:not([open])').length"
    folded = page.evaluate(shut)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert folded > 0 and page.evaluate(shut) == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(shut) == folded
