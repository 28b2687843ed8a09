# One file, four commands: demo, run, test, bench. Each sets up what it needs in a fresh clone.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
HOST ?= 127.0.0.1
PORT ?= 8000
WORKERS ?= 2

SYSTEM_PACKAGES := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
	fonts-liberation fonts-crosextra-carlito fonts-crosextra-caladea

.PHONY: help demo run test bench setup system database
.DEFAULT_GOAL := help

help:
	@echo 'make demo   sample operators -> hiring packs in out/'
	@echo 'make run    the web product on http://$(HOST):$(PORT)/'
	@echo 'make test   every test that this machine can run'
	@echo 'make bench  the benchmarks -> bench/results.json'

demo: setup database
	$(MANAGE) load_demo
	$(MANAGE) generate --all --out out --zip out/pack.zip --workers $(WORKERS)

run: setup database
	$(MANAGE) load_demo
	$(MANAGE) demo_login --address http://$(HOST):$(PORT)/
	$(MANAGE) collectstatic --noinput --verbosity 0
	$(MANAGE) serve --bind $(HOST):$(PORT) --workers $(WORKERS)

test: setup $(VENV)/.ready-dev
	$(BIN)/pytest -n auto

bench: setup $(VENV)/.ready-dev
	$(BIN)/python -m bench

setup: system $(VENV)/.ready .env

database:
	$(MANAGE) migrate --verbosity 0

# Debian and Ubuntu: what WeasyPrint loads at run time, and fonts with the metrics of Word's.
# Elsewhere the start-up checks (manage.py check) name what is missing.
system:
	@sh .ci/system-packages.sh $(SYSTEM_PACKAGES)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Python 3.11 or newer is needed (PYTHON=python3.12 make ...)' >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: requirements.txt | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.ready-dev: requirements-dev.txt $(VENV)/.ready
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

# One machine, no certificate: a key of its own, made once. Production sets its own environment.
.env:
	@$(PYTHON) -c 'import secrets; print(f"SECRET_KEY={secrets.token_urlsafe(50)}\nHTTPS=off\nALLOWED_HOSTS=127.0.0.1,localhost")' > $@
	@chmod 600 $@
