#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Install what the build needs besides a Swift toolchain: the headers of libxml2 and zlib, and pkg-config, which says where
# they are. Says nothing where all are there already.
set -eu

modules="libxml-2.0 zlib"
# zlib is part of the macOS SDK, which pkg-config does not know.
if [ "$(uname -s)" = Darwin ]; then modules="libxml-2.0"; fi

found_libraries() {
    # Each word is a module.
    # shellcheck disable=SC2086
    command -v pkg-config >/dev/null 2>&1 && pkg-config --exists $modules
}

# Only root may install packages with apt.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        echo "setup: libxml2-dev, zlib1g-dev or pkg-config is missing, and this user may not install them." \
            "Run as root: apt-get install libxml2-dev zlib1g-dev pkg-config" >&2
        exit 1
    fi
}

with_apt() {
    echo "setup: installing libxml2-dev, zlib1g-dev and pkg-config with apt-get" >&2
    # The lists of a fresh container are empty. An unreachable extra source is no reason to stop: the install decides.
    as_root apt-get update -qq </dev/null >&2 || echo "setup: apt-get update failed; trying with the lists that are there" >&2
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends libxml2-dev zlib1g-dev pkg-config </dev/null >&2
}

with_brew() {
    echo "setup: installing libxml2 and pkgconf with brew" >&2
    brew install --quiet libxml2 pkgconf </dev/null >&2
    # Homebrew keeps libxml2 apart from the system's; SwiftPM looks there by itself, because Package.swift names the formula.
    PKG_CONFIG_PATH="$(brew --prefix libxml2)/lib/pkgconfig${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}"
    export PKG_CONFIG_PATH
}

if found_libraries; then
    exit 0
elif command -v apt-get >/dev/null 2>&1; then
    with_apt
elif command -v brew >/dev/null 2>&1; then
    with_brew
else
    echo "setup: the headers of libxml2 or zlib are missing, and neither apt-get nor brew is here to install them." \
        "Install the development packages of both and pkg-config (Fedora: libxml2-devel zlib-ng-compat-devel pkgconf;" \
        "Alpine: libxml2-dev zlib-dev pkgconf), then run this again." >&2
    exit 1
fi

if ! found_libraries; then
    echo "setup: pkg-config still does not find them. See what 'pkg-config --print-errors --exists $modules' says." >&2
    exit 1
fi
