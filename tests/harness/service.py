"""Runs one service as `python -m harness.service NAME`, past the command line."""

import sys

from newsticker.commands.services import SERVICES


def main(name: str) -> None:
    """Run the named service until it is stopped."""
    settings_class, run = SERVICES[name].load()
    run(settings_class())


if __name__ == "__main__":
    main(sys.argv[1])
