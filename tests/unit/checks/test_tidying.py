from pathlib import Path

import pytest

from rapportbyggare.checks.tidying import Edit, applied, tidied

SECTIONS = Path(__file__).parents[3] / "sections"


def mended(text: str, markdown: bool = True) -> str:
    return applied(text, tidied(text, markdown)).replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("andelen är 5 %.", "andelen är 5~%."),
        ("andelen är 5,1% i år", "andelen är 5,1~% i år"),
        ("fick 830 000 kr", "fick 830~000~kr"),
        ("fick 1 448 086 000 kronor", "fick 1~448~086~000~kronor"),
        ("fick 100kr", "fick 100~kr"),
        ("fick 12 mkr", "fick 12~mnkr"),
        ("den 14 oktober 2025", "den 14~oktober~2025"),
        ("den 14 Oktober 2025", "den 14~oktober~2025"),
        ("i juli 2024 och Juli 2025", "i juli 2024 och juli 2025"),
        ("juni2025 var", "juni 2025 var"),
        ("från juli2025 var", "från juli 2025 var"),
        ("i2025 var", "i 2025 var"),
        ("§302 och § 5", "§~302 och §~5"),
        ("enligt 5§ lagen", "enligt 5~§ lagen"),
        ("två  ord", "två ord"),
        ("företag . Nästa", "företag. Nästa"),
        ("ord , ord ; ord", "ord, ord; ord"),
        ("ett ( inskott ) här", "ett (inskott) här"),
        ("ord,ord och slut.Nästa mening", "ord, ord och slut. Nästa mening"),
        ("bättre.En till.I år", "bättre. En till. I år"),
        ("SCB: s register", "SCB:s register"),
        ("SCBs register", "SCB:s register"),
        ("1341aktiva företag", "1341 aktiva företag"),
        ("2020års budget", "2020 års budget"),
        ("redovisade1 259 företag, eller6,7% i kapitel3", "redovisade 1~259 företag, eller 6,7~% i kapitel 3"),
        ("1 448086 000 kr", "1~448~086~000~kr"),
        ("år 2025har och2024 är", "år 2025 har och 2024 är"),
        ("1341 företag fick 12345 kr och 1 017000 kr", "1~341 företag fick 12~345~kr och 1~017~000~kr"),
        ("perioden 2023-2027", "perioden 2023–2027"),
        ("perioden 2023 – 2027", "perioden 2023–2027"),
        ("10-15 procent", "10–15~procent"),
        ("1 april 2024 - 31 mars 2025", "1~april~2024–31~mars~2025"),
        ("januari-mars", "januari–mars"),
        ("ett ord - ett till", "ett ord – ett till"),
        ("projektet Kompetenslyft - Nova19 och Ett värde - Maten", "projektet Kompetenslyft - Nova19 och Ett värde - Maten"),
        ("ett ord — ett till", "ett ord – ett till"),
        ("minskade med -0,2 procentenheter", "minskade med −0,2~procentenheter"),
        ('sade "Så är det" här', "sade ”Så är det” här"),
        ("sade “Så är det” här", "sade ”Så är det” här"),
        ("och så...", "och så…"),
        ("tex Berg, t ex Åre och t.ex Krokom", "t.ex. Berg, t.ex. Åre och t.ex. Krokom"),
        ("bl a, m m och pga snö", "bl.a., m.m. och p.g.a. snö"),
        ("den s k modellen", "den s.k. modellen"),
        ("fem % av dem", "fem procent av dem"),
        ("två %-enheter", "två procentenheter"),
        ("2 procent enheter", "2~procentenheter"),
        ("blev {{ x | utan_enhet }} kr", "blev {{ x | utan_enhet }}~kr"),
        ("åren {{ ar - 2 }}-{{ ar }}", "åren {{ ar - 2 }}–{{ ar }}"),
    ],
)
def test_what_is_mended(before: str, after: str) -> None:
    assert mended(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "33 100-till-100 är ett namn",
        "https://example.se/a%20b?x=2019-2020",
        "Rapport-2019-2020.pdf och www.samspel63.se",
        "skriv till a.b@example.se",
        "(SOU 2022:44), Skr. 2023/24:111, lagen (2018:1937)",
        "ärendet RUN/113/2022 och RUN 113/2022",
        "den 2025-10-14 och 2025-07",
        "ring 063-14 75 00 eller 070 123 45 67",
        "org.nr 212000-2130, ISBN 978-91-1234-567-8",
        "KOMM – Sveriges Kommunikationsbyråer",
        "Film & TV-Producenterna, Kul Tur och PlatsKonstKultur",
        "kultur- och fritidsnämnden, stöd- eller bidragsgivare",
        "i maj 2025",
        "ska år 2025 ha nått dit",
        "EU: en strategi",
        "2025 kommuner och 2024 företag, Agenda2030 och nr 1341",
        "10 mm, tom låda, from och dvs. sk",
        "tecknet .. står för saknas",
        "2027-2023 och 15-10",
        "20-tal, 1900-talet och 5-årig",
        "”Han sa 5% och 2019-2020  tex”",
        "> ett citat med 5% och tex",
        "`kod 5%  tex` och *En titel 2019-2020*",
        "[Rapport 2019-2020](https://example.se/5%20) och [Foo - bar]{lang=en}",
        "{{ f(ar, 'x  y') }} och {{ 'tex' }}",
        '![alt - text](figures/a.png "En  titel"){#nyckel}',
        "{# anteckning med 5% och  tex #}",
        "{% if a  == 5 %}",
        "| a  | 5 |\n|----|--:|\n| b  | 6 |",
        "- punkt\n  - under\n\n1.  ett",
        "---\ntitel: tex  5%\n---\n",
        "```\ntex  5%\n```\n",
        "[^not]: text",
        "[ref]: https://example.se/a  'x'",
        'ett 15" rör',
        "rad med två blanksteg  \nsist",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert tidied(text, markdown=True) == ()


@pytest.mark.parametrize("section", sorted(SECTIONS.glob("*.md")), ids=lambda path: path.stem)
def test_the_example_report_is_tidy(section: Path) -> None:
    assert tidied(section.read_text(encoding="utf-8"), markdown=True) == ()


def test_a_declared_name_keeps_its_spelling() -> None:
    text = "Kul Tur - öppna ateljéer och ett ord - ett till"
    edits = tidied(text, markdown=True, kept=("Kul Tur - öppna ateljéer",))
    assert applied(text, edits) == "Kul Tur - öppna ateljéer och ett ord – ett till"


def test_an_edit_says_where_and_by_which_rule() -> None:
    assert tidied("ja\n5% här", markdown=False) == (Edit(4, "", "\u00a0", "mellanslag-saknas"),)


def test_one_edit_where_one_rule_makes_way_for_another() -> None:
    text = "bolag  - bygg"
    assert applied(text, tidied(text, markdown=False)) == "bolag – bygg"


def test_columns_laid_out_with_spaces_keep_them() -> None:
    assert tidied("Berg     71  69             63\nKommun  juli 2023  juli 2024", markdown=False) == ()


def test_a_quotation_keeps_its_words_over_lines() -> None:
    assert mended('han sa "tex\n5%" och 5%') == "han sa ”tex\n5%” och 5~%"


def test_marks_that_do_not_pair_are_left_with_all_that_follows() -> None:
    assert mended('5% "tex\n\n5%') == '5~% "tex\n\n5~%'
