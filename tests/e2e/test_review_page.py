"""The review page in a real browser: for everyone, by keyboard alone, with and without a memory."""

import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from rapportbyggare.page.review import review_page
from tests.unit.page.made import PASTED, handed, rich

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


def press(page: Page, keys: str) -> None:
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


def test_only_what_has_changed_can_be_shown(page: Page) -> None:
    page.check("#bara-andrade")
    assert page.is_visible("#andring-1") and page.is_visible("text=Läget >> nth=-1")
    assert not page.is_visible("text=Andra företag") and not page.is_visible("text=Källa är SCB.")


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
