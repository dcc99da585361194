"""The environment as all services together read it: each process is given the same, so each knows every setting."""

from collections.abc import Iterable, Mapping

from pydantic import ValidationError
from pydantic_settings import SettingsError

from newsticker.commands.services import SERVICES
from newsticker.runtime.environment import (
    Fields,
    describe_invalid,
    describe_undecodable,
    describe_unknown,
    find_unknown,
    list_fields,
)
from newsticker.runtime.settings import RuntimeSettings, SettingError


def check_names(environment: Mapping[str, str]) -> None:
    """Refuse variables of ours that no setting of any service has."""
    if not find_unknown(environment, list_fields([RuntimeSettings])):
        return  # the services' settings take a while to import
    known = list_all()
    if unknown := find_unknown(environment, known):
        raise SettingError(*(describe_unknown(name, known) for name in unknown))


def explain(error: SettingError | SettingsError | ValidationError, environment: Mapping[str, str]) -> Iterable[str]:
    """Say what is wrong with each setting; of what is no setting, where it stands."""
    if isinstance(error, SettingError):
        return error.mistakes
    if isinstance(error, SettingsError):
        return describe_undecodable(environment, list_all()) or [str(error)]
    if error.title in {"RuntimeSettings", *(service.load_settings().__name__ for service in SERVICES.values())}:
        return describe_invalid(error, list_all())
    problems = error.errors(include_input=False, include_url=False)
    return [f"{error.title} {'.'.join(map(str, problem['loc']))}: {problem['msg']}" for problem in problems]


def list_all() -> Fields:
    """Give every setting of every service by the name of its variable."""
    return list_fields(service.load_settings() for service in SERVICES.values())
