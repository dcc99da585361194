"""The environment: what no setting reads is found, and nothing else."""

import pytest

from newsticker.runtime.environment import describe_problem, find_unknown, list_fields, suggest
from newsticker.runtime.settings import RuntimeSettings

KNOWN = list_fields([RuntimeSettings])


def test_settings_are_listed_by_the_names_of_their_variables() -> None:
    assert {"NEWSTICKER_KAFKA__SASL_PASSWORD", "NEWSTICKER_WORKER__STATE_DIR", "NEWSTICKER_LOG__LEVEL"} <= set(KNOWN)
    assert "NEWSTICKER_KAFKA" not in KNOWN


@pytest.mark.parametrize(
    "name",
    [
        "NEWSTICKER_LOG__LEVEL",
        "newsticker_log__level",
        "NEWSTICKER_LOG",
        "NEWSTICKER_TEST_SEED",
        "KAFKA_HOST_PORT",
        "NEWSTICKERS_LOG_LEVEL",
        "PATH",
    ],
)
def test_what_a_setting_reads_or_is_not_ours_is_allowed(name: str) -> None:
    assert find_unknown([name], KNOWN) == []


@pytest.mark.parametrize("name", ["NEWSTICKER_LOG_LEVEL", "NEWSTICKER_LOG__LEVELS", "NEWSTICKER_", "NEWSTICKER_LOG__"])
def test_what_no_setting_reads_is_found(name: str) -> None:
    assert find_unknown(["NEWSTICKER_LOG__LEVEL", name, "HOME"], KNOWN) == [name]


def test_what_kubernetes_says_of_its_services_is_allowed_and_a_typo_beside_it_is_found() -> None:
    told = [
        "NEWSTICKER_SPLITTER_SERVICE_HOST",
        "NEWSTICKER_SPLITTER_SERVICE_PORT",
        "NEWSTICKER_SPLITTER_SERVICE_PORT_HTTP",
        "NEWSTICKER_SPLITTER_PORT",
        "NEWSTICKER_SPLITTER_PORT_8080_TCP_ADDR",
    ]
    assert find_unknown(told, KNOWN) == []
    assert find_unknown([*told, "NEWSTICKER_SPLITTER_SOURCES"], KNOWN) == ["NEWSTICKER_SPLITTER_SOURCES"]
    assert find_unknown(["NEWSTICKER_WORKER_HEALTH_PORT"], KNOWN) == ["NEWSTICKER_WORKER_HEALTH_PORT"]


def test_only_a_near_name_is_suggested() -> None:
    assert suggest("NEWSTICKER_WORKER_HEALTH_PORT", KNOWN) == "; did you mean NEWSTICKER_WORKER__HEALTH_PORT?"
    assert suggest("colour", ["time_zone", "rounding"]) == ""


@pytest.mark.parametrize(
    ("message", "ours"),
    [
        ("Input should be greater than or equal to 1", "must be greater than or equal to 1"),
        ("Input should have timezone info", "must have timezone info"),
        ("Input is not a valid path for <class 'pathlib.Path'>", "is not a valid path"),
        ("Value error, a must be b", "a must be b"),
        ("String should match pattern '^x$'", "String should match pattern '^x$'"),
    ],
)
def test_problems_are_told_in_our_words(message: str, ours: str) -> None:
    assert describe_problem(message) == ours
