"""Fuzz splitting: `uv run --group fuzz python tests/fuzz/fuzz_pages.py -max_total_time=60 tests/fuzz/corpus`.

New inputs that reach new code are written into the first folder named; commit the few that are worth it.
"""

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))

with atheris.instrument_imports(include=["newsticker.domain", "newsticker.splitter"]):
    from fuzz.target import try_page

if __name__ == "__main__":
    atheris.Setup(sys.argv, try_page)
    atheris.Fuzz()
