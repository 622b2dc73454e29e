# The whole platform in two commands: `make demo` to use it, `make test` to trust it.
# Needs Python 3.11 or newer, git and make. Everything else is fetched, from hashed locks, into .venv and node_modules.
PYTHON ?= python3
CV := .venv/bin/customerview

.PHONY: setup setup-test demo test check fix bench soak docs lock

setup:       ## .venv with .venv/bin/customerview, and what the pages are built from
	@$(PYTHON) scripts/setup.py
setup-test:  ## the same, with what the tests need (a browser included)
	@$(PYTHON) scripts/setup.py --test
demo: setup  ## the whole service with a made-up population, at http://localhost:8000 (PORT, CUSTOMERS)
	@exec $(CV) demo
test: check  ## every check and every test
	@.venv/bin/pytest -n $(or $(WORKERS),2) $(ARGS)
check: setup-test  ## style, types, walls between rooms, missing migrations, locks; changes nothing
	@.venv/bin/python scripts/check.py
fix: setup-test    ## what a machine can put right by itself
	@.venv/bin/ruff check --fix . && .venv/bin/ruff format .
bench: setup       ## the measures of benchmarks/README.md
	@.venv/bin/python -m benchmarks --customers $(or $(CUSTOMERS),10000) --folder .home/bench-$(or $(CUSTOMERS),10000) $(ARGS)
soak: setup-test   ## the long bad days: hundreds of kill -9 under load
	@.venv/bin/python -m tests.soak $(ARGS)
docs: setup        ## the generated reference pages
	@$(CV) docs build
lock: setup-test   ## new locks from pyproject.toml and package.json (needs uv)
	@scripts/lock
