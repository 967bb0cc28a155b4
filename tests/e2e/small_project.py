"""A small report project on disk, and builds of it in this process."""

import gc
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

from rapportbyggare.cli.main import main

MANIFEST = """\
format = 1
titel = "Uppföljning {{ ar }}"
dokumenttyp = "Uppföljningsrapport"
organisation = "Region Exempel"
namnd = "regionala nämnden"
beslutsdatum = ""
paragraf = ""
diarienummer = []
plan = "Planen"
planperiod = "2023–2027"
kontakt = "Strategen"
sprak = "sv-SE"
status = "utkast"
ar = 2025
amne = "Uppföljning"
nyckelord = ["uppföljning"]
innehallsforteckning = true
avsnitt = []
filnamn = "rapport-{{ ar }}"
mall = ""
"""
CATALOGUE = """\
format = 1
[[plats]]
kod = "2380"
namn = "Östersund"
niva = "kommun"
[[plats]]
kod = "2321"
namn = "Åre"
niva = "kommun"
[[plats]]
kod = "23"
namn = "Jämtlands län"
niva = "län"

[[kalla]]
id = "scb"
namn = "SCB, Företagsregistret"
prelnot = "Preliminär uppgift vid uttaget {uttag}."

[status.saknas]
text = "Ingen statistik"
tecken = ".."
betydelse = "uppgift saknas"

[[indikator]]
id = "antal_kkb"
namn = "Antal företag"
definition = "Aktiva företag."
kalla = "scb"
period = "juli {ar}"
[[indikator.matt]]
id = "antal"
namn = "antal"
enhet = "antal"
"""
TABLES = """\
format = 1
[[tabell]]
id = "antal"
rubrik = "Antal företag, juli {{ ar - 1 }}–{{ ar }}"
kalla = "SCB, Företagsregistret"
horn = "Kommun"
kolumner = ["ar - 1", "ar"]
kolumnrubrik = "juli {{ kol }}"
[[tabell.rad]]
for = "kommuner"
rubrik = "{{ rad }}"
cell = ["{{ antal_kkb(kol, rad) }}"]
[[tabell.rad]]
rubrik = "Summa"
summa = true
"""
STYLE = """\
format = 1
[farger]
text = "#1A1A1A"
dampad = "#4D4D4D"
rubrik = "#17365D"
accent = "#1F5C7A"
lank = "#0B5394"
linje = "#767676"
zebra = "#F2F5F8"
summa = "#E3EAF1"
[diagramfarger]
kategorier = ["#17365D", "#CC7014"]
ar = ["#5680AC", "#17365D"]
"""
CHART = """\
format = 1
typ = "staplar"
rubrik = "Antal företag, juli {{ ar - 1 }}–{{ ar }}"
kalla = "SCB, Företagsregistret"
kategorier = "kommuner"
serier = "aren(ar - 1, ar)"
serietext = "juli {{ serie }}"
varde = "antal_kkb(serie, kategori)"
axel = "Antal företag"
ordnade = true
tabell = "antal"
"""
OPENING = """\
{% format 1 %}

# Inledning {#inledning}

I juli {{ ar }} fanns {{ antal_kkb(ar) }} företag i {{ lan }}[^scb], se [](#antal).
Antalet {{ riktning(antal_kkb(ar), antal_kkb(ar - 1)) }} med {{ skillnad(antal_kkb(ar), antal_kkb(ar - 1)) | belopp }}.

[^scb]: Uttag {{ uttag(antal_kkb(ar)) }}.
"""
STATISTICS = """\
{% format 1 %}

# Statistik {#statistik}

{% tabell antal %}

{% diagram antal-per-kommun %}
"""
PLAIN = "{% format 1 %}\n\n# Analys {#analys}\n\nFöretagen är små.\n"
HEAD = "indikator;matt;ar;plats;varde;enhet;status;period;underlag;mats;not;cell\n"
FACTS = """\
antal_kkb;antal;2024;Östersund;700;antal;definitiv;;;;;B2
antal_kkb;antal;2024;Åre;190;antal;definitiv;;;;;B3
antal_kkb;antal;2024;Jämtlands län;890;antal;definitiv;;;;;B4
antal_kkb;antal;2025;Östersund;705;antal;definitiv;;;;;B5
antal_kkb;antal;2025;Åre;196;antal;definitiv;;;;;B6
antal_kkb;antal;2025;Jämtlands län;901;antal;definitiv;;;;;B7
"""
INDEX_HEAD = "leverans;slag;kalla;uttag;inlast;fil;filsumma;observationer;sha256;tackning;aterkallar;not\n"
DOCUMENT = "output/rapport-2025.docx"
LEDGER = "output/rapport-2025-siffror.csv"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run of the command answered."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Project:
    """A project folder, and the capture of what the command prints."""

    folder: Path
    capture: "pytest.CaptureFixture[str]"

    def write(self, name: str, content: str | bytes) -> Path:
        """Write a file of the project."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def change(self, name: str, old: str, new: str) -> None:
        """Replace words that must stand in a file of the project."""
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")

    def section(self, text: str, name: str = "sections/30-analys.md") -> None:
        """A section of the given text, with its format line; the text begins on line 3."""
        self.write(name, "{% format 1 %}\n\n" + text)

    def deliver(self, facts: str, head: str = HEAD) -> None:
        """Make the only delivery hold these facts, with the right checksum."""
        deliver(self.folder, facts, head)

    def run(self, *words: str) -> Outcome:
        """Run the command; `{}` in a word is the project folder."""
        self.capture.readouterr()
        try:
            code = main([word.replace("{}", self.folder.as_posix()) for word in words])
        finally:
            gc.enable()
        out, err = self.capture.readouterr()
        return Outcome(code, out, err)

    def build(self, *words: str) -> Outcome:
        """Build the project."""
        return self.run("bygg", "--projekt", "{}", *words)

    def files(self) -> Mapping[str, bytes]:
        """Every file of the project outside the cache."""
        return snapshot(self.folder)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, outside the cache."""
    found = (path for path in folder.rglob("*") if path.is_file() and ".rapportbyggare" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def deliver(folder: Path, facts: str, head: str = HEAD) -> None:
    """Write the only delivery and its line in the index."""
    content = (head + facts).encode()
    data = folder / "report" / "data"
    data.mkdir(parents=True, exist_ok=True)
    (data / "leverans-001.csv").write_bytes(content)
    row = f"1;leverans;scb;2025-07;2025-09-01;uttag.xlsx;;leverans-001.csv;{sha256(content).hexdigest()};;;\n"
    (data / "leveranser.csv").write_bytes((INDEX_HEAD + row).encode())


def write_project(folder: Path, chart: bool = False) -> None:
    """Write the project; without `chart` nothing has to be drawn."""
    files = {
        "report/rapport.toml": MANIFEST,
        "report/katalog.toml": CATALOGUE,
        "report/tabeller.toml": TABLES,
        "report/stil.toml": STYLE,
        "sections/10-inledning.md": OPENING,
        "sections/20-statistik.md": STATISTICS if chart else STATISTICS.replace("{% diagram antal-per-kommun %}\n", ""),
        "sections/30-analys.md": PLAIN,
    }
    for name, content in (files | ({"figures/antal-per-kommun.toml": CHART} if chart else {})).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode())
    (folder / "figures").mkdir(exist_ok=True)
    deliver(folder, FACTS)
