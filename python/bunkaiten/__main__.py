"""The console script, and `python -m bunkaiten`."""

import sys

INTERRUPTED = 130


def run() -> None:
    """Run the command line and end the process with its exit code."""
    try:
        from bunkaiten.cli import main  # noqa: PLC0415 - an interrupt may come while we are still loading

        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    run()
