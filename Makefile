# Each command installs what it needs into .venv; the second run is quick.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
BIN := .venv/bin
PORT ?= 8000
PIP := -m pip install --quiet --disable-pip-version-check
NO_NETWORK := Round Two could not download the packages it needs: connect to the internet, then run the command again.
export NO_MKDOCS_2_WARNING = 1

.DEFAULT_GOAL := help
.PHONY: help serve site pdf zip check fix new diff schema quick test fuzz due readability bench types audit compare release lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: .venv/site ## Show the guide at http://127.0.0.1:8000 and rebuild it after every change
	@$(BIN)/python -c 'import socket; socket.create_server(("127.0.0.1", $(PORT))).close()' 2> /dev/null || { \
		echo "Another program is using port $(PORT). Try: make serve PORT=8001"; exit 1; }
	$(BIN)/python -m mkdocs serve --dirty --dev-addr 127.0.0.1:$(PORT)

site: .venv/site ## Build the guide into site/; every warning is an error
	@$(BIN)/python -m mkdocs build --strict

pdf: .venv/test site ## Write every sheet as PDF into site/print/, for A4 and Letter
	@$(BIN)/python scripts/browser.py
	@$(BIN)/python scripts/pdf.py

zip: .venv/site site ## Write site/round-two.zip, a copy that opens from disk without a server
	@$(BIN)/python scripts/disk_copy.py

check: .venv/site ## Check the data and list every problem with its line
	@$(BIN)/python scripts/check.py

fix: .venv/site ## Fix the order of fields and white space in the data, then check it
	@$(BIN)/python scripts/check.py --fix

new: .venv/site ## Add an entry to fill in; asks, or takes KIND=asks GROUP=success TITLE="…"
	@$(BIN)/python scripts/new.py $${KIND:+"$$KIND"} $${GROUP:+"$$GROUP"} $${TITLE:+--title "$$TITLE"}

override export TITLE := $(value TITLE)

diff: .venv/site ## Describe what your change does to the content; BASE=main unless given
	@$(BIN)/python scripts/diff.py $${BASE:-main}

schema: .venv/site ## Write data/schema/ from the models
	@$(BIN)/python scripts/schema.py

quick: .venv/test ## Run the tests that need no browser (under a minute)
	$(BIN)/python -m pytest -m "not browser and not slow"

test: .venv/test ## Run every test, most of them in a real browser (about ten minutes)
	@echo "Running every test takes about ten minutes on two cores; make quick takes less than one."
	@echo "Without a browser on this machine, Chromium is installed first, where that is allowed."
	@$(BIN)/python scripts/browser.py
	@$(BIN)/python -m ruff check --quiet . && $(BIN)/python -m ruff format --check --quiet .
	$(BIN)/python -m pytest

fuzz: .venv/test ## Check FUZZ mutated files (12000 by default) for crashes and for markup that reaches a page
	FUZZ=$${FUZZ:-12000} $(BIN)/python -m pytest tests/unit/test_fuzz.py

due: .venv/site ## List the entries that no one has reviewed for a year, oldest first
	@$(BIN)/python scripts/due_for_review.py

readability: .venv/site ## Print the reading level of every page
	@$(BIN)/python scripts/readability.py

bench: .venv/test ## Compare build time and size with plain Material, search with rivals; write docs/data/bench.md
	@($(BIN)/python scripts/bench.py && $(BIN)/python scripts/search_bench.py) > bench.md
	@mv bench.md docs/data/bench.md && cat docs/data/bench.md

types: site ## Check the types of the JavaScript modules, and a TypeScript client of the published JSON (needs Node)
	@$(TSC) --project jsconfig.json
	@npx --yes --package json-schema-to-typescript@16.0.0 json2ts --additionalProperties=false \
		--input site/api/v1/schema --output .venv/types
	@$(BIN)/python scripts/typescript_client.py .venv/types
	@$(TSC) --noEmit --strict .venv/types/client.ts
TSC := npx --yes --package typescript@7.0.2 tsc

audit: .venv/audit .venv/test ## Look up known vulnerabilities of the dependencies (asks a public database), and list their licenses
	.venv/audit/bin/python -m pip_audit --require-hashes --disable-pip --requirement requirements-test.txt
	.venv/audit/bin/python -m piplicenses --python $(BIN)/python --order license

compare: .venv/properdocs ## Build the guide with ProperDocs as well, and compare every file (plan B of MAINTAINING.md)
	@$(BIN)/python -m mkdocs build --strict --quiet --clean --site-dir .venv/one
	@PYTHONPATH=.venv/properdocs $(BIN)/python -m properdocs build --strict --quiet --clean --config-file mkdocs.yml --site-dir .venv/other
	@diff -rq .venv/one .venv/other && echo "MkDocs and ProperDocs wrote the same files."

release: .venv/test pdf zip ## Write dist/, the archive of the data with checksums and a summary of its changes
	@$(BIN)/python scripts/release.py $${TAG:+--tag "$$TAG"}

lock: ## Write requirements*.txt from pyproject.toml (needs uv)
	uv pip compile $(LOCK) pyproject.toml -o requirements.txt
	uv pip compile $(LOCK) pyproject.toml --group test -o requirements-test.txt
LOCK := --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

clean: ## Remove everything that these commands created
	rm -rf .venv site dist .pytest_cache

.venv/python:
	@test -n "$(PYTHON)" || { echo "Round Two needs Python 3.11 or newer; install it and try again."; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Python cannot create a virtual environment; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@touch $@

.venv/site: requirements.txt | .venv/python
	@echo "Setting up (a minute, once) ..."
	@$(call install,$(BIN)/python,--require-hashes --requirement $<)
	@touch $@

.venv/test: requirements-test.txt | .venv/python
	@echo "Setting up the tests (a minute, once) ..."
	@$(call install,$(BIN)/python,--require-hashes --requirement $<)
	@touch $@ .venv/site

.venv/audit: | .venv/python
	@$(PYTHON) -m venv $@
	@$(call install,$@/bin/python,"pip-audit>=2.10$(COMMA)<3" "pip-licenses>=5.5$(COMMA)<6")

.venv/properdocs: | .venv/site
	@$(call install,$(BIN)/python,--no-deps --target $@ properdocs==1.6.7)

# Installs packages; without a network, says so instead of showing the errors of pip.
install = $(1) $(PIP) $(2) 2> .venv/pip.log || { \
	if grep -qE 'connection broken|Could not fetch URL|SSLError|ProxyError' .venv/pip.log; then echo "$(NO_NETWORK)"; else cat .venv/pip.log; fi; exit 1; }
COMMA := ,
