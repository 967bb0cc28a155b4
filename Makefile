# Two commands on a machine with Python 3.11 (or newer) and make: `make rapport` and `make test`.
# Each makes the environment it needs in .venv, from the lock files, the first time and whenever a lock has changed.

.DEFAULT_GOAL := hjalp
.PHONY: hjalp rapport test check prov bench las ren

# Byte code is wanted (start-up time), and nobody else's modules.
unexport PYTHONDONTWRITEBYTECODE PYTHONPATH PYTHONHOME

VENV := .venv
PY := $(VENV)/bin/python
UV := uv==0.13.9
PYTHON = $(shell for name in python3.11 python3 python3.12 python3.13 python3.14 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$name; break; }; done)

key = $(shell cksum < $(1) | tr ' ' '-')
RUN := $(VENV)/run-$(call key,requirements.lock)
DEV := $(VENV)/dev-$(call key,requirements-dev.lock)
INSTALL = $(PY) -m pip install -qq --disable-pip-version-check --require-hashes --only-binary :all: --requirement
COMPILE = $(PY) -m compileall -q src
PYTEST = $(PY) -m pytest
PARALLEL := -n auto --maxprocesses 4

hjalp: ## visar den här listan
	@sed -n 's/^\([a-z]*\):.*## /make \1: /p' $(MAKEFILE_LIST)

rapport: $(RUN) ## bygger årets rapport till mappen output/
	@$(COMPILE)
	@$(PY) -m rapportbyggare bygg --projekt .

test: $(DEV) ## kör testerna
	$(PYTEST) -m "not prov" $(PARALLEL)

check: $(DEV) ## granskar kodstil, typer, importregler och dokumentation
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports
	@if [ -d tests/docs ]; then set -x; $(PYTEST) tests/docs; fi

prov: $(DEV) ## kör de långa proven
	HYPOTHESIS_PROFILE=prov $(PYTEST) -m prov $(PARALLEL)

bench: $(DEV) ## mäter bygget, kontrollen, inläsningen och jämförelsen bredvid det man annars hade valt
	@$(COMPILE)
	@$(PY) -m tools.bench
	@$(PY) -m tools.bench_check
	@$(PY) -m tools.bench_intake
	@$(PY) -m tools.bench_compare

las: ## gör om låsfilerna ur pyproject.toml
	@$(PYTHON) -m venv $(VENV)-las && $(VENV)-las/bin/python -m pip install -qq --disable-pip-version-check $(UV)
	$(call lock,requirements.lock)
	$(call lock,requirements-dev.lock,--extra dev --constraint requirements.lock)
	@rm -rf $(VENV)-las

ren: ## tar bort allt som byggs
	rm -rf $(VENV) $(VENV)-las output .rapportbyggare build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +

# Without addresses: a lock holds names, versions and hashes, and installs from whichever index the machine uses.
define lock
$(VENV)-las/bin/uv pip compile pyproject.toml --output-file $(1) --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --custom-compile-command "make las" --upgrade $(2)
endef

# A changed lock starts over, so that nothing from the old one lingers.
$(RUN): | requirements.lock
	@test -n "$(PYTHON)" || { echo "Python 3.11 eller nyare saknas. Installera det och kör kommandot igen."; exit 1; }
	@echo "Förbereder $(VENV) (bara första gången) ..."
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV)
	@$(INSTALL) requirements.lock
	@$(PY) -c 'import os, pathlib, sysconfig; site = sysconfig.get_path("purelib"); \
		pathlib.Path(site, "rapportbyggare.pth").write_text(os.path.relpath("src", site) + "\n", encoding="utf-8")'
	@printf '#!/bin/sh\nexec "$$(dirname "$$0")/python" -m rapportbyggare "$$@"\n' > $(VENV)/bin/rapportbyggare
	@chmod +x $(VENV)/bin/rapportbyggare
	@touch $@

$(DEV): $(RUN) | requirements-dev.lock
	@echo "Lägger till testverktygen ..."
	@$(INSTALL) requirements-dev.lock
	@touch $@
