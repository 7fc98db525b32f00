# SPDX-License-Identifier: MIT
# ncpost: everything is built below $(BUILD); `make help` lists the targets.

VERSION := 0.1.0
BUILD   := build
PREFIX  := /usr/local
DESTDIR :=

ifdef SANITIZE
BUILD   := build/sanitize
endif

# ---- tools and flags (yours win) --------------------------------------------
CC        ?= cc
AR        ?= ar
INSTALL   ?= install
PKG_CONFIG ?= pkg-config
CFLAGS    ?= -O2 -g
WARNINGS  := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
             -Wpointer-arith -Wcast-qual -Wwrite-strings -Wvla -Werror
STANDARD  := -std=c11 -D_POSIX_C_SOURCE=200809L
LIBEXECDIR := $(PREFIX)/libexec/ncpost
LIBDIR     := $(PREFIX)/lib
INCLUDEDIR := $(PREFIX)/include
DATADIR    := $(PREFIX)/share
MANDIR     := $(DATADIR)/man
override CPPFLAGS += -Iinclude -Isrc -I$(BUILD)/gen -DNCP_VERSION='"$(VERSION)"' \
                     -DNCP_LIBEXECDIR='"$(LIBEXECDIR)"' -DNCP_BINDIR='"$(PREFIX)/bin"'
override CFLAGS   += $(STANDARD) $(WARNINGS) -fPIC -fvisibility=hidden
ifdef SANITIZE
override CFLAGS   += -O1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
override LDFLAGS  += -fsanitize=address,undefined
endif

# ---- libraries ----------------------------------------------------------------
# libstemmer ships no .pc file.
LIB_PACKAGES  := libcmark jansson libutf8proc icu-uc yaml-0.1
LIB_LIBS       = $(shell $(PKG_CONFIG) --libs $(LIB_PACKAGES)) -lstemmer -lm
POST_PACKAGES := libcurl sqlite3 libcrypto
POST_LIBS      = $(shell $(PKG_CONFIG) --libs $(POST_PACKAGES))

# ---- sources: a room is a folder of src ---------------------------------------
ROOMS    := base text article profile rank network compose
LIB_SRC  := $(sort $(foreach room,$(ROOMS),$(wildcard src/$(room)/*.c)))
CLI_SRC  := $(sort $(wildcard src/cli/*.c))
POST_SRC := $(sort $(wildcard src/deliver/*.c))
LIB_OBJ  := $(LIB_SRC:src/%.c=$(BUILD)/obj/%.o)
CLI_OBJ  := $(CLI_SRC:src/%.c=$(BUILD)/obj/%.o)
POST_OBJ := $(POST_SRC:src/%.c=$(BUILD)/obj/%.o) $(BUILD)/obj/gen/formats.o
FORMATS  := $(sort $(wildcard src/deliver/formats/*.json))
LIB      := $(BUILD)/libncpost.a
SONAME   := libncpost.so.0
# Version scripts are ELF's; elsewhere the static library alone is made.
SHARED   := $(if $(filter Darwin,$(shell uname -s)),,$(BUILD)/libncpost.so.$(VERSION))
SHARED_LINKS := $(if $(SHARED),$(SONAME) libncpost.so)
HEADERS  := $(sort $(wildcard include/ncpost/*.h))
POST_LIB := $(BUILD)/obj/deliver.a
PROGRAMS := $(if $(CLI_SRC),$(BUILD)/ncpost) $(if $(POST_SRC),$(BUILD)/ncpost-post)

# ---- verbosity: V=1 shows the commands -----------------------------------------
ifdef V
Q :=
say = @:
else
Q := @
say = @printf '  %-5s %s\n'
endif

.PHONY: all
all: $(PROGRAMS) $(SHARED)

# ---- data compiled in: the data file is the only source -------------------------
$(BUILD)/gen/networks.inc: src/network/networks.json
	$(say) GEN $@
	@mkdir -p $(@D)
	$(Q)od -An -v -tu1 $< | sed 's/\([0-9][0-9]*\)/\1,/g' >$@

$(BUILD)/gen/tlds.inc: src/network/tlds.txt
	$(say) GEN $@
	@mkdir -p $(@D)
	$(Q)sed -e '/^#/d' -e 's/^\(.*\) \(.*\)$$/{"\1", "\2"},/' $< >$@

# Each tag and word with the list it stands on, sorted.
$(BUILD)/gen/hashtags.inc: src/network/hashtags.json
	$(say) GEN $@
	@mkdir -p $(@D)
	$(Q)tr ',' '\n' <$< | sed -n -e 's/^ *"\([a-z]*\)": {.*/list \1/p' -e 's/^ *"words": \[ *$$/list words/p' \
	    -e 's/^ *"\([a-z0-9]*\)" *$$/\1/p' | awk '$$1 == "list" {list = $$2; next} {print $$1, list}' | \
	    LC_ALL=C sort | sed 's/\(.*\) \(.*\)/{"\1", "\2"},/' >$@

$(BUILD)/obj/network/table.o: $(BUILD)/gen/networks.inc
$(BUILD)/obj/network/tld.o: $(BUILD)/gen/tlds.inc
$(BUILD)/obj/network/tag_words.o: $(BUILD)/gen/hashtags.inc

# The folders compiled in: with another PREFIX these are compiled anew.
$(BUILD)/obj/cli/delegate.o $(BUILD)/obj/deliver/paths.o: $(BUILD)/gen/prefix
$(BUILD)/gen/prefix: FORCE
	@mkdir -p $(@D)
	@echo '$(PREFIX) $(LIBEXECDIR)' | cmp -s - $@ || echo '$(PREFIX) $(LIBEXECDIR)' >$@
.PHONY: FORCE
FORCE:

$(BUILD)/obj/%.o: src/%.c
	$(say) CC $<
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/gen/formats.c: $(FORMATS) tools/embed
	$(say) EMBED $@
	@mkdir -p $(@D)
	$(Q)tools/embed ncpi_payload_formats $(FORMATS) > $@.tmp && mv $@.tmp $@

$(BUILD)/obj/gen/%.o: $(BUILD)/gen/%.c
	$(say) CC $<
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(LIB): $(LIB_OBJ)
	$(say) AR $@
	$(Q)rm -f $@ && $(AR) rcs $@ $(LIB_OBJ)

$(SHARED): $(LIB_OBJ) libncpost.map
	$(say) LINK $@
	$(Q)$(CC) -shared $(CFLAGS) $(LDFLAGS) -Wl,-soname,$(SONAME) -Wl,--version-script=libncpost.map \
	    -o $@ $(LIB_OBJ) $(LIB_LIBS)
	$(Q)ln -sf $(@F) $(BUILD)/$(SONAME) && ln -sf $(@F) $(BUILD)/libncpost.so

$(BUILD)/ncpost: $(CLI_OBJ) $(LIB)
	$(say) LINK $@
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(CLI_OBJ) $(LIB) $(LIB_LIBS)

# All of src/deliver but main(), for its unit tests too.
$(POST_LIB): $(filter-out %/main.o,$(POST_OBJ))
	$(say) AR $@
	$(Q)rm -f $@ && $(AR) rcs $@ $^

$(BUILD)/ncpost-post: $(BUILD)/obj/deliver/main.o $(POST_LIB) $(LIB)
	$(say) LINK $@
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIB_LIBS) $(POST_LIBS)

# ---- tests -----------------------------------------------------------------------
UNIT_SRC := $(sort $(wildcard tests/unit/*.c tests/unit/deliver/*.c))
UNIT     := $(UNIT_SRC:tests/unit/%.c=$(BUILD)/unit/%)
UNIT_LIBS = $(shell $(PKG_CONFIG) --libs cmocka)

$(BUILD)/unit/%: tests/unit/%.c $(LIB)
	$(say) TEST $@
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) -DTESTS_DIR='"$(CURDIR)/tests"' -DSEEDS_DIR='"$(CURDIR)/seeds"' $(CFLAGS) \
	    -MMD -MP -MF $@.d $(LDFLAGS) -o $@ $< $(LIB) $(LIB_LIBS) $(UNIT_LIBS)

$(BUILD)/unit/deliver/%: tests/unit/deliver/%.c $(POST_LIB) $(LIB)
	$(say) TEST $@
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) -DTESTS_DIR='"$(CURDIR)/tests"' $(CFLAGS) -MMD -MP -MF $@.d $(LDFLAGS) \
	    -o $@ $< $(POST_LIB) $(LIB) $(LIB_LIBS) $(POST_LIBS) $(UNIT_LIBS)

.PHONY: unit check test
unit: $(UNIT)
	$(Q)failed=0; for t in $(UNIT); do $$t || failed=1; done; exit $$failed

# The recipe runs make again, so that what was installed is seen.
check:
	$(Q).ci/packages tests
	$(Q)$(MAKE) --no-print-directory check-built

test: check

.PHONY: check-built
check-built: all $(UNIT)
	$(Q)tests/run $(BUILD)

.PHONY: demo
demo:
	$(Q).ci/packages build
	$(Q)$(MAKE) --no-print-directory all
	@printf '\n$$ ncpost caption seeds/lemon-tart-recipe.md\n\n'
	$(Q)$(BUILD)/ncpost caption seeds/lemon-tart-recipe.md

# ---- more checks -----------------------------------------------------------------------
.PHONY: cppcheck scan check-valgrind check-crash check-receivers bench bench-faults bench-throughput
cppcheck:
	$(Q)cppcheck --quiet --error-exitcode=1 --inline-suppr --std=c11 \
	    --enable=warning,performance,portability --suppress=missingIncludeSystem \
	    -Iinclude -Isrc src

scan:
	$(Q)scan-build --status-bugs -o build/scan $(MAKE) --no-print-directory -B BUILD=build/scanned all

check-valgrind: all
	$(Q)for f in seeds/*; do \
	    valgrind -q --error-exitcode=9 --leak-check=full $(BUILD)/ncpost caption "$$f" >/dev/null || exit 1; \
	done

# Delivery killed at 500 random instants; tests/cmd/outbox.bats does 100.
check-crash: all
	$(Q)python3 tests/server/crash.py $(BUILD)/ncpost-post 500

# Against receivers that others wrote; fetches them, versions pinned.
check-receivers: all
	$(Q)tests/receivers/run $(BUILD)

# The reference implementations, by version; needs npm and its registry.
ORACLES := $(BUILD)/oracles
.PHONY: check-oracles
check-oracles: $(ORACLES)/probe
	$(Q)cp tests/oracles/package.json tests/oracles/*.mjs $(ORACLES)/
	$(Q)cd $(ORACLES) && npm install --silent --no-audit --no-fund --no-package-lock
	$(Q)cd $(ORACLES) && node compare.mjs ./probe $(CURDIR)

$(ORACLES)/probe: tests/oracles/probe.c $(LIB)
	$(say) LINK $@
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $< $(LIB) $(LIB_LIBS)

bench-faults: all
	$(Q)python3 tests/bench/faults.py $(BUILD)/ncpost-post

bench-throughput: all
	$(Q)tests/bench/throughput.sh $(BUILD)/ncpost-post

bench: all
	$(Q)tests/bench/startup $(BUILD)

# ---- training: the learnt weights are generated data --------------------------------------
$(BUILD)/train/%: tests/train/%.c $(LIB)
	$(say) CC $@
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $< $(LIB) $(LIB_LIBS)

# ---- install: what is installed is listed once, for uninstall too ------------------------------
UNITS   := $(wildcard contrib/systemd/ncpost-*)
UNITDIR := $(PREFIX)/lib/systemd/user
DOCDIR  := $(DATADIR)/doc/ncpost
MAN     := $(wildcard man/*.[1-9])
COMPLETIONS := $(DATADIR)/bash-completion/completions/ncpost \
               $(DATADIR)/zsh/site-functions/_ncpost \
               $(DATADIR)/fish/vendor_completions.d/ncpost.fish
# man/name.5 → MANDIR/man5/name.5
MAN_TO  := $(foreach page,$(MAN),$(MANDIR)/man$(subst .,,$(suffix $(page)))/$(notdir $(page)))
INSTALLED := $(PREFIX)/bin/ncpost $(LIBEXECDIR)/ncpost-post \
    $(HEADERS:include/%=$(INCLUDEDIR)/%) $(LIBDIR)/libncpost.a \
    $(addprefix $(LIBDIR)/,$(notdir $(SHARED)) $(SHARED_LINKS)) $(LIBDIR)/pkgconfig/ncpost.pc \
    $(MAN_TO) $(COMPLETIONS) $(UNITS:contrib/systemd/%=$(UNITDIR)/%) $(DOCDIR)/crontab
# Folders of ours alone.
OWN_DIRS := $(LIBEXECDIR) $(INCLUDEDIR)/ncpost $(DOCDIR)

.PHONY: install uninstall list-installed
install: all
	$(INSTALL) -d $(addprefix $(DESTDIR),$(sort $(dir $(INSTALLED))))
	$(INSTALL) -m 755 $(BUILD)/ncpost $(DESTDIR)$(PREFIX)/bin/ncpost
	$(INSTALL) -m 755 $(BUILD)/ncpost-post $(DESTDIR)$(LIBEXECDIR)/ncpost-post
	$(INSTALL) -m 644 $(HEADERS) $(DESTDIR)$(INCLUDEDIR)/ncpost
	$(INSTALL) -m 644 $(LIB) $(SHARED) $(DESTDIR)$(LIBDIR)
	for name in $(SHARED_LINKS); do \
	    ln -sf $(notdir $(SHARED)) $(DESTDIR)$(LIBDIR)/$$name || exit 1; done
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@LIBDIR@|$(LIBDIR)|' -e 's|@INCLUDEDIR@|$(INCLUDEDIR)|' \
	    -e 's|@VERSION@|$(VERSION)|' -e 's|@REQUIRES@|$(filter-out jansson,$(LIB_PACKAGES))|' \
	    ncpost.pc.in >$(DESTDIR)$(LIBDIR)/pkgconfig/ncpost.pc
	for page in $(MAN); do \
	    $(INSTALL) -m 644 $$page $(DESTDIR)$(MANDIR)/man$${page##*.} || exit 1; done
	$(BUILD)/ncpost completion bash >$(DESTDIR)$(word 1,$(COMPLETIONS))
	$(BUILD)/ncpost completion zsh >$(DESTDIR)$(word 2,$(COMPLETIONS))
	$(BUILD)/ncpost completion fish >$(DESTDIR)$(word 3,$(COMPLETIONS))
	for f in $(UNITS); do \
	    sed 's|@BINDIR@|$(PREFIX)/bin|' $$f >$(DESTDIR)$(UNITDIR)/$${f##*/} || exit 1; done
	sed 's|@BINDIR@|$(PREFIX)/bin|' contrib/cron/ncpost >$(DESTDIR)$(DOCDIR)/crontab

uninstall:
	rm -f $(addprefix $(DESTDIR),$(INSTALLED))
	-rmdir $(addprefix $(DESTDIR),$(OWN_DIRS))

list-installed:
	@printf '%s\n' $(INSTALLED)

.PHONY: clean
clean:
	rm -rf build

.PHONY: help
help:
	@echo 'make              build into $(BUILD)/'
	@echo 'make demo         install what building needs, build, write a caption'
	@echo 'make check        install what the tests need, build, run them all'
	@echo 'make SANITIZE=1 check   the same under ASan and UBSan'
	@echo 'make cppcheck, make scan, make check-valgrind   more checks'
	@echo 'make check-crash, make check-receivers   more checks of delivery'
	@echo 'make check-oracles   counts beside the reference implementations (npm)'
	@echo 'make bench        time beside cmark; bench-faults, bench-throughput: delivery'
	@echo 'make install      to PREFIX ($(PREFIX)), below DESTDIR; make uninstall'
	@echo 'make clean        remove build/'
	@echo 'V=1 shows the commands; NCPOST_NO_INSTALL=1 installs nothing'

-include $(LIB_OBJ:.o=.d) $(CLI_OBJ:.o=.d) $(POST_OBJ:.o=.d) $(UNIT:=.d)
