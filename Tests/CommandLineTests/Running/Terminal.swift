// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A terminal without anybody before it, as `script` makes one.
enum Terminal {
    /// Whether there is a `script` to make it.
    static let isAvailable = FileManager.default.isExecutableFile(atPath: "/usr/bin/script")

    /// A program that runs a shell command on a terminal, tells on standard output what was written there, and ends as the
    /// command does.
    static func program(running command: String) -> (program: Program, arguments: [String]) {
        #if os(macOS)
        let arguments = ["-q", "/dev/null", "/bin/sh", "-c", command]
        #else
        let arguments = ["-q", "-e", "-c", command, "/dev/null"]
        #endif
        return (Program(url: URL(fileURLWithPath: "/usr/bin/script")), arguments)
    }
}
