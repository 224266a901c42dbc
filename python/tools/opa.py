"""Run `opa`, wherever it is installed.

Where the environment says CI, a missing `opa` fails; a contributor's machine is
told what was left out.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path


def find() -> str | None:
    """Return the path of `opa`: on PATH, else where `go install` puts programs, else None."""
    if found := shutil.which("opa"):
        return found
    go = shutil.which("go")
    if go is None:
        return None
    root = subprocess.run([go, "env", "GOPATH"], capture_output=True, text=True, check=True).stdout.strip()
    installed = Path(root) / "bin" / "opa"
    return str(installed) if installed.exists() else None


def main(arguments: list[str]) -> int:
    """Run `opa` with `arguments` and return its exit code."""
    opa = find()
    if opa is None:
        print("opa is not installed: `opa " + " ".join(arguments) + "` was left out", file=sys.stderr)
        return int(bool(os.environ.get("CI")))
    return subprocess.run([opa, *arguments], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
