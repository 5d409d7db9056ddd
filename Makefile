# make run: start the program (without a screen: the demo). make test: everything a change must pass.
PYTHON := .venv/bin/python
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run test lint types imports tests faults demo pictures installer fresh-debian bench benchmarks texts sbom lock ready ready-tests ready-installer clean

run: ready
	@if [ "$$(uname -s)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  echo "Ingen skjerm her: viser demoen i stedet, bildene legges i demo-out/."; \
	  $(PYTHON) -m kursapp demo --out demo-out; \
	else \
	  $(PYTHON) -m kursapp; \
	fi

# The checks beside the tests: they take one processor for a minute.
test: ready-tests
	@$(MAKE) --no-print-directory --jobs=4 lint types imports tests

lint: ready
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

types: ready
	$(PYTHON) -m mypy

imports: ready
	.venv/bin/lint-imports --no-logo 2>/dev/null || .venv/bin/lint-imports

# One more at once than there are processors: a test of the window waits for a quarter of its time.
tests: ready-tests
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -n $$(($$(getconf _NPROCESSORS_ONLN) + 1)) --dist worksteal -p no:benchmark

# The long form of tests/faults (the short one runs with the tests); its table goes to the page about reliability.
faults: ready-tests
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.faults --page docs/reliability.md

demo: ready
	$(PYTHON) -m kursapp demo --out demo-out

# Takes the pictures of the README and the guides anew.
pictures: demo
	cp demo-out/*-side-lov-og-tekst-lys.png docs/images/side-lys.png
	cp demo-out/*-hjem-fortsett-lys.png docs/images/hjem-lys.png
	cp demo-out/*-case-darlig-valg-mork.png docs/images/case-mork.png
	cp demo-out/*-resultater-tema-lys.png docs/images/tema-lys.png
	cp demo-out/*-resultater-lys.png docs/images/resultater-lys.png
	cp demo-out/*-kull-kullmerke-lys.png docs/images/kull-lys.png
	cp demo-out/*-instruktor-kurs-lys.png docs/images/instruktor-kurs-lys.png
	cp demo-out/*-rediger-lys.png docs/images/rediger-lys.png
	cp demo-out/*-sjekk-lys.png docs/images/sjekk-lys.png
	cp demo-out/*-pakk-og-del-lys.png docs/images/pakk-lys.png
	cp demo-out/*-vis-i-rommet-lys.png docs/images/rommet-lys.png
	cp demo-out/*-sporsmalskvalitet-lys.png docs/images/kvalitet-lys.png
	cp demo-out/*-side-notater-lys.png docs/images/notater-lys.png
	cp demo-out/*-sok-i-alt-lys.png docs/images/sok-i-alt-lys.png
	cp demo-out/*-oving-lys.png docs/images/oving-lys.png
	cp demo-out/*-plan-lys.png docs/images/plan-lys.png
	cp demo-out/*-profilen-er-last-lys.png docs/images/last-lys.png
	cp demo-out/*-kursbevis-lys.png docs/images/kursbevis-lys.png

# The installed program: dist/kursapp, a .tar.gz and a .deb, and the list of what it is made of; then it examines itself
# as on a bare machine.
installer: ready-installer
	$(PYTHON) -m installer.build
	$(PYTHON) tools/make_sbom.py
	installer/bare.sh

# As root: the package in a fresh Debian.
fresh-debian: installer
	installer/fresh_debian.sh

# How fast it is, as ratios to a baseline in the same run; the table goes to the page about speed. On a quiet machine.
bench: ready
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m benchmarks --page docs/performance.md

benchmarks: bench

# Remakes what is made from other files: translation catalogues, and the lock after a change of dependencies.
texts: ready
	$(PYTHON) tools/make_catalogues.py

# What Kursapp is made of (CycloneDX, in dist/), the table of dependencies, and their licences; after make lock.
sbom: ready
	$(PYTHON) tools/make_sbom.py

lock:
	uv pip compile pyproject.toml --extra dev --extra postgres --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --custom-compile-command "make lock" --output-file requirements.lock

ready:
	@bash .ci/prepare .venv

# As above, and a PostgreSQL for the tests of the collection.
ready-tests:
	@bash .ci/prepare .venv tests

# As above, and what builds the installed program.
ready-installer:
	@bash .ci/prepare .venv installer

clean:
	rm -rf .venv build dist demo-out .mypy_cache .ruff_cache .pytest_cache .hypothesis
