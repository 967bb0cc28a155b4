"""The intake of a register beside what it costs to read the same file: one county as .xlsx and CSV, the whole country as CSV.

    .venv/bin/python -m tools.bench_intake [-n ROUNDS] [--rows ROWS] [--peers PYTHON] [CASE …]

Each round runs the intake and its peers in turn, each in a process of its own. Printed are medians of the time without
start and imports, of the whole process, and of the largest memory in use; the ratio is to the fastest peer of the round.
A peer reads the whole file into memory and does nothing with it: Polars, and with `--peers` (a Python that has them, which
the project does not) pandas and DuckDB. The registers are made up.
"""

import argparse
import csv
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
HEAD = (
    *("Personnr/Organisationsnr", "Företagsnamn", "Säteskommun, kod", "Säteskommun"),
    *("Bransch 1", "Bransch 2", "Storleksklass", "Företagsstatus"),
)
COUNTY = (("2303", "Ragunda"), ("2321", "Åre"), ("2326", "Berg"), ("2361", "Härjedalen"), ("2380", "Östersund"))
COUNTRY = tuple(
    (f"{county:02}{town:02}", f"Ort {county}-{town}") for county in (*range(3, 11), 17, 24, 25) for town in range(10, 36)
)
TIMED = """
import json, resource, sys, time
{imports}
start = time.perf_counter()
{work}
print(json.dumps([time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""
OURS = (
    f"""
from pathlib import Path
import polars
import rapportbyggare.intake.units_observed, rapportbyggare.intake.units_reading
from rapportbyggare.data.catalogue import read_catalogue
from rapportbyggare.intake.read_maps import read_maps
from rapportbyggare.intake.receive import receive
project = Path({str(ROOT)!r})
catalogue = read_catalogue(project)[0]
maps = read_maps(project, catalogue)[0]
""",
    'delivered, problems = receive(Path(sys.argv[1]), "scb", {"scb": maps["scb"]}, catalogue, project, "2025-07")\n'
    "assert delivered is not None, problems",
)
PEERS = {
    "polars": (
        "import polars\ncodec = sys.argv[2].replace('utf-8', 'utf8')",
        "table = polars.read_csv(sys.argv[1], separator=';', infer_schema=False, encoding=codec)",
    ),
    "pandas": ("import pandas", "table = pandas.read_csv(sys.argv[1], sep=';', encoding=sys.argv[2])"),
    "duckdb": (
        "import duckdb\nbase = duckdb.connect()\ncodec = sys.argv[2].replace('cp1252', 'latin-1')",
        "base.execute(\"create table t as select * from read_csv(?, delim=';', header=true, encoding=?)\", [sys.argv[1], codec])",
    ),
}
PEERS_OF_BOOKS = {
    "openpyxl": (
        "import openpyxl",
        "book = openpyxl.load_workbook(sys.argv[1], read_only=True)\n"
        "rows = [row for sheet in book for row in sheet.iter_rows(values_only=True)]",
    )
}


@dataclass(frozen=True, slots=True)
class Case:
    """A register: its name and rows (0: those asked for), how it is written, and the goal in seconds or as a ratio."""

    name: str
    rows: int
    write: Callable[[Path, int], None]
    goal: str
    encoding: str = "utf-8"


def register(rows: int, country: bool) -> Iterator[tuple[str, ...]]:
    """A made-up register: some 800 codes of uneven size, every tenth company not active."""
    random = Random(1)
    codes = ["90.010 Artistisk verksamhet", "90.030 Litterärt och konstnärligt skapande", "47.110 Livsmedelshandel"]
    codes += [f"{random.randint(1, 88):02}.{random.randint(500, 999)} Påhittad bransch nummer {number}" for number in range(800)]
    weights = [1 / (place + 1) for place in range(len(codes))]
    first, second = (random.choices(codes, weights, k=rows) for _ in range(2))
    for number in range(rows):
        code, name = random.choice(COUNTRY if country and random.random() > 0.018 else COUNTY)
        yield (
            *(str(160000000000 + number), f"Exempelbolag {number} AB", code, name, first[number]),
            *(second[number] if random.random() < 0.3 else "", random.choice("0111122345")),
            "Aktiv" if random.random() < 0.9 else "Inte aktiv",
        )


def as_text(country: bool, encoding: str) -> Callable[[Path, int], None]:
    """A writer of a CSV file."""

    def write(path: Path, rows: int) -> None:
        with path.open("w", encoding=encoding, newline="") as target:
            csv.writer(target, delimiter=";").writerows([HEAD])
            csv.writer(target, delimiter=";").writerows(register(rows, country))

    return write


def as_book(path: Path, rows: int) -> None:
    """Writes a workbook."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Företag")
    sheet.append(HEAD)
    for row in register(rows, country=False):
        sheet.append([*row[:6], int(row[6]), row[7]])
    book.save(path)


CASES = (
    Case("lan.xlsx", 26_000, as_book, "about 1 s"),
    Case("lan.csv", 26_000, as_text(False, "utf-8"), "far less than 1 s"),
    Case("riket.csv", 0, as_text(True, "utf-8"), "ratio 2"),
    Case("riket-1252.csv", 0, as_text(True, "cp1252"), "ratio 2", "cp1252"),
)


def timed(python: str, imports: str, work: str, path: Path, encoding: str) -> tuple[float, float, float] | None:
    """The seconds of the work, those of the process and the memory in MB; None when it could not be done."""
    start = time.perf_counter()
    script = TIMED.format(imports=imports, work=work)
    done = subprocess.run(
        [python, "-c", script, str(path), encoding], capture_output=True, text=True, check=False, cwd=ROOT / "src"
    )
    wall = time.perf_counter() - start
    if done.returncode:
        print(f"{imports.strip().splitlines()[0]}: could not be run on {path.name}", file=sys.stderr)
        return None
    seconds, memory = json.loads(done.stdout)
    return seconds, wall, memory


def measure(case: Case, rows: int, rounds: int, peers: str) -> None:
    """Prints the medians of a case and the ratio of each round to its fastest peer."""
    found: dict[str, list[tuple[float, float, float]]] = {}
    others = PEERS_OF_BOOKS if case.name.endswith(".xlsx") else PEERS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / case.name
        case.write(path, case.rows or rows)
        turns = {"intake": (sys.executable, *OURS)}
        turns |= {name: (sys.executable if name in ("polars", "openpyxl") else peers, *peer) for name, peer in others.items()}
        for _ in range(rounds):
            for name, (python, imports, work) in turns.items():
                once = timed(python, imports, work, path, case.encoding) if python else None
                found.setdefault(name, []).extend([once] if once else [])
        report(case, path.stat().st_size, found)


def report(case: Case, size: int, found: dict[str, list[tuple[float, float, float]]]) -> None:
    """One line for each, and one for the ratio."""
    print(f"{case.name} ({size / 1e6:.0f} MB)")
    for name, times in found.items():
        if times:
            work, wall, memory = (statistics.median(one) for one in zip(*times, strict=True))
            print(f"  {name:10}{work:8.3f} s {wall:8.3f} s with start {memory:8.0f} MB")
    peers = [times for name, times in found.items() if name != "intake" and times]
    for kind, at in (("work", 0), ("with start", 1)):
        ratios = [mine[at] / min(times[nth][at] for times in peers) for nth, mine in enumerate(found["intake"])]
        print(
            f"  ratio, {kind:11} {statistics.median(ratios):6.2f} [{min(ratios):.2f}-{max(ratios):.2f}]  goal: {case.goal}",
            flush=True,
        )


def main() -> None:
    """Runs the cases asked for, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=5, metavar="ROUNDS")
    parser.add_argument("--rows", type=int, default=1_500_000)
    parser.add_argument("--peers", default="", metavar="PYTHON")
    parser.add_argument("cases", nargs="*", metavar="CASE", help=", ".join(case.name for case in CASES))
    options = parser.parse_args()
    for case in CASES:
        if not options.cases or case.name in options.cases:
            measure(case, options.rows, options.n, options.peers)


if __name__ == "__main__":
    main()
