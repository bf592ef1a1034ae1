# Written by `alttext init --recipe make`; `include alttext.mk` in the Makefile brings it in.
ALTTEXT ?= alttext

.PHONY: alttext alttext-captions

# Writes what is known into the built pages, and fails where something is left.
alttext:
	$(ALTTEXT) fix --offline

# Asks the caption service for what is missing, into the catalog. Review it before it is committed.
alttext-captions:
	$(ALTTEXT) caption
