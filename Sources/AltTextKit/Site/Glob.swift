// SPDX-License-Identifier: Apache-2.0

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// Patterns of paths, as shells have them.
enum Glob {
    /// Whether a path matches a pattern: `*` for any text, `/` included, `?` for one character, `[…]` for one of several.
    ///
    /// POSIX: <https://pubs.opengroup.org/onlinepubs/9799919799/functions/fnmatch.html>
    static func matches(_ pattern: String, _ path: String) -> Bool {
        unsafe fnmatch(pattern, path, 0) == 0
    }
}
