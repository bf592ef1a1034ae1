#!/bin/sh
# Keeps git from pushing where an image of the built site has no text alternative.
# Written by `alttext init --recipe pre-push`; `git config core.hooksPath .githooks` makes git run it.
set -e
cd "$(git rev-parse --show-toplevel)"
{{build}}
alttext fix --offline
