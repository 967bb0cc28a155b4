"""Every kind of bad input: what is said, where, and that nothing else happens."""

import os
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest

from tests.e2e.faults import english, refused
from tests.e2e.small_project import CHART, DOCUMENT, FACTS, HEAD, STATISTICS, Project, deliver, snapshot

Form = Literal["NFC", "NFD"]
SECTION = "sections/30-analys.md"
TABLES = "report/tabeller.toml"
MANIFEST = "report/rapport.toml"
DATA = "report/data/leverans-001.csv"
INDEX = "report/data/leveranser.csv"
CHART_FILE = "figures/antal-per-kommun.toml"

TEXTS = [
    pytest.param("Det är {{ antal_kbk(ar) }}.\n", "okand-indikator", "3:8", id="unknown indicator"),
    pytest.param("Det är {{ antal_kkb(1999) }}.\n", "uppgift-saknas", "3:8", id="unknown year"),
    pytest.param("Det är {{ antal_kkb(ar, 'Åra') }}.\n", "okand-plats", "3:8", id="unknown municipality"),
    pytest.param("# Två {#inledning}\n", "dubbel-nyckel", "3:1", id="duplicate key"),
    pytest.param("Ord[^borta].\n", "odefinierad-fotnot", "3:4", id="broken footnote"),
    pytest.param("Se [](#ingenstans).\n", "okand-hanvisning", "3:7", id="reference to nothing"),
    pytest.param("Kod `{{ ar }}` här.\n", "olast-uttryck", "3:6", id="expression in code"),
    pytest.param("Text <b>{{ ar }}</b>.\n", "html", "3:6", id="expression in HTML"),
    pytest.param("{% if finns(antal_kkb(ar)) %}\n\nText.\n", "oavslutat-block", "3:1", id="unclosed block"),
    pytest.param("Det är {{ antal_kkb(ar.\n", "ostangt-uttryck", "3:8", id="unclosed expression"),
    pytest.param("Det är {{ 'x' * 10**9 }}.\n", "otillatet-uttryck", "3:8", id="burning memory by repetition"),
    pytest.param("Det är {{ 10**(10**8) }}.\n", "otillatet-uttryck", "3:8", id="burning memory by power"),
    pytest.param("Det är {{ 'x'|center(999999999) }}.\n", "okand-filter", "3:8", id="burning memory by filter"),
    pytest.param("Det är {{ " + "(" * 300 + "1" + ")" * 300 + " }}.\n", "for-langt-uttryck", "3:8", id="a long expression"),
    pytest.param("Det är {{ ''.__class__ }}.\n", "inget-falt", "3:8", id="reaching into Python"),
    pytest.param("{% tabell anta %}\n", "okand-tabell", "3:1", id="unknown table"),
    pytest.param("{% diagram anta %}\n", "okand-diagram", "3:1", id="unknown chart"),
]


@pytest.mark.parametrize(("text", "code", "spot"), TEXTS)
def test_faults_in_a_section(project: Project, text: str, code: str, spot: str) -> None:
    project.section(text)
    assert (code, f"{SECTION}:{spot}") in refused(project).found


def test_the_nearest_names_are_suggested(project: Project) -> None:
    project.section("{{ antal_kbk(ar) }} {{ antal_kkb(ar, 'Åra') }} {{ antal_kkb(1999) }} [](#inledningen)\n")
    text = refused(project).text
    assert "antal_kkb" in text
    assert "Åre" in text
    assert "#inledning" in text


def test_more_loop_turns_than_any_report_needs(project: Project) -> None:
    loops = "".join(f"{{% for {name} in aren(1990, 2025) %}}\n\n" for name in "abc")
    project.section(f"{loops}Text.\n" + "\n{% endfor %}\n" * 3)
    assert "for-manga-varv" in {code for code, _ in refused(project).found}


def test_all_faults_are_named_at_once(project: Project) -> None:
    project.section("{{ antal_kbk(ar) }} och [](#ingenstans)\n\n![Karta](figures/borta.png)\n")
    project.change(MANIFEST, 'status = "utkast"', 'status = "klar"')
    project.change("report/stil.toml", 'dampad = "#4D4D4D"', 'dampad = "#EEEEEE"')
    project.change(TABLES, 'horn = "Kommun"', "horn = 7")
    project.write(DATA, HEAD + FACTS.replace("705", "7.05"))
    places = {place.rpartition(":")[0].partition(":")[0] for _, place in refused(project).found}
    assert places == {SECTION, MANIFEST, "report/stil.toml", TABLES, DATA, INDEX}
    codes = {code for code, _ in refused(project).found}
    assert {"okand-indikator", "okand-hanvisning", "fil-saknas"} <= codes


def test_a_listed_section_that_is_missing(project: Project) -> None:
    project.change(MANIFEST, "avsnitt = []", 'avsnitt = ["10-inledning.md", "20-statistk.md"]')
    refusal = refused(project)
    assert ("avsnitt-saknas", f"{MANIFEST}:18:32") in refusal.found
    assert ("avsnitt-utan-plats", "sections/20-statistik.md") in refusal.found
    assert "Menade du ”20-statistik.md”?" in refusal.text


def test_an_empty_report(project: Project) -> None:
    for path in (project.folder / "sections").iterdir():
        path.unlink()
    assert ("inga-avsnitt", "sections") in refused(project).found


def test_no_folder_of_sections(project: Project) -> None:
    for path in (project.folder / "sections").iterdir():
        path.unlink()
    (project.folder / "sections").rmdir()
    assert ("inga-avsnitt", "sections") in refused(project).found


def test_sections_without_a_word(project: Project) -> None:
    for path in (project.folder / "sections").iterdir():
        path.write_text("{% format 1 %}\n", encoding="utf-8")
    assert "tom-rapport" in {code for code, _ in refused(project).found}


def test_a_section_that_is_a_folder(project: Project) -> None:
    (project.folder / "sections" / "40-mapp.md").mkdir()
    assert ("mapp-i-stallet-for-fil", "sections/40-mapp.md") in refused(project).found


def test_a_section_in_a_format_of_tomorrow(project: Project) -> None:
    project.write(SECTION, "{% format 2 %}\n\n# Analys {#analys}\n")
    assert (SECTION + ":1") in {place.rpartition(":")[0] or place for _, place in refused(project).found}


def test_a_section_in_the_windows_alphabet(project: Project) -> None:
    project.write(SECTION, "{% format 1 %}\n\nFöretag i Åre.\n".encode("cp1252"))
    assert ("inte-utf8", f"{SECTION}:3:2") in refused(project).found


def test_a_section_with_control_characters(project: Project) -> None:
    project.section("Före\x07tag \u202eabc.\n")
    found = refused(project).found
    assert {("otillatet-tecken", f"{SECTION}:3:5"), ("otillatet-tecken", f"{SECTION}:3:10")} <= found


def test_a_section_too_large_to_be_one(project: Project) -> None:
    with (project.folder / SECTION).open("wb") as file:
        file.truncate(30_000_000)
    assert ("filen-ar-for-stor", SECTION) in refused(project).found


FORMS: tuple[tuple[Form, Form], ...] = (("NFC", "NFD"), ("NFD", "NFC"), ("NFD", "NFD"))


@pytest.mark.parametrize(("on_disk", "in_list"), FORMS)
def test_a_section_named_with_a_ring(project: Project, on_disk: Form, in_list: Form) -> None:
    names = ["10-inledning.md", "20-statistik.md", "30-analys.md", "40-åtgärder.md"]
    project.write("sections/" + normalize(on_disk, names[-1]), "{% format 1 %}\n\nOrd.\n")
    listed = ", ".join(f'"{normalize(in_list, name)}"' for name in names)
    project.change(MANIFEST, "avsnitt = []", f"avsnitt = [{listed}]")
    assert project.build().code == 0


def test_a_fault_in_a_section_named_with_a_ring(project: Project) -> None:
    project.write("sections/" + normalize("NFD", "40-åtgärder.md"), "{% format 1 %}\n\n{{ antal_kbk(ar) }}\n")
    assert ("okand-indikator", "sections/40-åtgärder.md:3:1") in refused(project).found


@pytest.mark.parametrize("start", ["\ufeff", ""], ids=["byte order mark", "line ends of Windows"])
def test_windows_files_are_read_as_any_other(project: Project, start: str) -> None:
    project.build()
    plain = (project.folder / DOCUMENT).read_bytes()
    for path in (project.folder / "sections").iterdir():
        text = path.read_text(encoding="utf-8")
        path.write_bytes((start + text.replace("\n", "\r\n" if not start else "\n")).encode())
    assert project.build().code == 0
    assert len((project.folder / DOCUMENT).read_bytes()) == pytest.approx(len(plain), abs=40)


def test_a_section_whose_name_no_alphabet_holds(project: Project) -> None:
    try:
        Path(os.fsdecode(os.fsencode(project.folder) + b"/sections/40-\xe5r.md")).write_text("Ord.\n", encoding="utf-8")
    except OSError:
        pytest.skip("this file system refuses such names")
    outcome = project.build()
    assert "Internt fel" not in outcome.err
    assert "Traceback" not in outcome.err


LINKS = [
    pytest.param("sections/40-lank.md", "", id="section"),
    pytest.param("figures/lank.png", "![Karta](figures/lank.png)\n", id="image"),
]


@pytest.mark.parametrize(("name", "text"), LINKS)
def test_links_out_of_the_project(project: Project, tmp_path: Path, name: str, text: str) -> None:
    outside = tmp_path / "hemlig"
    outside.write_text("{% format 1 %}\n\nhemlig text\n", encoding="utf-8")
    (project.folder / name).symlink_to(outside)
    if text:
        project.section(text)
    refusal = refused(project)
    assert ("utanfor-projektet", f"{SECTION}:3:1" if text else name) in refusal.found
    assert "hemlig text" not in refusal.text


def test_a_link_that_leads_nowhere(project: Project) -> None:
    (project.folder / "sections" / "40-lank.md").symlink_to("borta.md")
    assert ("fil-saknas", "sections/40-lank.md") in refused(project).found


def test_a_link_that_leads_to_itself(project: Project) -> None:
    link = project.folder / "sections" / "40-lank.md"
    link.symlink_to(link)
    assert "sections/40-lank.md" in {place for _, place in refused(project).found}


@pytest.mark.parametrize("path", ["../hemlig.png", "/etc/hostname", "figures/../../hemlig.png", "C:/bild.png", "figures/con.png"])
def test_an_image_outside_the_project(project: Project, path: str) -> None:
    project.section(f"![Karta]({path})\n")
    assert f"{SECTION}:3:1" in {place for _, place in refused(project).found}


def test_an_image_that_is_missing_and_one_that_is_text(project: Project) -> None:
    project.write("figures/text.png", "detta är ingen bild")
    project.section("![Karta](figures/borta.png)\n\n![Karta](figures/text.png)\n")
    assert {("fil-saknas", f"{SECTION}:3:1"), ("ingen-bild", f"{SECTION}:5:1")} <= refused(project).found


def test_a_logotype_that_is_missing(project: Project) -> None:
    with (project.folder / "report/stil.toml").open("a", encoding="utf-8") as file:
        file.write('[logotyp]\nfil = "report/logga.png"\nalt = "Regionen"\n')
    assert ("fil-saknas", "report/stil.toml:15:8") in refused(project).found


@pytest.mark.parametrize(
    ("template", "code"),
    [("mallar/borta.dotx", "fil-saknas"), ("../mall.dotx", "utanfor-projektet"), ("report", "mapp-i-stallet-for-fil")],
)
def test_a_template_that_is_not_there(project: Project, template: str, code: str) -> None:
    project.change(MANIFEST, 'mall = ""', f'mall = "{template}"')
    assert (code, f"{MANIFEST}:20:9") in refused(project).found


def test_a_template_that_is_a_link_out_of_the_project(project: Project, tmp_path: Path) -> None:
    (tmp_path / "mall.dotx").write_bytes(b"PK")
    (project.folder / "mall.dotx").symlink_to(tmp_path / "mall.dotx")
    project.change(MANIFEST, 'mall = ""', 'mall = "mall.dotx"')
    assert ("utanfor-projektet", f"{MANIFEST}:20:9") in refused(project).found


MANIFESTS = [
    pytest.param('titel = "', "titel = ", "toml-kan-inte-lasas", ":2", id="syntax"),
    pytest.param("ar = 2025", 'ar = "2025"', "fel-slags-varde", ":14:7", id="wrong type"),
    pytest.param("ar = 2025", "ar = 2025\nar = 2026", "toml-kan-inte-lasas", ":15", id="duplicate key"),
    pytest.param("format = 1", "format = 2", "nyare-format", ":1:10", id="newer format"),
    pytest.param("amne =", "amnet =", "okand-nyckel", ":15:1", id="unknown key"),
    pytest.param("titel =", "# titel =", "nyckel-saknas", "", id="missing key"),
    pytest.param('status = "utkast"', 'status = "klar"', "okant-val", ":13:11", id="unknown status"),
    pytest.param('filnamn = "rapport-{{ ar }}"', 'filnamn = "../rapport"', "fel-filnamn", ":19:12", id="file name that climbs"),
]


@pytest.mark.parametrize(("old", "new", "code", "spot"), MANIFESTS)
def test_faults_in_the_manifest(project: Project, old: str, new: str, code: str, spot: str) -> None:
    project.change(MANIFEST, old, new)
    found = refused(project).found
    assert any(kind.endswith(code) and place.startswith(MANIFEST + spot) for kind, place in found), found


CHARTS = [
    pytest.param("ordnade = true", 'ordnade = "ja"', "fel-slags-varde", ":10:12", id="wrong type"),
    pytest.param('typ = "staplar"', 'typ = "tårta"', "okant-val", ":2:8", id="unknown kind"),
    pytest.param("axel =", "axeln =", "okand-nyckel", ":9:1", id="unknown key"),
    pytest.param("antal_kkb(serie", "antal_kbk(serie", "okand-indikator", ":8:10", id="unknown indicator"),
    pytest.param('tabell = "antal"', 'tabell = "antel"', "diagram-utan-tabell", "", id="table that is not there"),
]


@pytest.mark.parametrize(("old", "new", "code", "spot"), CHARTS)
def test_faults_in_a_chart_specification(project: Project, old: str, new: str, code: str, spot: str) -> None:
    project.write(CHART_FILE, CHART.replace(old, new))
    project.write("sections/20-statistik.md", STATISTICS)
    found = refused(project).found
    assert any(kind == code and place.startswith(CHART_FILE + spot) for kind, place in found), found


FACT = "antal_kkb;antal;2025;Åre;"
DATASETS = [
    pytest.param(HEAD.replace("varde", "värde"), FACTS, "kolumn", ":1", id="wrong column"),
    pytest.param(HEAD, FACTS.replace(";705;", ";7.05;"), "decimalpunkt", ":5", id="decimal point"),
    pytest.param(HEAD, FACTS.replace(";705;", ";många;"), "tal", ":5", id="stray text"),
    pytest.param(HEAD, FACTS + FACT + "196;antal;definitiv;;;;;\n", "dubbel-uppgift", ":8", id="duplicate fact"),
    pytest.param(HEAD, FACTS + FACT.replace("Åre", "Åra") + "1;antal;definitiv;;;;;\n", "plats", ":8", id="unknown municipality"),
    pytest.param(HEAD, FACTS.replace("705;antal;definitiv", "705;antal;kanske"), "status", ":5", id="unknown status"),
    pytest.param(HEAD, FACTS.replace("705;antal", "705;tkr"), "annan-enhet", ":5:6", id="another unit"),
    pytest.param(HEAD, FACTS + "antal_kbk;antal;2025;Åre;1;antal;definitiv;;;;;\n", "indikator", ":8", id="unknown indicator"),
]


@pytest.mark.parametrize(("head", "facts", "code", "spot"), DATASETS)
def test_faults_in_the_dataset(project: Project, head: str, facts: str, code: str, spot: str) -> None:
    deliver(project.folder, facts, head)
    found = refused(project).found
    assert any(code in kind and place.startswith(DATA + spot) for kind, place in found), found


def test_a_delivery_that_somebody_has_changed(project: Project) -> None:
    project.change(DATA, ";705;", ";750;")
    found = refused(project).found
    assert {place.partition(":")[0] for _, place in found} == {INDEX}


def test_a_delivery_that_is_missing(project: Project) -> None:
    (project.folder / DATA).unlink()
    assert ("fil-saknas", DATA) in refused(project).found


@pytest.mark.parametrize("name", ["report/katalog.toml", "report/stil.toml", TABLES, INDEX])
def test_a_file_of_the_project_that_is_missing(project: Project, name: str) -> None:
    (project.folder / name).unlink()
    assert ("fil-saknas", name) in refused(project).found


def test_a_style_colour_without_contrast(project: Project) -> None:
    project.change("report/stil.toml", 'text = "#1A1A1A"', 'text = "#BBBBBB"')
    found = refused(project).found
    assert any(place.startswith("report/stil.toml:3:9") for _, place in found), found


def test_an_output_folder_that_cannot_be_written(project: Project) -> None:
    (project.folder / "output").write_text("en fil på mappens plats", encoding="utf-8")
    outcome = project.build()
    assert outcome.code == 3
    assert "det ligger en fil där mappen skulle vara" in outcome.err
    assert (project.folder / "output").read_text(encoding="utf-8") == "en fil på mappens plats"


def test_an_output_folder_that_leads_out_of_the_project(project: Project, tmp_path: Path) -> None:
    (tmp_path / "annan").mkdir()
    (project.folder / "output").symlink_to(tmp_path / "annan")
    outcome = project.build()
    assert (outcome.code, outcome.out) == (3, "")
    assert "Mappen output är en länk som leder ut ur projektet." in outcome.err
    assert list((tmp_path / "annan").iterdir()) == []


def test_an_output_folder_that_leads_to_the_inputs(project: Project) -> None:
    (project.folder / "output").symlink_to("sections")
    before = snapshot(project.folder)
    assert project.build().code == 3
    assert snapshot(project.folder) == before


@pytest.mark.parametrize(
    "out", ["{}/sections/rapport.docx", "{}/output/../report/rapport.docx", "{}/report/rapport.toml/rapport.docx"]
)
def test_an_output_that_cannot_be_chosen(project: Project, out: str) -> None:
    refusal = refused(project, "--ut", out)
    assert refusal.code == 3
    assert {kind for kind, _ in refusal.found} == {"utdata-bland-indata"}


@pytest.mark.parametrize("command", [("bygg",), ("andringar",), ("andringar", "--i", "{}/utkast.docx")], ids=" ".join)
@pytest.mark.parametrize("out", ["{}/lista.txt", "{}/lista", "{}/a.PDF", "{}", "{}/mapp.docx", "{}/mapp.md", ".", "/"])
def test_an_output_that_is_a_folder_or_has_another_ending(project: Project, command: tuple[str, ...], out: str) -> None:
    (project.folder / "mapp.docx").mkdir()
    (project.folder / "mapp.md").mkdir()
    before = snapshot(project.folder)
    outcome = project.run(*command, "--ut", out, "--projekt", "{}")
    assert (outcome.code, outcome.out, english(outcome.err)) == (2, "", [])
    assert "till exempel --ut " in outcome.err
    assert snapshot(project.folder) == before


@pytest.mark.parametrize("name", ["svar.docx", "svar.HTML", "svar.pdf"])
def test_the_answers_of_a_comparison_are_no_single_file(project: Project, name: str) -> None:
    before = snapshot(project.folder)
    outcome = project.run("jamfor", "1", "--ut", f"{{}}/{name}", "--projekt", "{}")
    assert (outcome.code, outcome.out, english(outcome.err)) == (2, "", [])
    assert outcome.err.endswith(f" Skriv till exempel --ut {project.folder.as_posix()}/svar.\n")
    assert snapshot(project.folder) == before


def test_a_document_without_room_for_its_figures(project: Project) -> None:
    (project.folder / "output" / "rapport-2025-siffror.csv").mkdir(parents=True)
    outcome = project.build()
    assert outcome.code == 3
    assert "Dokumentet är skrivet, men filen med siffrorna går inte att skriva" in outcome.err
    assert "Skrev output/rapport-2025.docx" in outcome.err
    assert "Inget dokument skrevs" not in outcome.err


def test_a_symlink_is_replaced_and_never_written_through(project: Project, tmp_path: Path) -> None:
    other = tmp_path / "annan.docx"
    other.write_text("en annans fil", encoding="utf-8")
    (project.folder / "output").mkdir()
    (project.folder / DOCUMENT).symlink_to(other)
    assert project.build().code == 0
    assert other.read_text(encoding="utf-8") == "en annans fil"


def test_a_name_that_commands_the_terminal_is_printed_harmlessly(project: Project) -> None:
    project.change(MANIFEST, "amne =", '"\\u001b[2J" = 1\namne =')
    assert "\x1b" not in refused(project).text


def test_files_that_only_look_like_sections_are_pointed_out(project: Project) -> None:
    project.write("sections/40-mer.txt", "glömd text")
    project.write("sections/.gömd.md", "redigerarens egen fil")
    outcome = project.build()
    assert outcome.code == 0
    assert "BRIST  sections/40-mer.txt: Filen slutar inte på .md och kommer inte med i rapporten." in outcome.err
    assert "1 varning." in outcome.out
    assert "gömd" not in outcome.err


CAUSES = [
    pytest.param("report/tabeller.toml", "fil-saknas", id="tables"),
    pytest.param("figures/antal-per-kommun.toml", "", id="chart"),
    pytest.param("report/data/leverans-001.csv", "fil-saknas", id="delivery"),
    pytest.param("report/data/leveranser.csv", "fil-saknas", id="index"),
    pytest.param("sections/20-statistik.md", "avsnitt-saknas", id="section"),
]


@pytest.mark.parametrize(("name", "code"), CAUSES)
def test_what_follows_from_a_file_that_was_not_read_is_not_said(project: Project, name: str, code: str) -> None:
    """A remedy for the consequence ("remove the reference") would make things worse."""
    project.write(CHART_FILE, CHART)
    project.write("sections/20-statistik.md", STATISTICS)
    project.change(MANIFEST, "avsnitt = []", 'avsnitt = ["10-inledning.md", "20-statistik.md", "30-analys.md"]')
    if code:
        (project.folder / name).unlink()
    else:
        project.write(name, "format = 2\n")
    assert {kind for kind, _ in refused(project).found} == {code or "nyare-format"}


def test_what_does_not_follow_from_it_is_said(project: Project) -> None:
    (project.folder / TABLES).unlink()
    project.section("{{ antal_kbk(ar) }}\n")
    assert {code for code, _ in refused(project).found} == {"fil-saknas", "okand-indikator"}


def test_a_manifest_without_year_does_not_make_every_figure_a_fault(project: Project) -> None:
    project.change(MANIFEST, "ar = 2025", 'ar = "2025"')
    assert {place for _, place in refused(project).found} == {f"{MANIFEST}:14:7"}
