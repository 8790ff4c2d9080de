# Two commands do all the set-up: `make demo` and `make test`.
# They need Python 3.11 or later, make and git; uv is used where it is present.

VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)
CANDIDATES := python3.13 python3.12 python3.11 python3 python
PYTHON ?= $(shell for p in $(CANDIDATES); do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$p"; break; }; done)

ifneq ($(UV),)
install = VIRTUAL_ENV="$(CURDIR)/$(VENV)" "$(UV)" pip install --quiet
else
install = $(BIN)/python -m pip install --quiet --disable-pip-version-check
endif

# The locks pin by hash and name no index, so that any mirror serves.
compile = "$(UV)" pip compile -q $(UPGRADE) --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate

.PHONY: demo test check soak bench mutants docs i18n new-rule changelog lock clean

demo: $(VENV)/runtime.stamp  ## the main job, on the demo region
	@$(BIN)/graphauth demo

test: $(VENV)/dev.stamp  ## every test but the long ones
	@$(BIN)/python -m pytest -n 2 --dist loadgroup -m "not soak"

check: $(VENV)/dev.stamp  ## formatting, lint, types, import layers
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

soak: $(VENV)/dev.stamp  ## the long tests: many more random data sets
	@$(BIN)/python -m pytest -n 2 --dist loadgroup -m soak

bench: $(VENV)/bench.stamp  ## graphauth beside its peers, in one run
	@$(BIN)/python -m benchmarks.commands
	@$(BIN)/python -m benchmarks

mutants: $(VENV)/dev.stamp  ## break the rules in every small way: a test must notice (an hour or more)
	@$(BIN)/mutmut run --max-children 2
	@$(BIN)/mutmut results

docs: $(VENV)/dev.stamp  ## write the generated pages
	@$(BIN)/python -m scripts.docs

i18n: $(VENV)/dev.stamp  ## collect the texts and compile the catalogues
	@$(BIN)/python -m scripts.i18n

new-rule: $(VENV)/dev.stamp  ## the frame of a consistency rule: CODE=GA605 NAME=unit-without-a-name
	@$(BIN)/python -m scripts.new_rule "$(CODE)" "$(NAME)"

changelog: $(VENV)/dev.stamp  ## show what the next release will say
	@$(BIN)/towncrier build --draft --version next

lock:  ## pin what pyproject.toml allows (make lock UPGRADE=--upgrade: the newest of it)
	@test -n "$(UV)" || { echo "locking needs uv, and none was found: pip install uv"; exit 1; }
	$(compile) pyproject.toml -o requirements/runtime.txt
	$(compile) pyproject.toml --extra all --group dev -c requirements/runtime.txt -o requirements/dev.txt
	$(compile) pyproject.toml --extra all --group bench -c requirements/runtime.txt -o requirements/bench.txt
	$(compile) requirements/build.in -o requirements/build.txt

clean:
	rm -rf $(VENV) build dist out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "graphauth needs Python 3.11 or later, and none was found: install it, or name one with make PYTHON=/path/to/python3.12"; exit 1; }
	@echo "making $(VENV) with $(PYTHON)"
	@"$(PYTHON)" -m venv --clear $(VENV) || { rm -rf $(VENV); \
		echo "the venv module is missing (Debian and Ubuntu: apt install python3-venv)"; exit 1; }

$(VENV)/runtime.stamp: $(BIN)/python pyproject.toml requirements/runtime.txt requirements/build.txt scripts/js/package-lock.json
	@echo "installing graphauth"
	@$(install) --require-hashes -r requirements/build.txt
	@$(install) --require-hashes -r requirements/runtime.txt
	@$(install) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/runtime.stamp requirements/dev.txt
	@echo "installing what the tests need"
	@$(install) --require-hashes -r requirements/dev.txt
	@if command -v npm >/dev/null; then $(BIN)/python hatch_build.py --axe; fi
	@touch $@

$(VENV)/bench.stamp: $(VENV)/runtime.stamp requirements/bench.txt
	@$(install) --require-hashes -r requirements/bench.txt
	@touch $@
