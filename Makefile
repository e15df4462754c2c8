# Every target makes the virtual environment it needs, from the hash-pinned locks.
VENV ?= .venv
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	if $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then echo $$p; break; fi; done)
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip --disable-pip-version-check --quiet
KILLS ?= 20

.PHONY: demo test check bench faults messages docs locks clean

demo: $(VENV)/.runtime  ## the main job on an invented network
	@$(RUN) -m crm demo remind

test: $(VENV)/.develop
	$(RUN) -m pytest -n 2 --dist loadgroup --cov --cov-report=term
	$(RUN) -m coverage report --include='crm/domain/*,crm/services/*' --fail-under=95

check: $(VENV)/.develop
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(VENV)/bin/lint-imports

bench: $(VENV)/.develop  ## whole-process ratios, against an installed wheel
	$(RUN) -m tests.benchmarks

faults: $(VENV)/.develop  ## the long form of the fault tests: make faults KILLS=1000
	CRM_FAULT_KILLS=$(KILLS) $(RUN) -m pytest tests/faults

messages: $(VENV)/.develop  ## take new sentences into the Spanish catalogue and compile it
	$(RUN) -m tests.packaging.catalogue

docs: $(VENV)/.develop  ## write docs/cli.md and docs/keys.md anew from commands and keys
	$(RUN) -m tests.packaging.cli_reference
	$(RUN) -m tests.packaging.keys_reference

locks:  ## resolve the two locks anew; needs uv
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-emit-find-links --no-header --no-annotate --no-strip-extras pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-emit-find-links --no-header --no-annotate --no-strip-extras --group dev pyproject.toml -o requirements-dev.lock

clean:
	rm -rf $(VENV) .coverage* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "crm needs Python 3.11 or newer: none was found" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.lock | $(VENV)/bin/python
	@echo "Installing what crm needs into $(VENV), once…" >&2
	@$(PIP) install --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.develop: requirements-dev.lock | $(VENV)/bin/python
	@echo "Installing what the tests need into $(VENV), once…" >&2
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@ $(VENV)/.runtime
