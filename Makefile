# Everything that people and CI run. Needs Python 3.11 or newer with pip, and make; the rest is fetched into the clone.

.DEFAULT_GOAL := help
PYTHON ?= python3
UV := $(or $(shell command -v uv),.uv/bin/uv)
RUN := $(UV) run --frozen --all-extras
PYTEST := $(RUN) pytest -q

.PHONY: help setup check lint types imports unit coverage test integration e2e schemas golden demo up down logs quality fuzz

help: ## this list
	@sed -n 's/^\([a-z][a-z0-9-]*\):[^#]*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | while IFS='	' read -r name text; do \
		printf '  make %-12s %s\n' "$$name" "$$text"; done

setup: .venv/.ready ## install everything, locked, into .venv

.uv/bin/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Newsticker needs Python 3.11 or newer; set PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "fetching uv into .uv/"
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target .uv 'uv>=0.9,<1'

.venv/.ready: pyproject.toml uv.lock $(filter .uv/%,$(UV))
	@$(UV) sync --frozen --quiet --all-extras
	@touch $@

check: lint types imports unit ## format, lint, types, imports, unit and contract tests

lint: setup ## formatting and lint
	@$(RUN) ruff format --check --quiet . || { echo "run: $(UV) run ruff format" >&2; exit 1; }
	@$(RUN) ruff check --quiet .

types: setup ## static types of code and tests
	@$(RUN) mypy

imports: setup ## who may import whom
	@$(RUN) lint-imports --no-logo

unit: setup ## unit and contract tests: no socket, seconds
	@$(PYTEST) tests/unit tests/contract

coverage: setup ## the same, and that they run every line and branch of all that is pure
	@$(RUN) coverage run -m pytest -q tests/unit tests/contract
	@$(RUN) coverage report

test: setup ## all tests, on a real broker
	@$(PYTEST) tests

integration: setup ## one service at a time on a real broker
	@$(PYTEST) tests/integration

e2e: setup ## all services together, kills included
	@$(PYTEST) tests/e2e

schemas: setup ## write schemas/ from the messages
	@$(RUN) newsticker schemas export

golden: setup ## write tests/golden/ from the code, and say what changed
	@$(RUN) python tests/support/golden.py

demo: setup ## a real broker, five services, the pages of seeds/: prints the events
	@$(RUN) newsticker demo

up: ## the same in containers
	docker compose up --build --wait

down: ## stop the containers; their data stays
	docker compose down

logs: ## follow the containers' logs
	docker compose logs --follow --tail 100

quality: setup ## how well duplicates and enrichment are judged, on labelled texts
	@$(RUN) python benchmarks/quality.py
	@PYTHONPATH=benchmarks $(RUN) python -m duplicates.score

FUZZ := $(UV) run --frozen --isolated --no-dev --group fuzz python
FUZZ_SECONDS ?= 60

fuzz: setup ## hostile pages for a minute, where the fuzzer has a wheel
	@if $(FUZZ) -c 'import atheris' 2>/dev/null; then \
		found=$$(mktemp -d) && $(FUZZ) tests/fuzz/fuzz_pages.py -max_total_time=$(FUZZ_SECONDS) -max_len=4000 -verbosity=0 \
			-print_final_stats=1 -dict=tests/fuzz/pages.dict -artifact_prefix=$$found/ $$found tests/fuzz/corpus; \
	else echo "fuzz: no fuzzer for this Python and platform, nothing was fuzzed"; fi
