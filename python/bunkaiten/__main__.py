"""The console script, and `python -m bunkaiten`."""

import gc
import os
import sys

INTERRUPTED = 130


def run() -> None:
    """Run the command line and end the process with its exit code."""
    # a run makes values until it ends: looking for cycles among them, and taking them apart, is time lost
    gc.disable()
    # for developers of the engine: it costs a quarter of the evaluation
    os.environ.pop("RUST_BACKTRACE", None)
    try:
        from bunkaiten.late import put_off_patterns  # noqa: PLC0415 - an interrupt may come while we load

        put_off_patterns()
        from bunkaiten.cli import main  # noqa: PLC0415 - as above

        code = main()
    except KeyboardInterrupt:
        code = INTERRUPTED
    _end(code)


def _end(code: int) -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            pass  # whoever read it has gone; what could be said about that was said
    os._exit(code)


if __name__ == "__main__":
    run()
