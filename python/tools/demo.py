"""Show the gate at work: one deployment that is consistent, one that contradicts its declaration.

Exits 0 only if both give the exit codes and the texts that are recorded beside them.
"""

import sys

from tools.scenarios import Scenario, scenarios

SHOWN = ("own-routers-consistent", "own-routers-contradicted")


def main() -> int:
    """Run the demonstration and return its exit code."""
    differing = [
        scenario.folder.name for scenario in scenarios() if scenario.folder.name in SHOWN and _show(scenario)
    ]
    if differing:
        print(f"demo: not what was recorded / 記録と異なる: {', '.join(differing)}", file=sys.stderr)
        return 1
    print("demo: both gave what was recorded / どちらも記録どおり")
    return 0


def _show(scenario: Scenario) -> bool:
    """Print a scenario's report; return whether it differs from what was recorded."""
    print(f"$ cd fixtures/scenarios/{scenario.folder.name}")
    print(f"$ bunkaiten {' '.join(scenario.arguments)} --lang both")
    code, text = scenario.run("both.txt")
    print(text)
    print(f"(exit code / 終了コード: {code})\n")
    return (code, text) != (scenario.exit_code, scenario.recorded("both.txt").read_text("utf-8"))


if __name__ == "__main__":
    sys.exit(main())
