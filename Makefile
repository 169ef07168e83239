# `make run` and `make test` do all the set-up on a fresh machine with Python 3.11 or newer.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
TESTED := .venv/.tested

run: $(READY)
	$(BIN)/dragoman demo

# a process for each core; the tests of a file share what it sets up, so they stay together
test: $(TESTED)
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

check: $(TESTED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest tests/architecture tests/web/test_catalogs.py tests/walk/test_every_page.py

bench: $(TESTED)
	$(BIN)/python benchmarks/line.py

# pip is raised first: the one that comes with older Pythons cannot resolve trafilatura's lxml extra.
.venv/bin/pip:
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --upgrade pip

$(READY): pyproject.toml constraints.txt | .venv/bin/pip
	$(BIN)/pip install --quiet --constraint constraints.txt --editable .
	touch $(READY)

$(TESTED): pyproject.toml constraints.txt | .venv/bin/pip
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[test,check,bench]'
	touch $(READY) $(TESTED)

clean:
	rm -rf .venv demo-desk

.PHONY: run test check bench clean
