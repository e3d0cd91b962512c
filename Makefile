# Everything runs in .venv, installed from the lock files by their hashes; peers of the benchmark have .venv-bench.
# `make demo` needs Python 3.11+ and make only.

PYTHON ?= python3
VENV := .venv
BENCH := .venv-bench
BIN := $(VENV)/bin
INSTALL := -m pip --disable-pip-version-check install --quiet --require-hashes --requirement
LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links \
	--python-version 3.11 --custom-compile-command "make lock"

.PHONY: demo test check bench pictures lock clean

demo: $(VENV)/run.stamp
	$(BIN)/python -m bot demo $(ARGS)

test: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -n 3 --dist loadscope $(ARGS)

check: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .

bench: $(VENV)/dev.stamp $(BENCH)/bench.stamp
	$(BIN)/python -m tests.benchmarks $(ARGS)

pictures: $(VENV)/dev.stamp
	GLASNIK_REQUIRE_BROWSER=1 $(BIN)/python -m pytest -q tests/walk --pictures docs/pictures $(ARGS)

lock: $(VENV)/made.stamp
	$(BIN)/python -m pip --disable-pip-version-check install --quiet uv
	$(LOCK) pyproject.toml --output-file requirements.lock
	$(LOCK) pyproject.toml --group dev --output-file requirements-dev.lock
	$(LOCK) --group bench --output-file requirements-bench.lock

clean:
	rm -rf $(VENV) $(BENCH)

$(VENV)/made.stamp:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed.")'
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/run.stamp: $(VENV)/made.stamp requirements.lock
	$(BIN)/python $(INSTALL) requirements.lock
	touch $@

$(VENV)/dev.stamp: $(VENV)/made.stamp requirements-dev.lock
	$(BIN)/python $(INSTALL) requirements-dev.lock
	touch $@ $(VENV)/run.stamp

$(BENCH)/bench.stamp: $(VENV)/made.stamp requirements-bench.lock
	$(BIN)/python -m venv $(BENCH)
	$(BENCH)/bin/python $(INSTALL) requirements-bench.lock
	touch $@
