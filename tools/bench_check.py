"""The benchmark of `kontrollera`: a whole check of the report beside its build, and of long reports beside itself.

    make bench            (or: .venv/bin/python -m tools.bench_check [-n ROUNDS] [-x TIMES …])

The first two lines are the same project checked and built in turn: first with neither cache nor document from before, so
that the charts are drawn, then as an author builds again. The others are reports TIMES as long, their checks against
the report's own and their builds: a ratio near TIMES, or below it, is linear.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tools.bench import ENVIRONMENT, ROOT, build, run
from tools.bench_compare import line
from tools.bench_projects import scaled

SLACK = 1.2
"""How much more than TIMES a report TIMES as long may take."""


def check(folder: Path) -> float:
    """One check of the project in `folder`, in seconds."""
    return run([sys.executable, "-m", "rapportbyggare", "kontrollera"], folder)


def in_turn(turns: tuple[Callable[[], float], ...], rounds: int) -> list[list[float]]:
    """The times of each, taken in turn after a warm-up."""
    for turn in turns:
        turn()
    times: list[list[float]] = [[] for _ in turns]
    for _ in range(rounds):
        for index, turn in enumerate(turns):
            times[index].append(turn())
    return times


def beside_builds(folder: Path, rounds: int) -> list[float]:
    """Prints the check beside the builds of the report as it is; the times of the check."""
    scaled(ROOT, folder, 1)
    first, again, checked = in_turn((lambda: build(folder, True), lambda: build(folder, False), lambda: check(folder)), rounds)
    print(line("check", checked, first, "first build", "goal 1.00"))
    print(line("check", checked, again, "later build", ""), flush=True)
    return checked


def beside_itself(folder: Path, times: int, once: list[float], rounds: int) -> None:
    """Prints the check of a report `times` as long beside its build, and beside the check of the report as it is."""
    scaled(ROOT, folder, times)
    built, checked = in_turn((lambda: build(folder, False), lambda: check(folder)), rounds)
    name = f"check x{times}"
    print(line(name, checked, built, "later build", ""))
    print(line(name, checked, [statistics.median(once)] * rounds, "check x1", f"goal {SLACK * times:.0f}"), flush=True)


def main() -> None:
    """Times the report as it is, and some many times as long."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=5, metavar="ROUNDS")
    parser.add_argument("-x", type=int, nargs="*", default=[10, 100], metavar="TIMES")
    options = parser.parse_args()
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(ROOT / "src")], env=ENVIRONMENT, check=True)
    print("case            ours           peer     peer  ratio [range]  goal")
    with tempfile.TemporaryDirectory() as name:
        once = beside_builds(Path(name), options.n)
    for times in options.x:
        with tempfile.TemporaryDirectory() as name:
            beside_itself(Path(name), times, once, 1 if times > 10 else options.n)


if __name__ == "__main__":
    main()
