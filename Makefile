# Pactwerk: `make demo` shows it, `make test` proves it; both do all set-up themselves.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
LOCALE := src/pactwerk/locale/en/LC_MESSAGES/django
export DJANGO_SETTINGS_MODULE := pactwerk.conf.settings

.PHONY: help
help: ## show what there is
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

# ---- set-up: each step leaves a file, so that a second run does nothing and needs no network

.venv/bin/uv: requirements-setup.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Pactwerk needs Python 3.11 or newer: make PYTHON=python3.12 ...")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-setup.lock
	touch $@

.venv/.installed: .venv/bin/uv requirements-dev.lock pyproject.toml
	$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements-dev.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --offline -e .
	touch $@

.venv/.vendored: .venv/.installed package-lock.json src/pactwerk/web/design/vendoring.py
	$(BIN)/python -m pactwerk.web.design.vendoring
	touch $@

$(LOCALE).mo: $(LOCALE).po | .venv/.installed
	$(BIN)/pybabel --quiet compile --domain django --directory src/pactwerk/locale

# Spark proves that the statements run on another engine; half a gigabyte that only the tests and a cluster need
.venv/.spark: .venv/.installed requirements-spark.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --no-build-isolation -r requirements-spark.lock
	touch $@

.PHONY: setup
setup: .venv/.installed .venv/.vendored $(LOCALE).mo ## install everything; leaves the command at .venv/bin/pactwerk

# ---- the two commands

.PHONY: demo test
demo: setup ## set up, build the example region and its figures, serve on 127.0.0.1 (PORT, default 8000)
	@$(BIN)/pactwerk demo

test: setup system .venv/.spark ## the short tests, on SQLite and on PostgreSQL
	$(BIN)/python -m tests.run

.PHONY: proof
proof: setup system .venv/.spark ## the long tests (fuzzing of the parsers); results into docs/proof
	$(BIN)/python -m pytest -q -n0 -m proof

# ---- system packages of Debian that the tests need

.PHONY: system
system:
	@for pair in chromium:chromium xgettext:gettext java:default-jre-headless; do \
	  command -v $${pair%%:*} >/dev/null && continue; \
	  if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	    apt-get update -qq && apt-get install -y -qq --no-install-recommends $${pair##*:} >/dev/null; \
	  else echo "The tests need Debian's package $${pair##*:}: sudo apt-get install $${pair##*:}"; exit 1; fi; \
	done

# ---- checks beside the tests

.PHONY: check lint types imports migrations messages
check: lint types imports migrations messages ## everything .ci/run checks beside the tests

lint: .venv/.installed ## style
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: .venv/.installed ## mypy strict
	$(BIN)/mypy

imports: .venv/.installed ## floors and their order
	$(BIN)/lint-imports

migrations: setup ## no model without its migration
	PACTWERK_HOME=$$(mktemp -d) $(BIN)/django-admin makemigrations --check --dry-run

messages: setup system ## every Dutch text has its English one
	$(BIN)/python -m tests.messages check

.PHONY: texts bench lock
texts: setup system ## extract new texts into the English catalogue
	$(BIN)/python -m tests.messages extract

bench: setup system .venv/.spark ## measure, and write docs/benchmarks.md
	$(BIN)/python -m bench

lock: .venv/bin/uv ## renew the lock files
	echo 'uv==0.9.7' | $(BIN)/uv pip compile --quiet --generate-hashes - -o requirements-setup.lock --custom-compile-command "make lock"
	$(BIN)/uv pip compile --quiet --generate-hashes --group dev pyproject.toml -o requirements-dev.lock --custom-compile-command "make lock"
	$(BIN)/uv pip compile --quiet --generate-hashes pyproject.toml -c requirements-dev.lock -o requirements.lock --custom-compile-command "make lock"
	echo 'pyspark>=4,<5' | $(BIN)/uv pip compile --quiet --generate-hashes - -c requirements-dev.lock -o requirements-spark.lock --custom-compile-command "make lock"
