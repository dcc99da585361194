"""What enrichment costs: `python benchmarks/enrichment_cost.py`.

Prints CPU an item (the least of many rounds, since other work on the machine only adds), start-up and memory; and the
same of a fixed loop of plain Python: a figure means little without it, since an interpreter that was built without its
profile, as pyenv's are, takes a tenth to a fifth more time than Debian's or the image's.
"""

import resource
import subprocess
import sys
from time import perf_counter, process_time
from timeit import repeat

from labelled.reader import read_half
from newsticker.domain.enrichment import enrich_copy
from newsticker.domain.enrichment.copy import Copy
from newsticker.domain.enrichment.gazetteer import warm_up
from newsticker.domain.enrichment.language import find_language

ROUNDS = 100
LOOP, LOOPS = "sum(range(1000))", 1000
IMPORT = "import newsticker.domain.enrichment"


def main() -> int:
    """Measure and print."""
    start = perf_counter()
    subprocess.run([sys.executable, "-c", IMPORT], check=True)
    print(f"a process that only imports it: {perf_counter() - start:.2f} s")
    start = perf_counter()
    warm_up()
    print(f"reading the tables: {perf_counter() - start:.2f} s")
    start = perf_counter()
    find_language(Copy(text="lorem ipsum dolor sit amet consectetur adipiscing elit sed"))
    print(f"loading the language model, with the first copy that needs it: {perf_counter() - start:.2f} s")
    copies = [item.copy for item in read_half("seen") if item.language == "nl"]
    least = min(measure_round(copies) for _round in range(ROUNDS))
    print(f"CPU an item: {1_000_000 * least / len(copies):.0f} µs (at most 300 asked)")
    print(f"CPU of sum(range(1000)): {min(repeat(LOOP, timer=process_time, number=LOOPS)) * 1e6 / LOOPS:.1f} µs")
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 0


def measure_round(copies: list[Copy]) -> float:
    """Enrich every copy once, read anew."""
    start = process_time()
    for copy in copies:
        enrich_copy(Copy(text=copy.text, dateline=copy.dateline))
    return process_time() - start


if __name__ == "__main__":
    sys.exit(main())
