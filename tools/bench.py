"""The project's own benchmark: whole builds beside what one would pick instead, on reports of the same size.

    make bench            (or: .venv/bin/python -m tools.bench [-n ROUNDS] [CASE …])

Each case runs the command and its peers in turn (A B A B …) after one warm-up each, and prints medians and the
ratio of each pair. Peers: `pandoc` on a Markdown rendering of the same sections, and `pandoc+charts`, the same
after three charts drawn with matplotlib as PNG and SVG. The goals stand in the last column.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tools.bench_peer import peer_markdown
from tools.bench_projects import scaled, tabular

ROOT = Path(__file__).resolve().parent.parent
CHARTS = ROOT / "tools" / "bench_charts.py"
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {
    "PYTHONPATH": str(ROOT / "src")
}


@dataclass(frozen=True, slots=True)
class Case:
    """A kind of build: its project, whether the cache is removed before each run, and the goal as peer and ratio."""

    name: str
    project: Callable[[Path], None]
    cold: bool = False
    goal: tuple[str, float] | None = None
    peers: tuple[str, ...] = ("pandoc", "pandoc+charts")


CASES = (
    Case("first", lambda folder: scaled(ROOT, folder, 1), cold=True, goal=("pandoc+charts", 1.0)),
    Case("later", lambda folder: scaled(ROOT, folder, 1), goal=("pandoc+charts", 0.3)),
    Case("x10", lambda folder: scaled(ROOT, folder, 10)),
    Case("x100", lambda folder: scaled(ROOT, folder, 100), goal=("pandoc", 1.0)),
    Case("table", lambda folder: tabular(ROOT, folder, 10_000), goal=("pandoc", 0.5), peers=("pandoc",)),
)


def pandoc() -> str:
    """The path of the pandoc binary among the development dependencies."""
    import pypandoc

    return str(pypandoc.get_pandoc_path())


def run(command: list[str], folder: Path) -> float:
    """Runs a command in a folder and returns its wall time in seconds; its output is shown if it fails."""
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    wall = time.perf_counter() - start
    if done.returncode:
        sys.exit(f"{' '.join(command)} gave {done.returncode}:\n{done.stdout}{done.stderr}"[:4000])
    return wall


def build(folder: Path, cold: bool) -> float:
    """One build of the project in `folder`, in seconds; a cold one has neither cache nor document from before."""
    if cold:
        shutil.rmtree(folder / ".rapportbyggare", ignore_errors=True)
        shutil.rmtree(folder / "output", ignore_errors=True)
    (folder / "output").mkdir(exist_ok=True)
    return run([sys.executable, "-m", "rapportbyggare", "bygg", "--projekt", ".", "--ut", "output/rapport.docx"], folder)


def peer(name: str, folder: Path) -> float:
    """One run of a peer on `peer.md` in `folder`, in seconds."""
    convert = [pandoc(), "peer.md", "-o", "peer.docx", "-N", "-t", "docx+native_numbering"]
    draw = run([sys.executable, str(CHARTS), "."], folder) if name == "pandoc+charts" else 0.0
    return draw + run(convert, folder)


def measure(case: Case, rounds: int) -> tuple[list[float], dict[str, list[float]]]:
    """Times of our builds and of each peer, taken in turn."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        case.project(folder)
        (folder / "peer.md").write_text(peer_markdown(folder), encoding="utf-8")
        run([sys.executable, str(CHARTS), "."], folder)
        turns: dict[str, Callable[[], float]] = {"ours": lambda: build(folder, case.cold)}
        turns |= {each: lambda each=each: peer(each, folder) for each in case.peers}  # type: ignore[misc]
        for turn in turns.values():
            turn()
        times: dict[str, list[float]] = {each: [] for each in turns}
        for _ in range(rounds):
            for each, turn in turns.items():
                times[each].append(turn())
    return times.pop("ours"), times


def report(case: Case, ours: list[float], theirs: dict[str, list[float]]) -> None:
    """Prints one line for each peer."""
    for name, times in theirs.items():
        ratios = [mine / other for mine, other in zip(ours, times, strict=True)]
        goal = f"goal {case.goal[1]:.2f}" if case.goal and case.goal[0] == name else ""
        medians = f"{statistics.median(ours):8.3f} {name:>14} {statistics.median(times):8.3f}"
        spread = f"{statistics.median(ratios):6.2f} [{min(ratios):.2f}-{max(ratios):.2f}]"
        print(f"{case.name:7}{medians} {spread:20} {goal}", flush=True)


def main() -> None:
    """Runs the cases asked for, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=5, metavar="ROUNDS")
    parser.add_argument("cases", nargs="*", metavar="CASE", help=", ".join(case.name for case in CASES))
    options = parser.parse_args()
    subprocess.run(
        [sys.executable, "-m", "compileall", "-q", str(ROOT / "src"), str(ROOT / "tools")], env=ENVIRONMENT, check=True
    )
    print(f"{'case':7}{'ours s':>8} {'peer':>14} {'peer s':>8} {'ours/peer':>10}")
    for case in CASES:
        if not options.cases or case.name in options.cases:
            report(case, *measure(case, options.n))


if __name__ == "__main__":
    main()
