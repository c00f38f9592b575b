# `make demo` and `make test` set up all they need in .venv; the second time they start at once.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# Twice the processors and one: many tests wait, for a disk, a process or a browser.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print(2 * (os.cpu_count() or 1) + 1)')

# Leaders who report through the whole process: what a day can break, it breaks here.
BY_THE_CALENDAR := $(addprefix tests/bot/test_,telegram.py kill.py leases.py topic_files.py)

PYTEST := $(BIN)/pytest -n $(WORKERS) --dist worksteal

# Many tests start the bot as a process of its own: compiled modules are kept between them.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test quick check format lock pictures clean

demo: $(READY)
	@$(BIN)/sinhhoat demo $(ARGS)

# Plays the real day, then the reports through the whole process on a day drawn by chance; DAY and
# ZONE name others: make test DAY=2026-12-31T23:59 ZONE=America/Los_Angeles
test: check
	@$(PYTEST) --day "$(DAY)" --zone "$(ZONE)" $(ARGS)
	@$(if $(DAY)$(ARGS),,$(PYTEST) --day any --zone any -m "not postgresql" $(BY_THE_CALENDAR))

# What needs neither PostgreSQL nor a browser: for while you write.
quick: $(READY)
	@$(PYTEST) -m "not postgresql and not browser" $(ARGS)

check: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

format: $(READY)
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("sinhhoat needs Python 3.11 or newer; name one with make PYTHON=…" if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(VENV) || { echo "the venv module is missing (Debian: apt install python3-venv)"; exit 1; }
	@echo "Setting up $(VENV), once …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# Renews the locks (with and without the tests) after a change of the dependencies; needs uv.
lock:
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --quiet \
		pyproject.toml --extra test -o requirements.lock
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --quiet \
		pyproject.toml -o requirements-run.lock

# Takes the pictures of the documents anew, from the running demo in a real browser, and prints the guide.
pictures: $(READY)
	@PICTURES=docs/pictures $(BIN)/pytest -q tests/bot/test_demo_in_chromium.py tests/bot/test_demo_phones.py
	@PICTURES=docs/pictures $(BIN)/pytest -q tests/test_guide.py

clean:
	rm -rf $(VENV) build
