#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Run the tests of all that libxml2 has a part in with other releases of it than the one that is installed, and check that
# every release reads pages and images alike, byte for byte.
#
# usage: Scripts/test-libxml2-releases.sh [SUITE|FOLDER]...
#
# SUITE is a suite of Debian whose source package is built (default: sid), FOLDER the sources of a release, with their
# `configure`. All that is fetched and built goes below .build; nothing is installed, and apt's own lists stay as they are.
# Pages and images below CORPORA (default: ../shared/corpora, from the repository on) are compared too, where there are any.
set -eu
cd "$(dirname "$0")/.."
build=$PWD/.build
compared="fixtures/site
Tests/HTMLScanTests/Fixtures
Tests/AltTextKitTests/Fixtures"
corpora=${CORPORA:-../shared/corpora}
[ ! -d "$corpora" ] || compared="$compared
$corpora"

fail() {
    echo "test-libxml2-releases: $*" >&2
    exit 1
}

# Unpacks the source package of a suite below .build/libxml2-sources, and prints the folder.
# apt gets a configuration of its own: the system's, but for where sources are listed and kept, and without its hooks. apt
# checks the signature of the suite against Debian's keys on this machine, and the package against the suite.
fetch() {
    suite=$1
    folder=$build/libxml2-sources/$suite
    mirror=$(apt-get indextargets --format '$(REPO_URI)' | grep '/debian/*$' | head -n 1)
    [ -n "$mirror" ] || fail "apt is not set up with a mirror of Debian. Pass a folder with the sources of libxml2."
    keys=$(ls /usr/share/keyrings/debian-archive-keyring.* | head -n 1)
    [ -n "$keys" ] || fail "Debian's keys are missing. Install debian-archive-keyring."
    rm -rf "$folder/sources"
    mkdir -p "$folder/lists/partial" "$folder/cache/archives/partial" "$folder/sources"
    echo "deb-src [signed-by=$keys] $mirror $suite main" >"$folder/sources.list"
    {
        apt-config dump | grep -v -e '^APT::Update::' -e '^DPkg::'
        echo "Dir::Etc::main \"/dev/null\"; Dir::Etc::parts \"/dev/null\";"
        echo "Dir::Etc::sourcelist \"$folder/sources.list\"; Dir::Etc::sourceparts \"/dev/null\";"
        echo "Dir::State::lists \"$folder/lists\"; Dir::Cache \"$folder/cache\"; APT::Sandbox::User \"root\";"
    } >"$folder/apt.conf"
    APT_CONFIG=$folder/apt.conf apt-get update -qq -o APT::Update::Error-Mode=any >&2 ||
        fail "$suite of $mirror could not be read. If its signature is what apt complains of, $keys lacks the key that" \
            "$suite is signed with today: install a newer debian-archive-keyring."
    (cd "$folder/sources" && APT_CONFIG=$folder/apt.conf apt-get source -qq --only-source libxml2 >&2) ||
        fail "the source package of $suite was not unpacked. It takes dpkg-dev."
    echo "$folder"/sources/libxml2-*/
}

# Builds a release from its sources, without what would need other libraries.
build_library() {
    source=$1
    prefix=$2
    mkdir -p "$prefix/build"
    (
        cd "$prefix/build" &&
            "$source/configure" --prefix="$prefix" --disable-static --without-python --without-zlib --without-lzma &&
            make && make install
    ) >"$prefix/build/log" 2>&1 || fail "libxml2 could not be built. See $prefix/build/log."
}

# Runs the tests with the release that pkg-config finds, which is to be $1, and has them leave a record in the file $2. The
# other arguments are for SwiftPM.
run_tests() {
    version=$1
    record=$2
    shift 2
    # Nothing may be called that a newer release deprecates or an older one lacks.
    ${CC:-cc} -Wall -Wextra -Werror -fsyntax-only $(pkg-config --cflags libxml-2.0) \
        -ISources/CHTMLScan/include -ISources/CXMLScan/include Sources/CHTMLScan/*.c Sources/CXMLScan/*.c
    rm -f "$record"
    ALTTEXT_LIBXML2=$version ALTTEXT_RECORD=$record ALTTEXT_RECORD_FOLDERS=$compared \
        swift test --filter 'HTMLScanTests|AltTextKitTests' "$@" ${SWIFT_TEST_FLAGS:-}
    [ -s "$record" ] || fail "the tests with libxml2 $version left no record of what they read."
}

installed=$(pkg-config --modversion libxml-2.0)
mkdir -p "$build"
run_tests "$installed" "$build/libxml2-installed.record"

for release in "${@:-sid}"; do
    case $release in
    */*) source=$(cd "$release" && pwd) ;;
    *) source=$(fetch "$release") ;;
    esac
    [ -x "$source/configure" ] || fail "$source has no configure script. Take the archive of a release."
    version=$("$source/configure" --version | sed -n '1s/.* //p')
    prefix=$build/libxml2-$version
    [ -e "$prefix/lib/pkgconfig/libxml-2.0.pc" ] || build_library "$source" "$prefix"
    (
        export PKG_CONFIG_PATH="$prefix/lib/pkgconfig"
        run_tests "$version" "$prefix/record" --scratch-path "$prefix/swift" -Xlinker -rpath -Xlinker "$prefix/lib"
    )
    cmp "$build/libxml2-installed.record" "$prefix/record" ||
        fail "libxml2 $version does not read the same as $installed. Compare the two files."
    echo "libxml2 $version reads the same as $installed: $(wc -l <"$prefix/record") lines" >&2
done
