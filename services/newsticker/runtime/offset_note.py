"""What travels in the metadata of a committed offset: attempts without success, and dead letters in a row.

Disks are read-only and partitions move between machines; the offset's own metadata goes where the partition goes.
"""

import re
from dataclasses import dataclass

MAX_ATTEMPTS = 3
"""After so many owners that began on a record and did not finish, it is tried alone in a child process."""

FORM = re.compile(r"(?:attempts=([0-9]{1,9}))?(?:(?:^| )dead=([0-9]{1,9}))?")


@dataclass(frozen=True, slots=True)
class OffsetNote:
    """What the next owner must know about one committed offset; both are 0 after a transaction that went well."""

    attempts: int = 0
    """Owners that began on the next records and committed nothing; an owner that had nothing to do does not count."""
    dead: int = 0
    """Dead letters in a row before this offset: a brake that forgot them at a restart would drain the stream."""

    def render(self) -> str:
        """Render as offset metadata."""
        parts = {"attempts": self.attempts, "dead": self.dead}
        return " ".join(f"{name}={number}" for name, number in parts.items() if number)

    @classmethod
    def parse(cls, metadata: str | None) -> "OffsetNote":
        """Read offset metadata; what was written by something else counts as nothing."""
        found = FORM.fullmatch(metadata or "")
        return cls(*(int(number or 0) for number in found.groups())) if found else cls()
