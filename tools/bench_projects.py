"""The benchmark's projects: the report in the repository many times over, and a report of one large table."""

import csv
import hashlib
import re
import shutil
import tomllib
from pathlib import Path

EXPRESSION = re.compile(r"\{\{(.*?)\}\}")
CHART = re.compile(r"^\{% diagram ([\w-]+) %\}$", re.M)


def scaled(root: Path, folder: Path, times: int) -> None:
    """Copies the project into `folder` with every section `times` times; no two copies share an expression."""
    for name in ("report", "sections", "figures"):
        shutil.copytree(root / name, folder / name)
    if times == 1:
        return
    charts = {path.stem for path in (folder / "figures").glob("*.toml")}
    tables = folder / "report" / "tabeller.toml"
    rules = tables.read_text(encoding="utf-8")
    sections = sorted((folder / "sections").glob("*.md"))
    for number in range(1, times):
        for path in sections:
            copy = path.with_name(f"{path.stem}-k{number:04}.md")
            copy.write_text(section_copy(path.read_text(encoding="utf-8"), number, charts), encoding="utf-8")
    extra = [table_copies(rules, number) for number in range(1, times)]
    tables.write_text(rules + "\n" + "\n".join(extra), encoding="utf-8")
    manifest = folder / "report" / "rapport.toml"
    manifest.write_text(
        re.sub(r"(?m)^avsnitt\s*=\s*\[[^\]]*\]", "avsnitt = []", manifest.read_text(encoding="utf-8")), encoding="utf-8"
    )


def distinct(match: re.Match[str], number: int) -> str:
    """The same value by an expression that no other copy has."""
    source = match[1].strip()
    varied = re.sub(r"(?<![\w.'])ar(?![\w'(])", f"(ar + {number} - {number})", source)
    return f"{{{{ {varied if varied != source else f'({source}) if {number} == {number} else 0'} }}}}"


def section_copy(text: str, number: int, charts: set[str]) -> str:
    """A section with keys, labels and expressions of its own; a chart stands once in the report, in the original."""
    text = EXPRESSION.sub(lambda match: distinct(match, number), CHART.sub("", text))
    text = re.sub(r"\{#(?=[\w-])", f"{{#k{number}-", text)
    text = re.sub(r"\[\^([\w-]+)\]", rf"[^k{number}-\1]", text)
    text = re.sub(r"\]\(#not-", f"](#not-k{number}-", text)
    text = re.sub(r"\]\(#(?!not-)([\w-]+)\)", lambda match: match[0] if match[1] in charts else f"](#k{number}-{match[1]})", text)
    return re.sub(r"(?m)^\{% tabell ", f"{{% tabell k{number}-", text)


def table_copies(rules: str, number: int) -> str:
    """The table specifications with ids and expressions of their own."""
    body = rules[rules.index("[[tabell]]") :]
    body = re.sub(r'(?m)^id\s*=\s*"', f'id = "k{number}-', body)
    return EXPRESSION.sub(lambda match: distinct(match, number), body)


def tabular(root: Path, folder: Path, rows: int) -> None:
    """A project of one section with one table: `rows` places, and a number for each of four years."""
    report = folder / "report"
    shutil.copytree(root / "report", report, ignore=shutil.ignore_patterns("leverans*", "tabeller.toml", "katalog.toml"))
    for name in ("sections", "figures"):
        (folder / name).mkdir()
    text = (root / "report" / "katalog.toml").read_text(encoding="utf-8")
    source = tomllib.loads(text)["kalla"][0]["id"]
    year = tomllib.loads((report / "rapport.toml").read_text(encoding="utf-8"))["ar"]
    places = [f"Kommun {number}" for number in range(rows)]
    (folder / "sections" / "10-tabell.md").write_text("# Tabell {#avsnitt}\n\n{% tabell stor %}\n", encoding="utf-8")
    (report / "katalog.toml").write_text(catalogue(text, places, source), encoding="utf-8")
    (report / "tabeller.toml").write_text(LARGE_TABLE, encoding="utf-8")
    deliver(report / "data", places, source, year)


LARGE_TABLE = """format = 1
[[tabell]]
id = "stor"
rubrik = "Tal per kommun"
kalla = "Påhittade tal"
horn = "Kommun"
kolumner = ["ar - 3", "ar - 2", "ar - 1", "ar"]
kolumnrubrik = "{{ kol }}"
justering = "decimal"
[[tabell.rad]]
for = "kommuner"
rubrik = "{{ rad }}"
cell = ["{{ provtal(kol, rad) }}"]
"""
LARGE_INDICATOR = """
[[indikator]]
id = "provtal"
namn = "Tal"
definition = "Påhittade tal"
kalla = "{source}"
period = "{{ar}}"
[[indikator.matt]]
id = "antal"
namn = "antal"
enhet = "antal"
decimaler = 0
"""


def catalogue(text: str, places: list[str], source: str) -> str:
    """The report's catalogue with other municipalities and one indicator."""
    parts = re.split(r"(?m)^(?=\[\[(?:plats|kalla|indikator)\]\]|\[status)", text)
    kept = [part for part in parts if not part.startswith("[[indikator]]") and 'niva = "kommun"' not in part]
    made = [f'[[plats]]\nkod = "{number + 100000}"\nnamn = "{name}"\nniva = "kommun"\n' for number, name in enumerate(places)]
    return "".join(kept) + "\n" + "".join(made) + LARGE_INDICATOR.format(source=source)


def deliver(folder: Path, places: list[str], source: str, year: int) -> None:
    """Writes one delivery of a number for each place and year, and its index."""
    folder.mkdir(exist_ok=True)
    columns = ["indikator", "matt", "ar", "plats", "varde", "enhet", "status", "period", "underlag", "mats", "not", "cell"]
    with (folder / "leverans-001.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(columns)
        for number, name in enumerate(places):
            amounts = ((each, number * 7 % 997 + each) for each in range(year - 3, year + 1))
            cells = (["provtal", "antal", each, name, amount, "antal", "definitiv", *[""] * 5] for each, amount in amounts)
            writer.writerows(cells)
    checksum = hashlib.sha256((folder / "leverans-001.csv").read_bytes()).hexdigest()
    head = "leverans;slag;kalla;uttag;inlast;fil;filsumma;observationer;sha256;tackning;aterkallar;not\n"
    years = ", ".join(map(str, range(year - 3, year + 1)))
    covers = f"provtal/antal × {years} × kommunerna"
    line = f"1;leverans;{source};2025-09-01;2025-09-02;;;leverans-001.csv;{checksum};{covers};;\n"
    (folder / "leveranser.csv").write_text(head + line, encoding="utf-8")
