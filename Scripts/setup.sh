#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Install what the build needs besides a Swift toolchain: libxml2's headers, and pkg-config, which says where they are.
# Says nothing where both are there already.
set -eu

found_libxml2() {
    command -v pkg-config >/dev/null 2>&1 && pkg-config --exists libxml-2.0
}

# Only root may install packages with apt.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        echo "setup: libxml2-dev and pkg-config are missing, and this user may not install them." \
            "Run as root: apt-get install libxml2-dev pkg-config" >&2
        exit 1
    fi
}

with_apt() {
    echo "setup: installing libxml2-dev and pkg-config with apt-get" >&2
    # The lists of a fresh container are empty. An unreachable extra source is no reason to stop: the install decides.
    as_root apt-get update -qq </dev/null >&2 || echo "setup: apt-get update failed; trying with the lists that are there" >&2
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends libxml2-dev pkg-config </dev/null >&2
}

with_brew() {
    echo "setup: installing libxml2 and pkgconf with brew" >&2
    brew install --quiet libxml2 pkgconf </dev/null >&2
    # Homebrew keeps libxml2 apart from the system's; SwiftPM looks there by itself, because Package.swift names the formula.
    PKG_CONFIG_PATH="$(brew --prefix libxml2)/lib/pkgconfig${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}"
    export PKG_CONFIG_PATH
}

if found_libxml2; then
    exit 0
elif command -v apt-get >/dev/null 2>&1; then
    with_apt
elif command -v brew >/dev/null 2>&1; then
    with_brew
else
    echo "setup: libxml2's headers are missing, and neither apt-get nor brew is here to install them." \
        "Install the development package of libxml2 (libxml2-dev, libxml2-devel) and pkg-config, then run this again." >&2
    exit 1
fi

if ! found_libxml2; then
    echo "setup: pkg-config still does not find libxml-2.0. See what 'pkg-config --print-errors --exists libxml-2.0' says." >&2
    exit 1
fi
