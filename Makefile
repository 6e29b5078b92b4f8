# SPDX-License-Identifier: Apache-2.0
#
# make bench: install what the benchmarks need, beside nothing else, and measure. Needs Python 3.11 or newer, a C compiler
# (for durable-rules), and for some engines Node 20 or newer; valgrind counts instructions where it is installed.

PYTHON ?= python3
ENVIRONMENT := benchmarks/.venv

.PHONY: bench
bench: $(ENVIRONMENT)/installed benchmarks/node_modules/installed
	$(ENVIRONMENT)/bin/python benchmarks/peers.py

$(ENVIRONMENT)/installed: benchmarks/requirements.txt pyproject.toml
	$(PYTHON) -m venv $(ENVIRONMENT)
	$(ENVIRONMENT)/bin/pip install --quiet --require-hashes -r benchmarks/requirements.txt
	$(ENVIRONMENT)/bin/pip install --quiet --no-deps --editable .
	touch $@

benchmarks/node_modules/installed: benchmarks/package-lock.json
	if command -v npm; then npm ci --prefix benchmarks --ignore-scripts --no-audit --no-fund; fi
	mkdir -p benchmarks/node_modules
	touch $@
