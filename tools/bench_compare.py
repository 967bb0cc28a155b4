"""The benchmark of `jamfor`: two drafts compared, redlined, proven and written as a page, beside an engine that only redlines.

    make bench            (or: .venv/bin/python -m tools.bench_compare [-n ROUNDS] [-x TIMES])

The older draft is of delivery 7, the newer of delivery 8 with a rewritten paragraph. The peer is python-redlines 2
(Docxodus) on the same two files, in a process of its own; without it ours is timed alone. The last line is a report
TIMES as long, against the first.
"""

import argparse
import importlib.util
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.bench import ENVIRONMENT, ROOT, run
from tools.bench_projects import scaled

OLD, NEW, ANSWERS = "gammal.docx", "ny.docx", "svar"
ENGINE = (
    "import sys; from pathlib import Path; from python_redlines.engines import DocxodusEngine; "
    "made = DocxodusEngine().run_redline('Text', *sys.argv[1:3]); Path(sys.argv[3]).write_bytes(made[0])"
)
PEER = "docxodus"


def prepared(folder: Path, times: int) -> None:
    """A report `times` as long with its two drafts; the charts are drawn."""
    scaled(ROOT, folder, times)
    program = [sys.executable, "-m", "rapportbyggare"]
    run([*program, "bygg", "--per", "7", "--ut", OLD], folder)
    section = next((folder / "sections").glob("10-*.md"))
    text = section.read_text(encoding="utf-8")
    section.write_text(text.replace("långsiktig och nyskapande", "framåtblickande", 1), encoding="utf-8")
    run([*program, "bygg", "--ut", NEW], folder)


def ours(folder: Path) -> float:
    """One comparison, in seconds."""
    shutil.rmtree(folder / ANSWERS, ignore_errors=True)
    taken = run([sys.executable, "-m", "rapportbyggare", "jamfor", OLD, NEW, "--ut", ANSWERS], folder)
    if not (folder / ANSWERS / "jamforelse.docx").exists():
        sys.exit("jamfor made no redline")
    return taken


def theirs(folder: Path) -> float:
    """One redline by the peer, in seconds."""
    return run([sys.executable, "-c", ENGINE, OLD, NEW, "docxodus.docx"], folder)


def measured(folder: Path, rounds: int) -> tuple[list[float], list[float]]:
    """Times of ours and of the peer's, taken in turn after a warm-up; the peer's are none when it is not installed."""
    turns = [ours, *([theirs] if importlib.util.find_spec("python_redlines_docxodus") else [])]
    for turn in turns:
        turn(folder)
    times: list[list[float]] = [[], []]
    for _ in range(rounds):
        for index, turn in enumerate(turns):
            times[index].append(turn(folder))
    return times[0], times[1]


def line(name: str, mine: list[float], other: list[float], peer: str, goal: str) -> str:
    """A line of the report: both medians, the ratio of each pair, the goal."""
    ratios = [one / two for one, two in zip(mine, other, strict=True)]
    medians = f"{statistics.median(mine):8.3f} {peer:>14} {statistics.median(other):8.3f}"
    return f"{name:12}{medians} {statistics.median(ratios):6.2f} [{min(ratios):.2f}-{max(ratios):.2f}]  {goal}"


def main() -> None:
    """Times the report as it is, and one many times as long."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=5, metavar="ROUNDS")
    parser.add_argument("-x", type=int, default=100, metavar="TIMES")
    options = parser.parse_args()
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(ROOT / "src")], env=ENVIRONMENT, check=True)
    print("case            ours           peer     peer  ratio [range]  goal")
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        prepared(Path(first), 1)
        once, engine = measured(Path(first), options.n)
        print(line("jamfor", once, engine, PEER, "goal 1.00") if engine else f"jamfor {statistics.median(once):.3f}", flush=True)
        prepared(Path(second), options.x)
        many, engines = measured(Path(second), 1)
        if engines:
            print(line(f"jamfor x{options.x}", many, engines, PEER, ""), flush=True)
            print(line(f"{PEER} x{options.x}", engines, [statistics.median(engine)], f"{PEER} x1", ""), flush=True)
        print(line(f"jamfor x{options.x}", many, [statistics.median(once)], "jamfor x1", f"goal {1.2 * options.x:.0f}"))


if __name__ == "__main__":
    main()
