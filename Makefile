# Each target says what it is for: `make help`.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help demo test check fmt format lint type docs docs-current bench mutate lock

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

$(VENV)/run: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "bunkaiten needs Python 3.11 or later: make PYTHON=python3.12 …")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev: requirements-dev.lock $(VENV)/run
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(VENV)/run ## set everything up and run the gate on a deployment that passes and one that is denied
	@$(BIN)/python python/tools/demo.py

test: $(VENV)/dev ## set everything up and pass the tests
	@$(BIN)/python -m pytest --numprocesses auto --dist worksteal

lock: ## pin what pyproject.toml asks for, with hashes
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 pyproject.toml --extra hcl --group build -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 pyproject.toml --extra hcl --group dev -c requirements.lock -o requirements-dev.lock

check: $(VENV)/dev fmt lint type docs-current test ## what CI asks: format, lint, types, generated pages, tests

fmt: $(VENV)/dev ## fail if a file is not formatted (`make format` formats)
	@$(BIN)/ruff format --check .
	@$(BIN)/python python/tools/opa.py fmt --list --fail policies

format: $(VENV)/dev ## format every file
	@$(BIN)/ruff format .
	@$(BIN)/python python/tools/opa.py fmt --write policies

lint: $(VENV)/dev ## ruff, and opa check --strict
	@$(BIN)/ruff check .
	@$(BIN)/python python/tools/opa.py check --strict policies

type: $(VENV)/dev ## mypy strict
	@$(BIN)/mypy

docs: $(VENV)/dev ## print the generated files anew: catalogue, pages, envelope schema
	@$(BIN)/python python/tools/schemas.py
	@$(BIN)/python python/tools/catalogue.py
	@$(BIN)/python python/tools/declaration.py

docs-current: $(VENV)/dev
	@$(BIN)/python python/tools/schemas.py --check
	@$(BIN)/python python/tools/catalogue.py --check
	@$(BIN)/python python/tools/declaration.py --check

mutate: $(VENV)/dev ## change every policy, or those CHANGED since a commit, one thing at a time (SAMPLE=12 a file), and see whether the tests notice
	@$(BIN)/python python/tools/mutate.py --sample $(or $(SAMPLE),12) $(if $(CHANGED),--changed $(CHANGED))

bench: $(VENV)/dev ## measure, beside what it is compared with; fails above twice a target
	@$(BIN)/python python/tools/bench.py
