# The suite's task list; `make` alone prints it. REGISTER (a database URL) and ARGS (passed on) may be given to any target.

VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
TESTED := $(VENV)/.installed-test
ARGS ?=

# Without a register of one's own there is the sample register, made when it is absent. The path is absolute because
# a notebook's kernel starts in the notebook's folder.
ifndef REGISTER
REGISTER := sqlite:///$(CURDIR)/.register/demo.sqlite
SAMPLE := .register/demo.sqlite
endif

PIP_INSTALL = $(BIN)/python -m pip install -qq --disable-pip-version-check --constraint constraints.txt --editable

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help install serve test bench notebooks docs lint release

help: ## print this list
	@awk -F ':[^#]*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

install: $(INSTALLED) ## make .venv and install the suite with the versions of constraints.txt

serve: $(INSTALLED) $(SAMPLE) ## open the dashboards on this machine, with sample data unless REGISTER is given
	$(BIN)/visitation serve --register "$(REGISTER)" $(ARGS)

# Three at a time, a file each, in the order of their folders: the long ones of the browser begin, the short notebooks fill the end.
test: $(TESTED) ## everything that must hold: lint, tests, guards, notebooks
	@sh tools/system_packages.sh bubblewrap chromium nginx-light nodejs npm openssl postgresql
	$(BIN)/ruff check
	$(BIN)/python -m pytest --numprocesses=3 --dist=loadfile --no-loadscope-reorder $(ARGS)

bench: $(TESTED) ## measure the suite beside its peers; prints ratios of one run
	$(BIN)/python -m bench $(ARGS)

notebooks: $(INSTALLED) ## run every notebook and store its outputs, the same bytes for the same results
	$(BIN)/python tools/refresh_notebooks.py $(ARGS)

docs: $(TESTED) ## build the documentation site into build/docs, to be read and searched without a server
	@NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict --quiet $(ARGS)
	@echo "build/docs/index.html"

release: $(TESTED) ## build wheel, source, the list of what they are made of, and checksums, into dist/
	$(BIN)/python -m tools.release $(ARGS)

lint: $(TESTED) ## ruff over code and notebooks
	$(BIN)/ruff check $(ARGS)

$(BIN)/python:
	@for python in python3 python3.13 python3.12 python3.11; do \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; python=; \
	done; \
	if [ -z "$$python" ]; then \
	  echo "No Python 3.11 or newer found under the names python3, python3.13, python3.12, python3.11." >&2; exit 1; \
	fi; \
	sh tools/system_packages.sh "$$python-venv" && echo "Making $(VENV) with $$python" && \
	{ "$$python" -m venv --clear $(VENV) || { rm -rf $(VENV); exit 1; }; }

$(INSTALLED): pyproject.toml constraints.txt $(BIN)/python
	@echo "Installing the suite into $(VENV) (some minutes the first time)"
	@$(PIP_INSTALL) '.[postgres]'
	@touch $@

$(TESTED): pyproject.toml constraints.txt $(BIN)/python
	@echo "Installing the suite and its test tools into $(VENV) (some minutes the first time)"
	@$(PIP_INSTALL) '.[test]'
	@touch $(INSTALLED) $@

.register/demo.sqlite: | $(INSTALLED)
	@mkdir -p $(@D)
	$(BIN)/visitation demo --register "$(REGISTER)"
