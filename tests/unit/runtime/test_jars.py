"""Jars are what the lock file says, or they are not used."""

from pathlib import Path

import pytest

from newsticker.runtime import jars
from newsticker.runtime.jars import EmbeddedKafkaError, Jar, import_extra, provide_jars, read_lock

DIGEST_OF_GOOD = "770e607624d689265ca6c44884d0807d9b054d23c473c106c72be9de08b7376c"
GOOD = Jar("org.example", "thing", "1.0", DIGEST_OF_GOOD)


class FakeMaven:
    """Stands in for the library: hands out the bytes that it was given, one after the other."""

    def __init__(self, *contents: bytes) -> None:
        self.contents = list(contents)

    def MavenContext(self, *, repo_cache: Path, timeout: int) -> "FakeMaven":  # noqa: N802 - the library's name
        assert timeout > 0
        self.folder = repo_cache
        return self

    def project(self, *_: str) -> "FakeMaven":
        return self

    def at_version(self, _: str) -> "FakeMaven":
        return self

    def artifact(self) -> "FakeMaven":
        return self

    def resolve(self) -> Path:
        path = self.folder / "fetched.jar"
        path.write_bytes(self.contents.pop(0))
        return path


@pytest.fixture(autouse=True)
def one_locked_jar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jars, "read_lock", lambda: (GOOD,))


def use(maven: FakeMaven, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jars, "import_extra", lambda _: maven)


def test_the_lock_names_the_broker_and_a_digest_for_each_jar() -> None:
    locked = read_lock()
    assert ("org.apache.kafka", "kafka_2.13", "4.3.1") in {(jar.group, jar.artifact, jar.version) for jar in locked}
    assert all(len(jar.sha256) == 64 for jar in locked)
    assert len({jar.filename for jar in locked}) == len(locked)


def test_fetches_once_and_keeps_what_it_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(FakeMaven(b"good"), monkeypatch)
    folder = provide_jars(tmp_path)
    assert [path.name for path in folder.iterdir()] == ["thing-1.0.jar"]
    assert provide_jars(tmp_path) == folder


def test_replaces_a_damaged_jar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(FakeMaven(b"good", b"good"), monkeypatch)
    damaged = provide_jars(tmp_path) / GOOD.filename
    damaged.write_bytes(b"goo")
    provide_jars(tmp_path)
    assert damaged.read_bytes() == b"good"


def test_refuses_a_jar_that_is_not_the_locked_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(FakeMaven(b"evil", b"evil"), monkeypatch)
    with pytest.raises(EmbeddedKafkaError, match="sha256 is not the locked one") as raised:
        provide_jars(tmp_path)
    assert "NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS" in str(raised.value)
    assert not [path for folder in tmp_path.iterdir() for path in folder.iterdir()]


def test_tries_again_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(FakeMaven(b"cut off", b"good"), monkeypatch)
    assert (provide_jars(tmp_path) / GOOD.filename).is_file()


def test_says_which_folder_can_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(FakeMaven(b"good"), monkeypatch)
    (tmp_path / "file").write_text("")
    with pytest.raises(EmbeddedKafkaError, match="can't be kept in"):
        provide_jars(tmp_path / "file")


def test_says_how_to_get_the_extra_when_it_is_missing() -> None:
    with pytest.raises(EmbeddedKafkaError, match=r"newsticker\[embedded\]"):
        import_extra("newsticker_no_such_extra")
