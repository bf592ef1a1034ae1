# SPDX-License-Identifier: Apache-2.0
# `make help` lists the targets. Everything but setup, fuzz and the fixtures is one `swift` command.

SHELL = /bin/sh
PREFIX ?= /usr/local
DESTDIR ?=
PYTHON ?= python3
SWIFT_BUILD_FLAGS ?=
SWIFT_TEST_FLAGS ?=
# What `make bench` measures (all but what takes minutes; `Benchmarks/compare.py --help` lists it), how often, and whether the
# slow checkers are measured too.
BENCH_ROWS ?=
BENCH_RUNS ?= 10
BENCH_SLOW ?=
# How many runs `make kill-loop` kills.
KILLS ?= 200
# Suites of Debian, or folders with the sources of libxml2.
RELEASES ?= sid
FUZZ_TARGET ?= FuzzScan
FUZZ_SECONDS ?= 60
FUZZ_JOBS ?= 1

# On Linux the Swift libraries go into the executable, so that it runs where no toolchain is. macOS has them.
ifeq ($(shell uname -s),Linux)
STATIC_STDLIB = --static-swift-stdlib
endif

ALTTEXT = .build/release/alttext
SWIFT_CODE = Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources Benchmarks/Benchmarks \
	Fuzz/Package.swift Fuzz/Sources
FUZZ_BUILD = Fuzz/.build
FUZZ_DICTIONARY = $(if $(filter FuzzScan FuzzSplice,$(FUZZ_TARGET)),-dict=Fuzz/html.dict)
FIXTURE_TOOLS = .build/fixture-tools
BENCHMARK_TOOLS = .build/benchmarks/venv
REPORT_TOOLS = .build/report-tools

.DEFAULT_GOAL = help
.PHONY: help setup build demo test test-releases kill-loop sanitize bench fuzz install format lint fixtures check-fixtures check-reports clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' Makefile

setup: ## Install the headers of libxml2 and zlib, and pkg-config, if they are missing
	@Scripts/setup.sh

build: setup ## Build .build/release/alttext
	swift build -c release --product alttext $(STATIC_STDLIB) $(SWIFT_BUILD_FLAGS)

# Exit status 1 means that images without a description are left, as they are wherever there is no key.
demo: build ## Build, then show what alttext would write into fixtures/site
	@$(ALTTEXT) diff fixtures/site; status=$$?; \
	case $$status in \
	0) ;; \
	1) echo "demo: exit status 1, as expected: some images of fixtures/site are left without alt" >&2 ;; \
	*) echo "demo: alttext failed with exit status $$status" >&2; exit $$status ;; \
	esac

test: setup ## Run all tests
	swift test $(SWIFT_TEST_FLAGS)

test-releases: setup ## Run the parser's tests with other releases of libxml2 too (RELEASES), and compare what they read
	Scripts/test-libxml2-releases.sh $(RELEASES)

kill-loop: setup ## Kill runs at random moments (KILLS), and see that nothing is lost
	ALTTEXT_TEST_KILLS=$(KILLS) swift test --filter CommandLineTests.KillTests $(SWIFT_TEST_FLAGS)

bench: build $(BENCHMARK_TOOLS)/installed ## Measure speed, memory and size beside other programs (BENCH_ROWS, BENCH_RUNS, BENCH_SLOW=1)
	swift build -c release --package-path Benchmarks --product stand-in
	Benchmarks/compare.py --alttext $(ALTTEXT) --python $(BENCHMARK_TOOLS)/bin/python --runs $(BENCH_RUNS) \
		$(if $(BENCH_SLOW),--slow) $(if $(BENCH_ROWS),--rows $(BENCH_ROWS),--output Benchmarks/RESULTS.md)

$(BENCHMARK_TOOLS)/installed: Benchmarks/requirements.txt
	$(PYTHON) -m venv $(BENCHMARK_TOOLS)
	$(BENCHMARK_TOOLS)/bin/pip install --quiet --requirement Benchmarks/requirements.txt
	touch $@

# Swift code needs no check for undefined behaviour: it traps by itself. C code does here, so that no runtime library is needed.
# At the end the address sanitizer looks for what was never freed.
sanitize: setup ## Run all tests with the address, thread and undefined behaviour sanitizers
	swift test --scratch-path .build/sanitize-address --sanitize=address \
		-Xcc -fsanitize=undefined -Xcc -fsanitize-trap=undefined $(SWIFT_TEST_FLAGS)
	swift test --scratch-path .build/sanitize-thread --sanitize=thread $(SWIFT_TEST_FLAGS)

# SwiftPM passes one -sanitize for each sanitizer, in any order, and the compiler heeds the last alone: hence both in one.
# Swift's own report of a crash would get in the way of the fuzzer's.
fuzz: setup ## Feed random input to the code (FUZZ_TARGET, FUZZ_SECONDS, FUZZ_JOBS)
	swift build --package-path Fuzz -c release --product $(FUZZ_TARGET) \
		--sanitize=fuzzer --sanitize=address -Xswiftc -sanitize=fuzzer,address -Xswiftc -enable-testing $(SWIFT_BUILD_FLAGS)
	mkdir -p $(FUZZ_BUILD)/corpus/$(FUZZ_TARGET) Fuzz/Corpus/$(FUZZ_TARGET)
	SWIFT_BACKTRACE=enable=no $(FUZZ_BUILD)/release/$(FUZZ_TARGET) -fork=$(FUZZ_JOBS) -max_total_time=$(FUZZ_SECONDS) \
		-timeout=20 -ignore_timeouts=0 -ignore_ooms=0 -artifact_prefix=$(FUZZ_BUILD)/ $(FUZZ_DICTIONARY) \
		$(FUZZ_BUILD)/corpus/$(FUZZ_TARGET) Fuzz/Corpus/$(FUZZ_TARGET)

install: build ## Install alttext into $(PREFIX)/bin (PREFIX, DESTDIR)
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(ALTTEXT) "$(DESTDIR)$(PREFIX)/bin/alttext"

format: ## Format the Swift code in place
	swift format --in-place --recursive --parallel $(SWIFT_CODE)

lint: ## Check the format and the documentation comments
	swift format lint --strict --recursive --parallel $(SWIFT_CODE)

fixtures: $(FIXTURE_TOOLS)/installed ## Draw the images of fixtures/site again, and what its pages and html5lib's are expected to give
	$(FIXTURE_TOOLS)/bin/python Scripts/draw-fixtures.py
	$(FIXTURE_TOOLS)/bin/python Scripts/expect-fixtures.py
	$(FIXTURE_TOOLS)/bin/python Scripts/expect-inserted-images.py

check-fixtures: $(FIXTURE_TOOLS)/installed ## Check that `make fixtures` would change nothing
	$(FIXTURE_TOOLS)/bin/python Scripts/draw-fixtures.py --check
	$(FIXTURE_TOOLS)/bin/python Scripts/expect-fixtures.py --check
	$(FIXTURE_TOOLS)/bin/python Scripts/expect-inserted-images.py --check

$(FIXTURE_TOOLS)/installed: Scripts/requirements.txt
	$(PYTHON) -m venv $(FIXTURE_TOOLS)
	$(FIXTURE_TOOLS)/bin/pip install --quiet --requirement Scripts/requirements.txt
	touch $@

check-reports: $(REPORT_TOOLS)/installed ## Check reports against the schemas and checkers of their formats
	swift build --product alttext $(SWIFT_BUILD_FLAGS)
	$(REPORT_TOOLS)/bin/python Scripts/check-reports.py .build/debug/alttext

$(REPORT_TOOLS)/installed: Scripts/requirements-reports.txt
	$(PYTHON) -m venv $(REPORT_TOOLS)
	$(REPORT_TOOLS)/bin/pip install --quiet --requirement Scripts/requirements-reports.txt
	touch $@

clean: ## Remove what was built
	rm -rf .build Benchmarks/.build $(FUZZ_BUILD)
