# Everything runs in .venv, made from the locked requirements. `make help` lists the verbs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SPECS := openapi/pandapon-v1.yaml openapi/pandapon-v2.yaml openapi/xportcn-ka.yaml

.DEFAULT_GOAL := help
.PHONY: help install demo test crash-test message-crash-test random-pushes bench bench-quick bench-messages check lint lint-specs format types validate generate check-generated test-lowest test-extras test-wheel sandbox-docs lock clean

help: ## List the verbs
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  %-16s %s\n", $$1, $$2}'

install: $(READY) ## Make the virtual environment

$(READY): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; try: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "This Python cannot make virtual environments (on Debian: apt install python3-venv)"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: $(READY) ## Submit 300 orders to a local PandaPon that misbehaves, and count what came of them
	@$(BIN)/python examples/demo.py

test: $(READY) ## Run all tests
	$(BIN)/python -m pytest

crash-test: $(READY) ## Kill submitting processes at random, 100 times in one batch (SEED=, LEDGER=, SIDE_BY_SIDE=)
	$(BIN)/python tests/support/crash_run.py --kills $(or $(KILLS),100) $(if $(SEED),--seed $(SEED)) \
		$(if $(LEDGER),--ledger "$(LEDGER)") --side-by-side $(or $(SIDE_BY_SIDE),1)

message-crash-test: $(READY) ## Kill processes that receive pushes at random, 100 times under load (SEED=, INBOX=, SIDE_BY_SIDE=)
	$(BIN)/python tests/support/message_crash_run.py --kills $(or $(KILLS),100) --pushes $(or $(PUSHES),60000) \
		$(if $(SEED),--seed $(SEED)) $(if $(INBOX),--inbox "$(INBOX)") --side-by-side $(or $(SIDE_BY_SIDE),1)

random-pushes: $(READY) ## Receive 100 000 random pushes that verify; none may be lost (COUNT=, SEED=)
	$(BIN)/python tests/support/random_pushes.py --count $(or $(COUNT),100000) $(if $(SEED),--seed $(SEED))

bench: $(VENV)/.bench ## Measure all beside what a user would pick instead, and write results and pictures (many minutes)
	$(BIN)/python -u -m benchmarks
	$(BIN)/python -m benchmarks.pictures

bench-quick: $(VENV)/.bench ## The same for a first look, in under a minute; leaves the committed results alone
	$(BIN)/python -u -m benchmarks --quick

$(VENV)/.bench: requirements/bench.txt $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@touch $@

bench-messages: $(READY) ## Pushes a second stored and acknowledged over a real socket, and how long each answer takes
	$(BIN)/python -u benchmarks/messages.py

check: lint types validate check-generated ## Everything CI checks besides the tests

lint: $(READY) ## Style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(READY) ## Mend style and format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(READY) ## Strict types, by two checkers
	$(BIN)/pyright
	$(BIN)/mypy

validate: $(READY) ## The specs are valid OpenAPI and follow our own rules
	$(BIN)/python -m codegen validate

lint-specs: ## The specs pass the default rules of redocly and spectral (needs Node 20 and the npm registry)
	npx --yes @redocly/cli@2.77.0 lint --config openapi/redocly.yaml --max-problems 50 $(SPECS)
	npx --yes @stoplight/spectral-cli@6.16.3 lint --fail-severity=warn --ruleset openapi/.spectral.yaml $(SPECS)

generate: $(READY) ## Write the generated code from openapi/, and the import graph of docs/architecture.md
	$(BIN)/python -m codegen generate
	$(BIN)/python scripts/import_graph.py

check-generated: $(READY) ## Fail where the generated code is stale
	$(BIN)/python -m codegen check

test-lowest: $(READY) ## Run tests with the lowest allowed versions of all dependencies
	scripts/test-lowest tests/core tests/orders tests/messages

test-extras: $(READY) ## Build the wheel and use it with each extra alone, at the lowest and the newest versions
	rm -rf dist && $(BIN)/python -m build --wheel --no-isolation --outdir dist . >/dev/null
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python scripts/test_extras.py dist/*.whl

sandbox-docs: $(READY) ## Write docs/sandbox-faults.md and docs/sandbox-assumptions.md from the sandbox's code
	$(BIN)/python scripts/sandbox_docs.py

test-wheel: $(READY) ## Build the wheel and test it in clean environments, without the source tree
	PYTHON="$(PYTHON)" BUILD_PYTHON="$(BIN)/python" scripts/test-wheel

lock: $(READY) ## Resolve the locked requirements again
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
		--all-extras --group dev -o requirements/dev.txt --upgrade
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
		--constraint requirements/dev.txt -o requirements/core.txt --upgrade
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
		--constraint requirements/dev.txt --group bench -o requirements/bench.txt --upgrade

clean: ## Remove everything that can be made again
	rm -rf $(VENV) dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
