"""Drives the project's own compose files, in a copy of the project, under a name and a port of its own."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

from newsticker.runtime.ports import find_free_port
from support.golden import ROOT

COPIED = ("pyproject.toml", "uv.lock", "README.md", "LICENSE", "docker-compose.yml", ".env.example", ".dockerignore")
FOLDERS = ("services", "seeds", "deploy")


class Compose:
    """One running project."""

    def __init__(self, folder: Path, files: Sequence[str], port: int) -> None:
        self.folder = folder
        self.port = port
        self._options = ["--project-name", f"newsticker-test-{uuid4().hex[:8]}"]
        for file in files:
            self._options += ["--file", file]

    def run(self, *arguments: str, check: bool = True, timeout_s: float = 400) -> subprocess.CompletedProcess[str]:
        """Run `docker compose` with the arguments."""
        done = subprocess.run(
            ["docker", "compose", *self._options, *arguments],  # noqa: S607 - from the path
            cwd=self.folder,
            env={**os.environ, "KAFKA_HOST_PORT": str(self.port)},
            capture_output=True,
            text=True,
            timeout=timeout_s,
            check=False,
        )
        if check and done.returncode:
            logs = "" if "logs" in arguments else self.run("logs", "--tail", "20", check=False).stdout
            raise AssertionError(f"docker compose {' '.join(arguments)}: {done.stderr[-3000:]}\n{logs[-6000:]}")
        return done

    def states(self) -> dict[str, str]:
        """Give the state of every container, by service: its health, or its exit code."""
        lines = self.run("ps", "--all", "--format", "json").stdout.splitlines()
        found = [json.loads(line) for line in lines]
        return {one["Service"]: one["Health"] or f"exit {one['ExitCode']}" for one in found}

    def tail(self, *options: str) -> list[dict[str, Any]]:
        """Read the events with the documented command."""
        done = self.run("run", "--rm", "--no-deps", "tail", "tail", *options, "--json")
        return [json.loads(line) for line in done.stdout.splitlines()]


@contextmanager
def copied_project(folder: Path, *files: str) -> Iterator[Compose]:
    """Copy the project, and remove every container, volume and network of it afterwards."""
    for name in COPIED:
        shutil.copy(ROOT / name, folder / name)
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "secrets"))
    project = Compose(folder, files, find_free_port())
    try:
        yield project
    finally:
        project.run("--profile", "tools", "down", "--volumes", "--timeout", "5", check=False)
