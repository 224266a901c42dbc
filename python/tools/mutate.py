"""Change the policies one thing at a time, and see whether their tests notice.

Exit codes: 0 enough mutants are caught, or, of some policies alone, all but those
that are listed with their reason; 1 not so; 2 nothing could be judged: a policy is
not Rego, or the tests do not pass as it is.
"""

import argparse
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools import rego
from tools.mutation import mutants, pool, survivors
from tools.mutation.killers import Outcome
from tools.mutation.mutants import Mutant
from tools.mutation.result import Result

ROOT = Path(__file__).resolve().parents[2]


def main(argv: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Run, print the report, and return the exit code. `root` holds `policies/` and `tests/`."""
    arguments = _parser().parse_args(argv)
    files = _files(root)
    chosen = _chosen(arguments, root, files)
    try:
        found = [
            mutant
            for file in chosen
            for mutant in _sample(list(mutants.of(files[file], file)), arguments.sample)
        ]
    except RuntimeError as problem:
        print(f"mutate: {str(problem).partition('Stack backtrace')[0].strip()}", file=sys.stderr)
        return 2
    if arguments.list:
        print("\n".join(f"{one.file}:{one.line} {one.rule} {one.change}" for one in found))
        return 0
    accepted = survivors.read(root / "tests" / "mutation" / "survivors.json")
    texts = [*((file, files[file]) for file in chosen), *((one.file, one.text) for one in found)]
    tasks = [pool.Task(folder=root / "policies", file=root / file, text=text) for file, text in texts]

    outcomes: dict[int, Outcome] = {}
    for at, outcome in _run(tasks, arguments):
        if at < len(chosen) and outcome is not Outcome.SURVIVED:
            print(f"mutate: tests fail before anything is changed ({outcome}): {chosen[at]}", file=sys.stderr)
            return 2
        outcomes[at] = outcome
    result = Result(
        judged=[(mutant, outcomes[at]) for at, mutant in enumerate(found, start=len(chosen))],
        accepted=accepted,
        whole=arguments.changed is None and not arguments.only,
        complete=arguments.sample is None,
        minimum=arguments.minimum,
    )
    print("\n".join(result.lines()))
    return result.exit_code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mutate", description=__doc__.splitlines()[0] if __doc__ else "")
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--changed",
        nargs="?",
        const="HEAD",
        metavar="BASE",
        help="only policies that differ from this commit, or whose tests do (default: HEAD)",
    )
    which.add_argument("--only", nargs="+", type=Path, metavar="PATH", help="only these files and folders")
    parser.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: all cores)"
    )
    parser.add_argument("--minimum", type=float, default=95.0, help="per cent to be caught (default: 95)")
    parser.add_argument("--timeout", type=float, default=240.0, help="seconds for a mutant (default: 240)")
    parser.add_argument("--sample", type=int, metavar="N", help="at most N mutants a file, always the same")
    parser.add_argument("--list", action="store_true", help="print the mutants and judge none")
    return parser


def _sample(found: list[Mutant], size: int | None) -> list[Mutant]:
    """Return `size` of `found` in their order, chosen by what they are: another change moves none of them."""
    chosen = sorted(found, key=lambda one: hashlib.sha256("\n".join(one.key).encode()).digest())[:size]
    return [one for one in found if one in chosen]


def _files(root: Path) -> dict[str, str]:
    """Return the texts of the policies by their path below `root`, tests left out."""
    texts = rego.sources(root / "policies")
    return {path.relative_to(root).as_posix(): text for path, text in texts.items() if not rego.is_test(path)}


def _chosen(arguments: argparse.Namespace, root: Path, files: dict[str, str]) -> list[str]:
    if arguments.changed is not None:
        changed = _changed(root, arguments.changed)
        return list(files) if changed is None else [file for file in files if file in changed]
    if arguments.only:
        wanted = [path.resolve() for path in arguments.only]
        chosen = [file for file in files if any((root / file).is_relative_to(path) for path in wanted)]
        if not chosen:
            _parser().error("--only names no policy")
        return chosen
    return list(files)


def _changed(root: Path, base: str) -> set[str] | None:
    """Return changed and new files below `root`, a test counting as its policy; None: cannot be told."""
    commands = (
        ["git", "diff", "--name-only", "--relative", base, "--", "policies"],
        ["git", "ls-files", "--others", "--exclude-standard", "--", "policies"],
    )
    names: set[str] = set()
    for command in commands:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"mutate: all policies, for git knows no {base}", file=sys.stderr)
            return None
        names.update(done.stdout.splitlines())
    return names | {name.replace(rego.TEST_SUFFIX, ".rego") for name in names}


def _run(tasks: Sequence[pool.Task], arguments: argparse.Namespace) -> Iterator[tuple[int, Outcome]]:
    """Judge `tasks`, and show on a terminal how far they are."""
    outcomes = pool.run(tasks, jobs=arguments.jobs, limit=arguments.timeout)
    for done, outcome in enumerate(outcomes, start=1):
        if sys.stderr.isatty():
            print(f"\r{done}/{len(tasks)}", end="", file=sys.stderr, flush=True)
        yield outcome
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
