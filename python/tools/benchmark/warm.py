"""Time checks in one process: `python -m tools.benchmark.warm COUNT DOCUMENT…`.

Prints the median of the wall clock and of the CPU time of one check, milliseconds, as JSON.
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


def times(count: int, documents: list[bytes]) -> tuple[float, float]:
    """Return the median wall and CPU time of one check of `documents`, milliseconds."""
    gate = Gate()
    for _ in range(_WARM_UP):
        gate.check(documents, as_of=AS_OF)
    taken = [_one(gate, documents) for _ in range(count)]
    return median(wall for wall, _ in taken), median(cpu for _, cpu in taken)


def _one(gate: Gate, documents: list[bytes]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    gate.check(documents, as_of=AS_OF)
    return _PER_SECOND * (time.perf_counter() - wall), _PER_SECOND * (time.process_time() - cpu)


if __name__ == "__main__":
    wall, cpu = times(int(sys.argv[1]), [Path(path).read_bytes() for path in sys.argv[2:]])
    print(json.dumps({"wall": wall, "cpu": cpu}))
