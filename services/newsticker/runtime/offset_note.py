"""What travels in the metadata of a committed offset: how often opening there was tried without success.

Disks are read-only and partitions move between machines; the offset's own metadata goes where the partition goes.
"""

from dataclasses import dataclass

MAX_ATTEMPTS = 3
"""After so many openings without one committed transaction, the next record is tried alone in a child process."""


@dataclass(frozen=True, slots=True)
class OffsetNote:
    """The attempts at one committed offset; 0 after every successful transaction."""

    attempts: int = 0

    def render(self) -> str:
        """Render as offset metadata."""
        return f"attempts={self.attempts}" if self.attempts else ""

    @classmethod
    def parse(cls, metadata: str | None) -> "OffsetNote":
        """Read offset metadata; what was written by something else counts as no attempt."""
        name, _, number = (metadata or "").partition("=")
        return cls(int(number)) if name == "attempts" and number.isascii() and number.isdigit() else cls()
