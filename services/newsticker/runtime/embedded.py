"""A real Apache Kafka broker of one node, in KRaft mode, with nothing installed but this package and its extra.

It listens on the loopback only, keeps its data in a temporary or given folder, and ends with its owner, also when the
owner is killed.
"""

import shutil
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from newsticker.runtime.guarded import GuardedProcess
from newsticker.runtime.jars import EmbeddedKafkaError, find_java, provide_jars
from newsticker.runtime.ports import LOOPBACK, answers, find_free_port, require_free_port

__all__ = ["KAFKA_VERSION", "EmbeddedKafka", "EmbeddedKafkaError"]

KAFKA_VERSION = "4.3.1"
CLUSTER_ID = "bmV3c3RpY2tlci1lbWJlZA"

JVM_OPTIONS = (
    "-Xms96m",
    "-Xmx256m",
    "-XX:+UseSerialGC",  # two cores, a small heap
    "-XX:TieredStopAtLevel=1",  # starts sooner; a broker that lives for minutes never earns the slow compiler back
    "-Xshare:auto",
    "-Djava.awt.headless=true",
    "--enable-native-access=ALL-UNNAMED",
)

START_TIMEOUT_S = 45.0
LAST_WORDS_LINES = 10
GRACE_S = 20.0
"""A broker whose data stays gets so long for a clean shutdown."""

DEFAULT_PROPERTIES: Mapping[str, str] = {
    "process.roles": "broker,controller",
    "node.id": "1",
    "controller.listener.names": "CONTROLLER",
    "listener.security.protocol.map": "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
    "inter.broker.listener.name": "PLAINTEXT",
    "auto.create.topics.enable": "false",
    "offsets.topic.num.partitions": "4",
    "offsets.topic.replication.factor": "1",
    "transaction.state.log.num.partitions": "4",
    "transaction.state.log.replication.factor": "1",
    "transaction.state.log.min.isr": "1",
    "group.initial.rebalance.delay.ms": "0",
    "group.min.session.timeout.ms": "1000",
    "broker.session.timeout.ms": "3000",  # a killed broker may register again only after this
    "broker.heartbeat.interval.ms": "500",
    "num.network.threads": "2",
    "num.io.threads": "4",
    "background.threads": "2",
    "log.cleaner.dedupe.buffer.size": "33554432",
}

LOG4J = """\
status = error
appender.file.type = Console
appender.file.name = OUT
appender.file.layout.type = PatternLayout
appender.file.layout.pattern = [%d] %p %m (%c)%n
rootLogger.level = warn
rootLogger.appenderRef.out.ref = OUT
"""


class EmbeddedKafka:
    """One broker; start it by `with` or `start()`. `properties` are added to the server's own, and win."""

    def __init__(
        self,
        data_dir: Path | None = None,
        port: int | None = None,
        properties: Mapping[str, str] | None = None,
        cache_folder: Path | None = None,
    ) -> None:
        self._given_folder = data_dir
        self._folder: Path | None = None
        self._port = port
        self._controller_port = 0
        self._properties = dict(properties or {})
        self._cache_folder = cache_folder
        self._command: list[str] = []
        self._process: GuardedProcess | None = None

    @property
    def port(self) -> int:
        """The port of the listener for clients."""
        if self._port is None:
            raise EmbeddedKafkaError("the embedded broker has not been started")
        return self._port

    @property
    def bootstrap_servers(self) -> str:
        """The address for clients."""
        return f"{LOOPBACK}:{self.port}"

    @property
    def pid(self) -> int:
        """The broker's process id."""
        if self._process is None:
            raise EmbeddedKafkaError("the embedded broker is not running")
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Tell whether the broker's process lives."""
        return not self.wait(0)

    @property
    def log_file(self) -> Path:
        """Where the broker writes its warnings."""
        return self._data() / "broker.log"

    def read_last_words(self) -> str:
        """Give the last lines of the log, which goes with temporary data."""
        lines = self.log_file.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        return "\n".join(lines[-LAST_WORDS_LINES:])

    def __enter__(self) -> Self:
        """Start."""
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop."""
        self.stop()

    def start(self) -> Self:
        """Start the broker and wait until it answers."""
        if self._port is not None:
            require_free_port(self._port)
        java, jars = find_java(), provide_jars(self._cache_folder)
        if self._given_folder is not None:
            self._given_folder.mkdir(parents=True, exist_ok=True)
        self._folder = self._given_folder or Path(tempfile.mkdtemp(prefix="newsticker-kafka-"))
        self._port = self._port or find_free_port()
        self._controller_port = find_free_port()
        (self._folder / "log4j2.properties").write_text(LOG4J, encoding="utf-8")
        configuration = self._folder / "server.properties"
        configuration.write_text(self._render_properties(), encoding="utf-8")
        log4j = f"-Dlog4j2.configurationFile={self._folder / 'log4j2.properties'}"
        self._command = [str(java), *JVM_OPTIONS, log4j, "-cp", f"{jars}/*"]
        try:
            self._format(configuration)
            self._command += ["kafka.Kafka", str(configuration)]
            self._launch()
        except BaseException:
            self.stop()
            raise
        return self

    def restart(self) -> None:
        """Start again after `kill()` or a crash, on the same port with the same data."""
        self._end_process()
        self._launch()

    def kill(self) -> None:
        """End the broker as `kill -9` does; its data stays until `stop()`."""
        if self._process is not None:
            self._process.kill()

    def stop(self) -> None:
        """End the broker; temporary data is removed."""
        self._end_process()
        if self._given_folder is None and self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._folder = None

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait for the broker to end; tell whether it has."""
        return self._process is None or self._process.wait(timeout_s)

    def _data(self) -> Path:
        if self._folder is None:
            raise EmbeddedKafkaError("the embedded broker has not been started")
        return self._folder

    def _render_properties(self) -> str:
        own = {
            "controller.quorum.voters": f"1@{LOOPBACK}:{self._controller_port}",
            "listeners": f"PLAINTEXT://{LOOPBACK}:{self.port},CONTROLLER://{LOOPBACK}:{self._controller_port}",
            "advertised.listeners": f"PLAINTEXT://{LOOPBACK}:{self.port}",
            "log.dirs": str(self._data() / "data"),
        }
        properties = {**DEFAULT_PROPERTIES, **own, **self._properties}
        return "".join(f"{name}={value}\n" for name, value in properties.items())

    def _format(self, configuration: Path) -> None:
        if (self._data() / "data" / "meta.properties").exists():
            return
        command = [*self._command, "kafka.tools.StorageTool", "format", "-t", CLUSTER_ID, "-c", str(configuration)]
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own command
        if done.returncode:
            reason = _find_reason((done.stderr or done.stdout).decode(errors="replace"))
            raise EmbeddedKafkaError(f"the embedded broker can't use {self._data()}: {reason}")

    def _launch(self) -> None:
        temporary = self._given_folder is None
        self._process = GuardedProcess(
            self._command,
            self.log_file,
            grace_s=0 if temporary else GRACE_S,
            remove=self._data() if temporary else None,
        )
        self._wait_until_ready()

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + START_TIMEOUT_S
        while time.monotonic() < deadline:
            if answers(self.port):
                return
            if self.wait(0.05):
                break
        reason = _find_reason(self.log_file.read_text(errors="replace"))
        raise EmbeddedKafkaError(f"the embedded broker did not start on {self.bootstrap_servers}: {reason}")

    def _end_process(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.stop()


def _find_reason(output: str) -> str:
    """Pick the line of a Java program's output that says what went wrong."""
    lines = [line.strip() for line in output.splitlines() if line.strip()] or ["no reason given"]
    telling = [line for sign in ("Exception: ", " ERROR ") for line in lines if sign in line]
    return (telling or lines[-1:])[0][:300]
