"""What touches the world: settings, the exactly-once transport, state, topics, dead letters, logs, metrics, health."""

import os

os.environ.setdefault("NO_CYTHON", "1")  # Faust's compiled paths are slower here than its Python, and not overridable
