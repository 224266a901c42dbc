"""The command line: the only place that reads argv and the environment, prints, and ends the process."""

from bunkaiten.cli.main import main

__all__ = ["main"]
