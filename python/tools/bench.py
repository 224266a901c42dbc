"""Measure the gate beside what it is compared with, and print a table.

Exit codes: 0 nothing is above twice its target; 1 something is; 2 something that
is measured did not do its work. docs/benchmarks.md says what the figures mean.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tools.benchmark.cases import CASES, Setting
from tools.benchmark.measure import BenchmarkError, settle
from tools.benchmark.result import TOLERANCE, Row, table


def main(argv: Sequence[str] | None = None) -> int:
    """Run the cases that `argv` asks for, print what they found, and return the exit code."""
    arguments = _parser().parse_args(argv)
    try:
        with tempfile.TemporaryDirectory(prefix="bunkaiten-bench-") as folder:
            settle(Path(folder) / "bytecode")
            rows = _rows(arguments.only or list(CASES), _setting(Path(folder), quick=arguments.quick))
    except BenchmarkError as problem:
        print(f"bench: {problem}", file=sys.stderr)
        return 2
    print("\n".join(table(rows)))
    failing = [row.what for row in rows if row.fails]
    if failing:
        print(f"bench: above {TOLERANCE} times the target: {', '.join(failing)}", file=sys.stderr)
    return int(bool(failing))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure the gate beside what it is compared with.")
    parser.add_argument(
        "--only", action="append", choices=tuple(CASES), help="measure this case alone; repeatable"
    )
    parser.add_argument("--quick", action="store_true", help="fewer runs, and no run of 10,000 declarations")
    return parser


def _setting(folder: Path, *, quick: bool) -> Setting:
    if quick:
        return Setting(folder=folder, short=7, long=1, warm=50, largest=1000)
    return Setting(folder=folder, short=9, long=3, warm=200, largest=10000)


def _rows(names: Sequence[str], setting: Setting) -> list[Row]:
    rows: list[Row] = []
    for name in names:
        print(f"bench: {name} …", file=sys.stderr, flush=True)
        rows += CASES[name](setting)
    return rows


if __name__ == "__main__":
    sys.exit(main())
