"""What the reader steers the page with: filters, views, the way from change to change, and help."""

from collections import Counter

from rapportbyggare.core.compared import Cause, Comparison
from rapportbyggare.page.signs import LETTERS
from rapportbyggare.page.telling import CAUSES, MEANINGS

KEYS = (
    (("n", "j"), "nästa ändring"),
    (("p", "k"), "föregående ändring"),
    (("x",), "pricka av ändringen, eller ta bort avprickningen"),
    (("a",), "skriv en anteckning om ändringen"),
    (("l",), "gå mellan ändringen i rapporten och samma ändring i listan"),
    (("v",), "byt mellan ändringar i texten och sida vid sida"),
    (("?",), "visa eller stäng den här hjälpen"),
)
PATHS = (
    ("sammanfattning", "Sammanfattning"),
    ("uppgifter", "Ändrade uppgifter"),
    ("att-veta", "Att veta om jämförelsen"),
    ("gjort", "Gjort i filen"),
    ("overskrivna", "Överskrivna tal"),
    ("lista", "Alla ändringar"),
    ("rapporten", "Rapporten"),
)


def contents_html(parts: str) -> str:
    """Links to those parts of the page that it has."""
    links = "".join(f'<li><a href="#{name}">{title}</a></li>' for name, title in PATHS if f' id="{name}"' in parts)
    return f'<nav aria-label="På den här sidan"><ul>{links}</ul></nav>'


def tools_html(comparison: Comparison) -> str:
    """Filters with counts, views, and what to take away from the page."""
    count = Counter(change.cause for change in comparison.changes)
    filters = "".join(_filter(cause, count[cause]) for cause in Cause if count[cause])
    views = _radio("i-texten", "I texten", True) + _radio("sida-vid-sida", "Sida vid sida", False)
    buttons = (
        '<button type="button" id="hamta">Hämta listan</button> <button type="button" id="kopiera">Kopiera listan</button> '
        '<button type="button" id="visa-hjalp">Hjälp <kbd>?</kbd></button>'
    )
    only = '<label><input type="checkbox" id="bara-andrade"> Bara det som ändrats</label>'
    return (
        '<section class="verktyg bara-js" aria-label="Visning och lista">'
        f"<fieldset><legend>Visa ändringar av</legend>{filters}</fieldset>"
        f"<fieldset><legend>Visning</legend>{views}{only}</fieldset>"
        f'<fieldset><legend>Granskningen</legend>{buttons}<p id="framsteg" class="dampad"></p></fieldset>'
        '<p id="besked" role="status"></p></section>'
    )


def _filter(cause: Cause, number: int) -> str:
    box = f'<input type="checkbox" class="filter" value="{cause.value}" checked>'
    return f'<label title="{MEANINGS[cause]}">{box} <span class="nr">{LETTERS[cause]}</span> {CAUSES[cause]} ({number})</label>'


def _radio(value: str, title: str, chosen: bool) -> str:
    return f'<label><input type="radio" name="vy" value="{value}"{" checked" * chosen}> {title}</label>'


def stepper_html() -> str:
    """The bar that goes along: from change to change, ticking off."""
    return (
        '<section class="stegare bara-js" aria-label="Ändring för ändring">'
        '<div><button type="button" id="forra"><span aria-hidden="true">◀ </span>Föregående</button> '
        '<button type="button" id="nasta">Nästa<span aria-hidden="true"> ▶</span></button></div>'
        '<p id="lage" role="status"></p>'
        '<div class="bocka"><label><input type="checkbox" id="klar"> Avprickad</label> '
        '<label>Anteckning <input type="text" id="anteckning"></label></div></section>'
    )


def help_html() -> str:
    """What the signs mean and which keys there are."""
    keys = "".join(
        f"<div><dt>{' eller '.join(f'<kbd>{key}</kbd>' for key in names)}</dt><dd>{does}</dd></div>" for names, does in KEYS
    )
    causes = "".join(
        f'<div><dt><span class="nr">{LETTERS[cause]}</span> {CAUSES[cause]}</dt><dd>{MEANINGS[cause]}</dd></div>'
        for cause in Cause
    )
    return (
        '<dialog id="hjalp" aria-labelledby="hjalp-rubrik"><h2 id="hjalp-rubrik">Hjälp</h2>'
        "<p>Det som tagits bort är <del>överstruket</del> och det som tillkommit <ins>understruket</ins>. Varje ändring har ett "
        "nummer efter en bokstav för sitt slag:</p>"
        f"<dl>{causes}</dl><h3>Tangenter</h3><dl>{keys}</dl>"
        '<p><label><input type="checkbox" id="tangenter" checked> Använd tangenterna</label></p>'
        "<p>Avprickningar och anteckningar sparas bara i den här webbläsaren. Hämta listan för att skicka dem till "
        "författaren.</p>"
        '<p><button type="button" id="stang-hjalp">Stäng</button></p></dialog>'
    )
