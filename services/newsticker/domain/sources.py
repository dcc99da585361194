"""What is known of the sites that pages come from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from newsticker.messages.raw_document import DEFAULT_SOURCE
from newsticker.messages.time import Rounding


@dataclass(frozen=True, slots=True)
class SourceProfile:
    """One source: the zone of its clock times, how it rounds ages, its language and country."""

    name: str = DEFAULT_SOURCE
    time_zone: str = "Europe/Amsterdam"
    rounding: Rounding = Rounding.UNKNOWN
    language: str = "nl"
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Sources:
    """Profiles by source name; an unknown source has the default's."""

    default: SourceProfile = SourceProfile()
    known: Mapping[str, SourceProfile] = field(default_factory=dict)

    def get(self, name: str) -> SourceProfile:
        """Look up a source."""
        return self.known.get(name, self.default)
