# SPDX-License-Identifier: Apache-2.0
#
# make bench: installs what the benchmarks need under benchmarks/, measures, and writes benchmarks/RESULTS.md. Needs Python
# 3.11 or newer, a C compiler (for durable-rules), and for some engines Node 20 or newer; valgrind counts instructions
# where it is installed. make bench ONLY="peers parts --rounds 3" runs these alone, in fewer rounds.

PYTHON ?= python3
ENVIRONMENT := benchmarks/.venv

.PHONY: bench
bench: $(ENVIRONMENT)/installed benchmarks/node_modules/installed
	$(ENVIRONMENT)/bin/pip install --quiet --no-deps --no-build-isolation --force-reinstall .
	$(ENVIRONMENT)/bin/python benchmarks/run.py $(ONLY)

$(ENVIRONMENT)/installed: benchmarks/requirements.txt
	$(PYTHON) -m venv $(ENVIRONMENT)
	$(ENVIRONMENT)/bin/pip install --quiet --require-hashes -r benchmarks/requirements.txt
	touch $@

benchmarks/node_modules/installed: benchmarks/package-lock.json
	if command -v npm; then npm ci --prefix benchmarks --ignore-scripts --no-audit --no-fund; fi
	mkdir -p benchmarks/node_modules
	touch $@
