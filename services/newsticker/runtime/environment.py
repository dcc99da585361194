"""What stands in the environment, held against the settings that there are: a typo must not pass for a default."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import takewhile

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import to_jsonable_python

PREFIX = "NEWSTICKER_"
TEST_PREFIX = "NEWSTICKER_TEST_"
"""Variables of the tests, which processes that they start inherit."""

KUBERNETES_SIGN = "_SERVICE_HOST"
"""Kubernetes tells every container the address of a service `newsticker-x` in variables that begin with its name."""

UNKNOWN = "there is no such setting"

Fields = Mapping[str, FieldInfo]


def list_fields(models: Iterable[type[BaseModel]]) -> Fields:
    """Give every setting of the models by the name of its variable."""
    return {name: field for model in models for name, field in _walk(model, PREFIX)}


def _walk(model: type[BaseModel], prefix: str) -> Iterator[tuple[str, FieldInfo]]:
    for name, field in model.model_fields.items():
        inner = field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from _walk(inner, f"{prefix}{name.upper()}__")
        else:
            yield prefix + name.upper(), field


def find_unknown(environment: Iterable[str], known: Iterable[str]) -> list[str]:
    """Give the variables of ours that no setting has; a whole section as JSON, `NEWSTICKER_KAFKA`, is one."""
    names = [name for name in environment if name.upper().startswith(PREFIX)]
    services = tuple(name.removesuffix(KUBERNETES_SIGN) for name in names if name.endswith(KUBERNETES_SIGN))
    allowed = {*known, *list_sections(known)}
    return sorted(
        name
        for name in names
        if name.upper() not in allowed
        and not name.startswith(TEST_PREFIX)
        and not name.startswith(tuple(f"{service}_{word}" for service in services for word in ("SERVICE_", "PORT")))
    )


def describe_unknown(name: str, known: Iterable[str]) -> str:
    """Say that there is no such setting, and which one may be meant."""
    return f"setting {name}: {UNKNOWN}{suggest(name.upper(), known)}"


def suggest(name: str, known: Iterable[str]) -> str:
    """Ask whether the nearest known name was meant; empty where none is near."""
    near = get_close_matches(name, list(known), n=1, cutoff=0.7)
    return f"; did you mean {near[0]}?" if near else ""


def describe_undecodable(environment: Mapping[str, str], known: Fields) -> list[str]:
    """Say which variables hold something that is no JSON but must be: lists, and whole sections."""
    lists = {name: field.default for name, field in known.items() if isinstance(field.default, (tuple, list))}
    examples: dict[str, object] = {**{name: {} for name in list_sections(known)}, **lists}
    return [
        f"setting {name}: must be JSON, such as {json.dumps(to_jsonable_python(examples[name.upper()]))}"
        for name, value in environment.items()
        if name.upper() in examples and value and not _is_json(value)
    ]


def list_sections(known: Iterable[str]) -> set[str]:
    """Give the variables that hold a whole section, such as `NEWSTICKER_KAFKA`."""
    return {name.split("__")[0] for name in known}


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def describe_invalid(error: ValidationError, known: Iterable[str]) -> list[str]:
    """Say what is wrong with each setting, without its value: it may be a secret."""
    described = []
    for problem in error.errors(include_input=False, include_url=False):
        parts = takewhile(lambda part: isinstance(part, str), problem["loc"])  # what stands within a list has no name
        name = PREFIX + "__".join(map(str, parts)).upper()
        if problem["type"] == "extra_forbidden":
            described.append(describe_unknown(name, known))
        else:
            described.append(f"setting {name}: {describe_problem(problem['msg'])}")
    return described


def describe_problem(message: str) -> str:
    """Say in our words what pydantic says in its own."""
    words = re.sub(r"^(?:Value error, |Input (?=is ))| for <class .*>$", "", message)
    return re.sub(r"^Input should ", "must ", words)
