"""Settings: from the environment, checked, and silent about secrets."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from newsticker.runtime.settings import KafkaSettings, RuntimeSettings

CANARY = "canary-9f2b"


def test_every_section_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS", "b:1,c:2")
    monkeypatch.setenv("NEWSTICKER_KAFKA__PARTITIONS", "8")
    monkeypatch.setenv("NEWSTICKER_WORKER__GROUP_INSTANCE_ID", "one")
    monkeypatch.setenv("NEWSTICKER_LOG__LEVEL", "debug")
    settings = RuntimeSettings()
    assert (settings.kafka.bootstrap_servers, settings.kafka.partitions) == ("b:1,c:2", 8)
    assert settings.worker.group_instance_id == "one"
    assert settings.log.level == "debug"


def test_an_empty_variable_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSTICKER_KAFKA__SASL_USERNAME", "")
    monkeypatch.setenv("NEWSTICKER_KAFKA__PARTITIONS", "")
    assert RuntimeSettings().kafka == KafkaSettings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("KAFKA__PARTITIONS", "0"),
        ("KAFKA__PARTITIONS", "many"),
        ("KAFKA__TOPIC_PREFIX", "With_Dots.and_Lines"),
        ("KAFKA__SECURITY_PROTOCOL", "SASL_PLAINTEXT"),
        ("KAFKA__SASL_MECHANISM", "PLAIN"),
        ("KAFKA__BOOTSTRAP_SERVER", "misspelt:1"),
        ("WORKER__BRAKE_CONSECUTIVE", "0"),
        ("WORKER__HEALTH_PORT", "70000"),
        ("WORKER__HEARTBEAT_INTERVAL_S", "3.1"),
        ("LOG__LEVEL", "loud"),
    ],
)
def test_a_wrong_value_or_a_misspelt_name_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"NEWSTICKER_{name}", value)
    with pytest.raises(ValidationError):
        RuntimeSettings()


@pytest.mark.parametrize("by_file", [True, False])
def test_a_secret_is_in_no_text_of_the_settings(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, by_file: bool
) -> None:
    if by_file:
        (tmp_path / "password").write_text(f"{CANARY}\n")
        monkeypatch.setenv("NEWSTICKER_KAFKA__SASL_PASSWORD_FILE", str(tmp_path / "password"))
    else:
        monkeypatch.setenv("NEWSTICKER_KAFKA__SASL_PASSWORD", CANARY)
    settings = RuntimeSettings()
    assert settings.kafka.password() == CANARY
    for text in (repr(settings), str(settings), str(settings.model_dump()), settings.model_dump_json()):
        assert CANARY not in text


def test_sasl_goes_with_tls_host_names_checked() -> None:
    kafka = KafkaSettings(security_protocol="SASL_SSL", sasl_username="u", sasl_password=CANARY)
    options = kafka.client_options()
    assert options["sasl_mechanism"] == "SCRAM-SHA-512"
    assert options["sasl_plain_password"] == CANARY
    context = kafka.ssl_context()
    assert context is not None
    assert context.check_hostname


def test_plaintext_sends_no_credentials() -> None:
    options = KafkaSettings(sasl_username="u", sasl_password=CANARY).client_options()
    assert CANARY not in str(options)
    assert "ssl_context" not in options
