"""Messages, knowledge and handlers touch nothing of the world."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from support.golden import ROOT

PACKAGE = ROOT / "services" / "newsticker"
WORLDLY = {
    "asyncio",
    "ctypes",
    "http",
    "io",
    "logging",
    "multiprocessing",
    "os",
    "random",
    "secrets",
    "select",
    "shutil",
    "signal",
    "socket",
    "subprocess",
    "sys",
    "tempfile",
    "threading",
    "time",
    "urllib",
}
"""Clock, environment, files, network, processes, chance."""

HANDLERS = sorted(PACKAGE.glob("*/handler.py"))
PURE = sorted([*(PACKAGE / "domain").rglob("*.py"), *(PACKAGE / "messages").rglob("*.py"), *HANDLERS])


def find_imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", PURE, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_pure_module_imports_nothing_of_the_world(path: Path) -> None:
    assert {name.split(".")[0] for name in find_imports(path)} & WORLDLY == set()


@pytest.mark.parametrize("path", PURE, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_pure_module_opens_and_prints_nothing(path: Path) -> None:
    called = {
        node.func.id
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert called & {"open", "print", "input", "eval", "exec", "__import__"} == set()


def test_messages_import_pydantic_only() -> None:
    allowed = {"pydantic", "newsticker", *sys.stdlib_module_names}
    for path in (PACKAGE / "messages").rglob("*.py"):
        names = set(find_imports(path))
        assert {name.split(".")[0] for name in names} <= allowed, path.name
        assert {name for name in names if name.startswith("newsticker.")} <= {
            name for name in names if name.startswith("newsticker.messages")
        }, path.name


def test_there_are_handlers() -> None:
    assert {path.parent.name for path in HANDLERS} == {"producer", "splitter", "deduplicator", "enricher", "sink"}


def test_every_pure_module_is_held_to_full_coverage() -> None:
    coverage = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["coverage"]
    assert {path for pattern in coverage["run"]["include"] for path in ROOT.glob(pattern)} == set(PURE)
    assert (coverage["run"]["branch"], coverage["report"]["fail_under"]) == (True, 100)
    assert (coverage["report"]["exclude_lines"], coverage["report"]["partial_branches"]) == ([], [])


def test_every_pure_module_is_imported_so_that_coverage_knows_of_it() -> None:
    for path in PURE:
        import_module(".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"))
