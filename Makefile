# `make run` and `make test` need Python 3.11+ and make, and get everything else themselves.
# Data is kept in var/, everything installed in .venv/ and node_modules/: both can be deleted any time.

VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
PIP := $(PY) -m pip --quiet --disable-pip-version-check --no-input
PYTHON ?=
ARGS ?=
BROWSER_ON ?= sqlite

.DELETE_ON_ERROR:
.PHONY: help run dev test test-engines lint format bench lock clean

help:
	@echo 'make run     serve the app (HOST=127.0.0.1 PORT=8000 DATABASE_URL=postgresql://…)'
	@echo 'make test    all tests (ARGS="-k words" BROWSER_ON=sqlite|postgres|both|none ALLOW_SKIPS=1)'
	@echo 'make test-engines  the routine in Firefox and WebKit; CONTRIBUTING.md says what they need'
	@echo 'make dev     the same app, reloading while you edit it'
	@echo 'make lint    style, types, missing migrations and production settings; `make format` mends style'
	@echo 'make bench   measure the slow paths (BESIDE=folder: against another checkout)'
	@echo 'make lock    resolve the dependencies in pyproject.toml and package.json anew'
	@echo 'make clean   remove what was installed; the data in var/ stays'

run: $(VENV)/.run node_modules/.run
	@$(PY) manage.py prepare
	@exec $(PY) manage.py serve

dev: export DEBUG = 1
dev: $(VENV)/.run node_modules/.run
	@$(PY) manage.py prepare --no-static
	@exec $(PY) manage.py runserver "$${HOST:-127.0.0.1}:$${PORT:-8000}"

# Twice: on SQLite, then on a PostgreSQL of its own. Exit status 5 is "no tests": with ARGS, all chosen
# ones may belong to the other run.
test: $(VENV)/.dev node_modules/.test
	@case "$(BROWSER_ON)" in sqlite|postgres|both|none) ;; \
	  *) echo 'BROWSER_ON is one of: sqlite, postgres, both, none'; exit 2;; esac
	@set -e; unset DATABASE_URL; \
	if [ "$(BROWSER_ON)" != none ]; then CHROMIUM=$$($(PY) -m tests.chromium); export CHROMIUM; fi; \
	run() { name=$$1; shift; echo "== Tests on $$name"; status=0; "$$@" || status=$$?; \
	  if [ $$status -eq 5 ] && [ -n '$(subst ','\'',$(ARGS))' ]; then empty=$$((empty + 1)); \
	  elif [ $$status -ne 0 ]; then exit $$status; fi; }; \
	pick() { case "$(BROWSER_ON)" in both|$$1) echo '';; *) echo 'not browser';; esac; }; \
	empty=0; \
	run SQLite $(PY) -m pytest -n auto -m "$$(pick sqlite)" $(ARGS); \
	run PostgreSQL $(PY) -m tests.postgres $(PY) -m pytest -n auto -m "$$(pick postgres)" $(ARGS); \
	if [ $$empty -eq 2 ]; then echo 'No test matches ARGS.'; exit 5; fi

# WebKit has no way of its own to do without a screen.
test-engines: $(VENV)/.dev node_modules/.run
	@command -v xvfb-run >/dev/null || { echo 'xvfb-run is missing: apt install xvfb xauth'; exit 1; }
	@unset DATABASE_URL; xvfb-run -a $(PY) -m pytest tests/engines -m engines $(ARGS)

lint: $(VENV)/.dev node_modules/.run
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	@# A database that is never written, and settings as a careful person would run them.
	DATABASE_URL=sqlite://:memory: $(PY) manage.py makemigrations --check --dry-run
	@SECRET_KEY=$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(64))') \
	  HTTPS=1 BEHIND_PROXY=1 ALLOWED_HOSTS=coach.example DEBUG=0 DATABASE_URL=sqlite://:memory: \
	  $(PY) manage.py check --deploy --fail-level WARNING

format: $(VENV)/.dev
	$(PY) -m ruff check --fix
	$(PY) -m ruff format

bench: $(VENV)/.dev node_modules/.run
	@$(PY) -m tests.bench$(if $(BESIDE),.beside '$(BESIDE)') $(ARGS)

# No lock names a registry, so that everybody installs from the one they use.
COMPILE = $(PY) -m uv pip compile --quiet --universal --python-version 3.11 --upgrade --generate-hashes \
  --no-emit-index-url --no-emit-find-links --no-header --no-annotate
lock: $(VENV)/.made
	@$(PIP) install uv
	$(COMPILE) pyproject.toml --output-file requirements.txt
	$(COMPILE) pyproject.toml --group dev --constraint requirements.txt --output-file requirements-dev.txt
	$(COMPILE) --group node --output-file requirements-node.txt
	$(call npm,update --package-lock-only --omit-lockfile-registry-resolved)

clean:
	rm -rf $(VENV) node_modules

# What was installed, and from which lock: a stamp is older than its lock when the lock has changed.

$(VENV)/.made:
	@python='$(PYTHON)'; \
	for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	  [ -n "$$python" ] && break; \
	  "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && python=$$name; done; \
	if ! "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	  echo "legraises needs Python 3.11 or newer, and $${python:-python3} is not that."; \
	  echo 'Install one (Debian 12, Ubuntu 24.04 or newer: apt install python3 python3-venv),'; \
	  echo 'or say where it is: make run PYTHON=/path/to/python3'; exit 1; fi; \
	if ! "$$python" -c 'import venv, ensurepip' 2>/dev/null; then \
	  echo "$$python cannot make a virtual environment: its venv part is missing."; \
	  echo 'Install it (Debian, Ubuntu: apt install python3-venv) and run make again.'; exit 1; fi; \
	echo 'Making a Python environment in $(VENV) …'; \
	rm -rf $(VENV) && "$$python" -m venv $(VENV)
	@touch $@

define install
	@echo 'Installing $(1) …'
	@$(PIP) install --require-hashes --requirement $(1) || { \
	  echo; echo 'The packages could not be installed: the reason stands above.'; \
	  echo 'Without a network, connect and run make again; it goes on where it stopped.'; exit 1; }
	@touch $@
endef

$(VENV)/.run: requirements.txt | $(VENV)/.made
	$(call install,requirements.txt)

$(VENV)/.dev: requirements-dev.txt | $(VENV)/.made
	$(call install,requirements-dev.txt)

# npm, or the one that PyPI has for machines without: 60 MB, so only there. It trusts what the machine
# trusts, as pip does, so that both pass a network that inspects them.
define npm
	@if [ "$$(npm --version 2>/dev/null | cut -d. -f1)" -ge 7 ] 2>/dev/null \
	    && node --version >/dev/null 2>&1; then set -- npm; \
	else echo 'No npm here: installing one in $(VENV) …'; set -- $(PY) $(BIN)/npm; \
	  $(PIP) install --require-hashes --requirement requirements-node.txt || exit 1; fi; \
	NODE_USE_SYSTEM_CA=1 "$$@" $(1) --ignore-scripts --no-audit --no-fund --loglevel=error \
	  --fetch-retries=1 --fetch-retry-mintimeout=2000 || { \
	  echo; echo 'npm could not get the browser assets: the reason stands above.'; \
	  echo 'Without a network, connect and run make again; it goes on where it stopped.'; exit 1; }
endef

node_modules/.run: package-lock.json | $(VENV)/.made
	@echo 'Installing the browser assets …'
	$(call npm,ci --omit=dev)
	@touch $@

# A superset of what `make run` needs, so both stamps are set.
node_modules/.test: package-lock.json | $(VENV)/.made
	@echo 'Installing the browser assets …'
	$(call npm,ci)
	@touch node_modules/.run $@
