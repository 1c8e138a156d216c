# `make` alone lists the targets. Nothing here asks a question or needs a second step.

VENV := .venv
BIN := $(VENV)/bin

# The first Python that runs and is new enough: a version manager's shim answers to a name it cannot run.
MODERN := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$python -c '$(MODERN)' >/dev/null 2>&1 && echo $$python && break; done)

# The machine's uv, or the one that tools/environment installs.
UV = $(shell uv --version >/dev/null 2>&1 && echo uv || echo $(BIN)/uv)
INSTALL = $(UV) pip install --quiet --python $(BIN)/python --no-build-isolation
# Lock files hold for each system and Python, and name no host.
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command 'make lock' --upgrade

MAC_CHROME := '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
SOURCES := generator tests tools $(wildcard benchmarks)
# What the tests of the browser's side use, installed by npm.
WEB := tests/web/node_modules/.package-lock.json
# What pages are measured beside, and examined by.
READER := benchmarks/reader/node_modules/.package-lock.json
# What builds are measured beside, in an environment of its own.
PEERS := benchmarks/peers/.venv
ELEVENTY := benchmarks/peers/node_modules/.package-lock.json
CHROMIUM = tools/need chromium "$$DATELINE_CHROMIUM" chromium chromium-browser google-chrome $(MAC_CHROME)
# What sets LaTeX in each script, and reads it back.
TEX_FONTS := 'Noto Serif' 'Noto Sans Mono' 'Noto Serif CJK SC' Amiri
TEX = ( kpsewhich bidi.sty luatexbase.sty t2aenc.def pzdr.tfm lmodern.sty && pdftotext -v && \
	for font in $(TEX_FONTS); do fc-list "$$font" | grep . || exit 1; done ) >/dev/null 2>&1 || \
	tools/need 'texlive-xetex texlive-luatex texlive-latex-recommended texlive-fonts-recommended texlive-lang-arabic \
	texlive-lang-cyrillic lmodern fonts-noto-core fonts-noto-mono fonts-noto-cjk fonts-hosny-amiri poppler-utils'
# What WeasyPrint sets text with; no package of Python brings it.
PANGO = { $(BIN)/python -c 'import weasyprint' >/dev/null 2>&1 || \
	tools/need 'libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0'; }
ARGS :=

.DELETE_ON_ERROR:
.PHONY: help site test test-office check lint types contracts format profile bench bench-peers bench-reader lighthouse pictures export-pictures fuzz-markdown lock licences wheel clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-14s %s\n", $$1, $$2}' Makefile

site: $(VENV)/.site ## Build this repository's own site into output/
	@$(BIN)/dateline build . $(ARGS)
	@echo 'The site is in output/. To read it: $(BIN)/python -m http.server -d output -b 127.0.0.1 8000'
	@echo 'and open http://127.0.0.1:8000/'

test: $(VENV)/.test $(WEB) ## Run every test (ARGS='-k lanes' for some)
	@$(PANGO) && chromium=$$($(CHROMIUM)) && \
	java=$$(tools/need default-jre-headless "$$DATELINE_JAVA" java) && \
	DATELINE_CHROMIUM="$$chromium" DATELINE_JAVA="$$java" $(BIN)/pytest --numprocesses auto --dist worksteal $(ARGS)

test-office: $(VENV)/.test ## Have TeX and LibreOffice read what is exported for them
	@$(TEX) && soffice=$$(tools/need 'libreoffice-writer-nogui libreoffice-impress-nogui' soffice) && \
	DATELINE_OFFICE=yes DATELINE_SOFFICE="$$soffice" $(BIN)/pytest tests/office $(ARGS)

check: $(VENV)/.site ## Check this repository's content
	@$(BIN)/dateline check .

lint: $(VENV)/.test ## Look for mistakes and untidy lines in the code
	@$(BIN)/ruff check $(SOURCES)
	@$(BIN)/ruff format --check $(SOURCES)

types: $(VENV)/.test ## Check the types of the code
	@$(BIN)/mypy $(SOURCES)

contracts: $(VENV)/.test ## Check that each room imports only what it may
	@$(BIN)/lint-imports

format: $(VENV)/.test ## Tidy the code
	@$(BIN)/ruff check --fix $(SOURCES)
	@$(BIN)/ruff format $(SOURCES)

profile: $(VENV)/.test ## Show where a build's time goes, by stage (ARGS=../my-site, or ARGS=1000 for a made one)
	@$(BIN)/python -m tools.stages $(ARGS)

bench: $(VENV)/.test ## Measure the speed of builds
	@$(BIN)/python benchmarks/run.py $(ARGS)

bench-peers: $(VENV)/.test $(PEERS)/.installed $(ELEVENTY) ## Measure builds beside Hugo, MkDocs, Pelican and Eleventy (ARGS=--quick)
	@$(BIN)/python -m benchmarks.peers.run $(ARGS)

bench-reader: $(VENV)/.test $(READER) ## Measure pages in a browser, beside TimelineJS and vis-timeline (ARGS=--quick)
	@chromium=$$($(CHROMIUM)) && DATELINE_CHROMIUM="$$chromium" $(BIN)/python -m benchmarks.reader.run $(ARGS)

lighthouse: $(VENV)/.test $(READER) ## Have Lighthouse examine this repository's own site
	@chromium=$$($(CHROMIUM)) && DATELINE_CHROMIUM="$$chromium" $(BIN)/python -m benchmarks.reader.lighthouse $(ARGS)

pictures: $(VENV)/.test ## Take the pictures of the documentation anew
	@chromium=$$($(CHROMIUM)) && DATELINE_CHROMIUM="$$chromium" $(BIN)/python tools/pictures.py

export-pictures: $(VENV)/.test ## Take the pictures of docs/export.md anew
	@chromium=$$($(CHROMIUM)) && DATELINE_CHROMIUM="$$chromium" $(BIN)/python tools/export_pictures.py

fuzz-markdown: $(VENV)/.test ## Compare the fast path of Markdown with the converter on random texts (ARGS='200000 1')
	@$(BIN)/python tools/fuzz_markdown.py $(ARGS)

lock: $(BIN)/python ## Renew the lock files and the list of licences
	@$(COMPILE) --group uv --output-file requirements/uv.txt
	@$(COMPILE) pyproject.toml --extra links --extra pictures --extra reports --extra search --group build --output-file requirements/site.txt
	@$(COMPILE) pyproject.toml --extra links --extra pictures --extra reports --extra search --group build --group test --group bench --constraints requirements/site.txt \
		--output-file requirements/test.txt
	@$(COMPILE) pyproject.toml --group peers --output-file benchmarks/peers/requirements.txt
	@$(MAKE) --no-print-directory licences

licences: $(VENV)/.test ## List the licences of what is used from elsewhere
	@$(BIN)/python tools/licences.py >$(VENV)/licences
	@mv $(VENV)/licences THIRD_PARTY_LICENCES.md

wheel: $(VENV)/.site ## Build the wheel and the source archive into dist/
	@$(BIN)/python -m hatchling build

clean: ## Remove everything that was made, the environment too
	@rm -rf $(VENV) tests/web/node_modules benchmarks/reader/node_modules benchmarks/peers/node_modules $(PEERS) output .output.* dist .cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find generator tests tools -name __pycache__ -type d -prune -exec rm -rf {} +

# The files below stand for what is installed: made again when what they depend on is newer.

$(BIN)/python:
	@echo 'Making the environment in $(VENV)/'
	@tools/environment '$(PYTHON)' $(VENV)

$(VENV)/.site: requirements/site.txt pyproject.toml $(BIN)/python
	@$(INSTALL) --require-hashes --requirement requirements/site.txt
	@$(INSTALL) --no-deps --editable .
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.site
	@$(INSTALL) --require-hashes --requirement requirements/test.txt
	@touch $@

$(WEB): tests/web/package.json tests/web/package-lock.json
	@tools/need npm npm >/dev/null
	@npm ci --prefix tests/web --silent --no-fund --no-audit
	@touch $@

# No install scripts: what is measured is files, and what examines needs none.
$(READER): benchmarks/reader/package.json benchmarks/reader/package-lock.json
	@tools/need npm npm >/dev/null
	@npm ci --prefix benchmarks/reader --silent --no-fund --no-audit --ignore-scripts
	@touch $@

$(PEERS)/.installed: benchmarks/peers/requirements.txt $(BIN)/python
	@$(UV) venv --quiet --no-project --allow-existing --python $(BIN)/python $(PEERS)
	@$(UV) pip sync --quiet --python $(PEERS)/bin/python --require-hashes benchmarks/peers/requirements.txt
	@touch $@

$(ELEVENTY): benchmarks/peers/package.json benchmarks/peers/package-lock.json
	@tools/need npm npm >/dev/null
	@npm ci --prefix benchmarks/peers --silent --no-fund --no-audit --ignore-scripts
	@touch $@
