# The verbs of the project; CI calls the same ones.
SWIFT ?= swift
MAPC = .build/debug/mapc
MAPSYNC = .build/debug/mapsync
PREFIX ?= $(HOME)/.local
# Needs no library of the system it runs on, and starts in half the time.
STATIC = $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib -Xswiftc -static-executable)
RELEASE = -c release $(STATIC)
IMPORT_CONFIGURATION ?= release
# mapc-import reads XML by the system's libxml2, which does not go into a program whole. Its own folder
# keeps the others from being built anew for each other's settings.
IMPORT = -c $(IMPORT_CONFIGURATION) --scratch-path .build/import $(if $(STATIC),--static-swift-stdlib)

.PHONY: demo install test verify fuzz faults bench lint format check generate schemas build libraries

demo: libraries ## Check, draw and generate the shipped mappings, and see one mistake caught.
	@bash Tests/Outside/demo.sh

# Tests at once: each may have dozens of files open, and Foundation starts no process with thousands.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH ?= 16

test: libraries ## Every test that needs nothing but the toolchain and the libraries.
	$(SWIFT) test

verify: libraries ## The tests, and everything slower or from outside.
	@bash Tests/Outside/verify.sh

fuzz: libraries ## A minute of each fuzzer; FUZZ_SECONDS for more.
	@bash Tests/Outside/fuzz.sh

faults: libraries ## Break the engine on purpose, and see the scenarios notice; takes hours.
	@bash Tests/Outside/faults.sh

bench: libraries ## Measure; prints one table.
	@bash Benchmarks/bench.sh

build: libraries
	$(SWIFT) build

install: libraries ## Releases of the programs into PREFIX/bin, by default ~/.local/bin.
	@bash Tests/Outside/libraries.sh libxml2
	install -d "$(PREFIX)/bin"
	for program in mapc mapsync; do \
	  $(SWIFT) build $(RELEASE) --product $$program && \
	  install -s -m 755 "$$($(SWIFT) build $(RELEASE) --show-bin-path)/$$program" "$(PREFIX)/bin/$$program" \
	    || exit 1; \
	done
	$(SWIFT) build $(IMPORT) --product mapc-import
	install -s -m 755 "$$($(SWIFT) build $(IMPORT) --show-bin-path)/mapc-import" "$(PREFIX)/bin/mapc-import"

check: build ## Prove the shipped mappings.
	$(MAPC) check --deny-warnings

lint: ## The formatter's rules.
	$(SWIFT) format lint --strict --recursive Sources Tests Plugins

format:
	$(SWIFT) format --in-place --recursive Sources Tests Plugins

schemas: build ## Write the JSON Schemas from the language.
	for kind in mapping table project; do $(MAPC) schema $$kind > schemas/$$kind.schema.json; done
	for kind in setup scenario; do $(MAPSYNC) schema $$kind > schemas/$$kind.schema.json; done

libraries: # libyaml, SQLite and zlib, where they are missing (Debian).
	@bash Tests/Outside/libraries.sh
