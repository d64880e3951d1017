# Everything a contributor runs. `make` alone lists it; CI runs `make test` and `make check`.

PYTHON ?= python3
PYTEST_ARGS ?=
# Branch coverage below this fails `make test`; the levels of each part of src/ are in scripts/coverage_report.py.
COVERAGE_MIN ?= 97

SETUP = $(PYTHON) scripts/set_up.py
IN_VENV = .venv/bin/
PYTEST = $(IN_VENV)python -m pytest --cov --cov-report=
# What earlier runs left behind: a report holds the numbers of its own run only.
COVERAGE_FILES = .coverage .coverage.*

.DEFAULT_GOAL := help
.PHONY: help demo setup test check format docs lock clean example

help: ## list these targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

demo: ## set up what is missing and open a sample mission in the browser
	@$(SETUP)
	@./karvan demo

setup: ## install everything: packages, fonts, tools of tests and checks
	@$(SETUP) --tools

test: setup ## the whole test suite, with branch coverage (PYTEST_ARGS="-k word" to choose)
	@rm -f $(COVERAGE_FILES)
	@status=0; \
	$(PYTEST) $(PYTEST_ARGS) || status=1; \
	$(IN_VENV)python scripts/coverage_report.py --minimum $(COVERAGE_MIN) || status=1; \
	exit $$status

check: setup ## every static check: format, lint, types, layers, templates, documentation
	@$(IN_VENV)python scripts/check.py

format: setup ## put the code into its form and mend what ruff can mend
	@$(IN_VENV)ruff format
	@$(IN_VENV)ruff check --fix

docs: setup ## build the documentation into docs/_build/html
	@$(IN_VENV)python -m sphinx -W --keep-going -q -b html -d docs/_build/doctrees docs docs/_build/html
	@echo docs/_build/html/index.html

example: setup ## write examples/model-mission.xlsx from the sample mission's CSV files
	@$(IN_VENV)python scripts/make_example.py

lock: setup ## pin the newest versions within the ranges (KEEP=1: move only what must move)
	@$(IN_VENV)python scripts/lock.py $(if $(KEEP),--keep)

clean: ## remove what was made here: .venv, node_modules, caches, built documentation
	@rm -rf .venv node_modules src/karvan/assets/fonts docs/_build build dist htmlcov $(COVERAGE_FILES)
	@rm -rf .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	@find src tests scripts docs -name __pycache__ -type d -prune -exec rm -rf {} +
