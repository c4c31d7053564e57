# setup: what runs needs        demo: one goal through the whole chain
# up:    everything, serving    test: all tests        check: lint, types, import rules, tests
#
# All of it lives in .venv; nothing is installed outside it, except that root on Debian gets the
# packages of deploy/debian-packages.txt for the tests, and venv support where Python lacks it.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
GOAL ?= A steel ball dropped from 20 m reaches the ground in under 2.1 s
SOURCES := storyworld tasks webapp celeryconfig.py tests benchmarks deploy
# Any of these will do, the first that works is taken; a shim for a Python that is not there does not.
PYTHONS := python3.11 /usr/bin/python3.11 python3.12 python3

.PHONY: help setup setup-dev debian demo up test check lint bench constraints clean

help:
	@sed -n '1,2s/^# //p' Makefile

# ---- installing -------------------------------------------------------------------------------

setup: $(VENV)/.setup
setup-dev: $(VENV)/.setup-dev

$(VENV)/bin/python:
	@python=$$(deploy/find-python $(PYTHONS)); \
	echo "setup: making $(VENV) with $$python"; \
	"$$python" -m venv $(VENV)
	@$(PIP) install --upgrade 'pip>=25.1'

$(VENV)/.setup: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "setup: installing StoryWorld into $(VENV)"
	@$(PIP) install --constraint constraints.txt --editable '.[postgres,flower]'
	@touch $@

$(VENV)/.setup-dev: $(VENV)/.setup
	@echo "setup: installing what the tests need"
	@$(PIP) install --constraint constraints.txt --editable '.[gemini-legacy,gpu,signing,tracing]' --group dev
	@touch $@

# Without root or without apt-get the tests that need these packages skip with the reason;
# with CI=true they fail.
debian:
	@deploy/install-debian-packages deploy/debian-packages.txt

# What is installed becomes what is pinned: run after changing a dependency, review the difference.
constraints: $(VENV)/.setup-dev
	@{ echo "# Versions that are tested together: written by make constraints."; \
	   $(PIP) freeze --exclude-editable --exclude storyworld | sed 's/+cpu$$//'; } > constraints.txt

# ---- running ----------------------------------------------------------------------------------

demo: setup
	@$(BIN)/storyworld run "$(GOAL)" --watch

up: setup
	@$(BIN)/storyworld up

bench: setup-dev
	@for each in $(filter-out benchmarks/graph.py benchmarks/lighthouse.py,$(wildcard benchmarks/*.py)); do \
		echo "== $$each"; $(BIN)/python "$$each"; done
	@echo "== benchmarks/graph.py, without its largest world (4 minutes, 6 GB: run it by itself)"
	@$(BIN)/python benchmarks/graph.py 1000 10000 100000

# ---- checking ---------------------------------------------------------------------------------

# First what needs a core only, in one process more than there are cores, as some tests wait; then
# what starts processes, watches the clock and mostly waits: two houses beside each other, a file in
# one house.
# With ARGS one run of just that: make test ARGS='tests/vision -x'
WHOLE_HOUSE := tests/integration tests/browser
# What tests start again and again is compiled once, also where Python is told to keep no bytecode.
test: export PYTHONDONTWRITEBYTECODE :=
test: setup-dev debian
ifdef ARGS
	@$(BIN)/pytest $(ARGS)
else
	@status=0; \
	OMP_NUM_THREADS=1 $(BIN)/pytest --durations=15 -n $$(( $$(nproc) + 1 )) --dist worksteal \
		$(WHOLE_HOUSE:%=--ignore=%) || status=$$?; \
	$(BIN)/pytest --durations=15 -n 2 --dist loadfile $(WHOLE_HOUSE) || status=$$?; \
	exit $$status
endif

lint: setup-dev
	@$(BIN)/ruff check $(SOURCES)
	@$(BIN)/ruff format --check $(SOURCES)
	@$(BIN)/mypy
	@$(BIN)/lint-imports

check: lint test

clean:
	@rm -rf build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
