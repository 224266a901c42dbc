"""Time checks in one process: `python -m tools.benchmark.warm same|new COUNT DOCUMENT…`.

With "new" the documents, YAML, are others at every check, by a comment: the process has seen none of
them before. Prints the median of the wall clock and of the CPU time of one check, milliseconds, as JSON.
"""

import json
import sys
import time
from pathlib import Path
from statistics import median

from bunkaiten import Gate
from tools.benchmark.declarations import AS_OF

_PER_SECOND = 1000
_WARM_UP = 20


def times(count: int, documents: list[bytes], *, is_new: bool) -> tuple[float, float]:
    """Return the median wall and CPU time of one check of `documents`, milliseconds."""
    gate = Gate()
    taken = [
        _one(gate, [each + b"\n# %d\n" % number for each in documents] if is_new else documents)
        for number in range(_WARM_UP + count)
    ][_WARM_UP:]
    return median(wall for wall, _ in taken), median(cpu for _, cpu in taken)


def _one(gate: Gate, documents: list[bytes]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    gate.check(documents, as_of=AS_OF)
    return _PER_SECOND * (time.perf_counter() - wall), _PER_SECOND * (time.process_time() - cpu)


if __name__ == "__main__":
    which, number, *paths = sys.argv[1:]
    wall, cpu = times(int(number), [Path(path).read_bytes() for path in paths], is_new=which == "new")
    print(json.dumps({"wall": wall, "cpu": cpu}))
