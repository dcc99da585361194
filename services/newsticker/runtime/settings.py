"""Settings from the environment: how to reach Kafka, and how a worker runs.

Every setting is `NEWSTICKER_<SECTION>__<NAME>`, read once, in `app.py` or a command; nothing else reads the
environment. `.env.example` lists them all with their defaults.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from ssl import SSLContext
from typing import Literal, Self

from aiokafka.helpers import create_ssl_context
from pydantic import BaseModel, ConfigDict, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class SettingError(Exception):
    """Something that was set is wrong: one line a mistake, each says where it stands and what is allowed."""

    def __init__(self, *mistakes: str) -> None:
        super().__init__("; ".join(mistakes))
        self.mistakes = mistakes


@contextmanager
def reading_file(setting: str) -> Iterator[None]:
    """Name the setting when the file that it points to can't be read."""
    try:
        yield
    except OSError as error:
        path = f" {error.filename}" if error.filename else ""
        raise SettingError(f"setting {setting}: can't read{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise SettingError(f"setting {setting}: the file is not UTF-8") from error


class KafkaSettings(BaseModel):
    """How to reach the broker. A secret can be given by the path of a file that holds it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    bootstrap_servers: str = "localhost:9092"
    topic_prefix: str = Field(default="", pattern=r"^[a-z0-9-]*$", max_length=100)
    partitions: int = Field(default=4, ge=1, le=64)
    """Of every topic that has more than one; fixed when the topics are created."""
    replication_factor: int = Field(default=1, ge=1)
    security_protocol: Literal["PLAINTEXT", "SSL", "SASL_SSL"] = "PLAINTEXT"
    """SASL without TLS is not offered: the client does not bound what a false server may ask of it."""
    sasl_mechanism: Literal["SCRAM-SHA-256", "SCRAM-SHA-512"] = "SCRAM-SHA-512"
    sasl_username: str | None = None
    sasl_password: SecretStr | None = None
    sasl_password_file: Path | None = None
    ssl_cafile: Path | None = None
    ssl_certfile: Path | None = None
    ssl_keyfile: Path | None = None
    compression: Literal["lz4", "gzip"] | None = "lz4"
    request_timeout_s: float = Field(default=20.0, gt=0)
    connect_timeout_s: float = Field(default=10.0, gt=0)
    """How long a command tries to reach the broker before it says that it can't."""

    def ssl_context(self) -> SSLContext | None:
        """Build the TLS context, host name check on; `None` without TLS."""
        if self.security_protocol == "PLAINTEXT":
            return None
        paths = {"cafile": self.ssl_cafile, "certfile": self.ssl_certfile, "keyfile": self.ssl_keyfile}
        given = {name: path for name, path in paths.items() if path}
        for name, path in given.items():
            with reading_file(f"NEWSTICKER_KAFKA__SSL_{name.upper()}"):
                path.read_bytes()
        with reading_file(" or ".join(f"NEWSTICKER_KAFKA__SSL_{name.upper()}" for name in given)):  # no PEM, say
            context: SSLContext = create_ssl_context(**{name: str(path) for name, path in given.items()})
        return context

    def password(self) -> str | None:
        """Read the password from the setting or from its file."""
        if self.sasl_password is not None:
            return self.sasl_password.get_secret_value()
        if self.sasl_password_file is not None:
            with reading_file("NEWSTICKER_KAFKA__SASL_PASSWORD_FILE"):
                return self.sasl_password_file.read_text(encoding="utf-8").strip()
        return None

    def client_options(self) -> dict[str, object]:
        """Build the connection arguments that every aiokafka client takes."""
        options: dict[str, object] = {
            "bootstrap_servers": self.bootstrap_servers,
            "security_protocol": self.security_protocol,
            "request_timeout_ms": int(self.request_timeout_s * 1000),
        }
        if (context := self.ssl_context()) is not None:
            options["ssl_context"] = context
        if self.security_protocol == "SASL_SSL":
            options["sasl_mechanism"] = self.sasl_mechanism
            options["sasl_plain_username"] = self.sasl_username
            options["sasl_plain_password"] = self.password()
        return options


class WorkerSettings(BaseModel):
    """How a stream worker runs: transactions, group membership, brake, watchdog, health."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    transaction_timeout_s: float = Field(default=15.0, gt=0)
    """After this the broker aborts an open transaction; the worker gives up well before."""
    max_transaction_records: int = Field(default=500, ge=1)
    gather_wait_ms: int = Field(default=0, ge=0)
    """How long to gather a small batch: more latency for less CPU at low rates."""
    session_timeout_s: float = Field(default=6.0, gt=0)
    heartbeat_interval_s: float = Field(default=2.0, gt=0)
    group_instance_id: str | None = None
    """Static membership for a replica with a stable name: a quick restart causes no rebalance."""
    brake_consecutive: int = Field(default=100, ge=1)
    """So many dead letters in a row stop the worker."""
    brake_window: int = Field(default=10_000, ge=1)
    """More than one in a hundred dead letters over so many records stop the worker."""
    stuck_after_s: float = Field(default=30.0, gt=0)
    """A main loop that has not moved for so long ends the process."""
    stalled_after_s: float = Field(default=60.0, gt=0)
    """Lag without progress for so long is not alive any more."""
    state_store: Literal["memory", "rocks"] = "memory"
    """`rocks` keeps state that outgrows memory on disk; it needs the extra of that name."""
    state_dir: Path = Path(".newsticker/state")
    """Where `rocks` keeps its files; they can be lost: the changelogs hold everything."""
    health_host: str = "127.0.0.1"
    health_port: int = Field(default=0, ge=0, le=65535)
    """0 turns the HTTP endpoint off."""

    @model_validator(mode="after")
    def _check_heartbeat(self) -> Self:
        if self.heartbeat_interval_s > self.session_timeout_s / 2:
            raise ValueError("heartbeat_interval_s must be at most half of session_timeout_s")
        return self


class LogSettings(BaseModel):
    """What is logged, and how."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["auto", "json", "console"] = "auto"
    """`auto`: readable on a terminal, JSON otherwise."""


class RuntimeSettings(BaseSettings):
    """What every service needs; a service's own settings extend this."""

    model_config = SettingsConfigDict(
        env_prefix="NEWSTICKER_", env_nested_delimiter="__", frozen=True, extra="ignore", env_ignore_empty=True
    )

    kafka: KafkaSettings = KafkaSettings()
    worker: WorkerSettings = WorkerSettings()
    log: LogSettings = LogSettings()
