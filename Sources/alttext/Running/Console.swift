// SPDX-License-Identifier: Apache-2.0

internal import SystemPackage

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// One of the two places to which a command writes.
struct Console: Sendable {
    /// Results, and nothing else.
    static let standardOutput = Console(descriptor: .standardOutput)
    /// Progress, hints, summaries and errors.
    static let standardError = Console(descriptor: .standardError)

    private let descriptor: FileDescriptor

    /// Whether a person may be looking.
    var isTerminal: Bool { isatty(descriptor.rawValue) == 1 }

    /// Whether colour is wanted there.
    func isColored(_ choice: ColorChoice) -> Bool {
        switch choice {
        case .always: true
        case .never: false
        case .auto: isTerminal && (Environment["NO_COLOR"] ?? "").isEmpty && Environment["TERM"] != "dumb"
        }
    }

    func write(_ text: String) {
        write(Array(text.utf8))
    }

    func write(_ bytes: [UInt8]) {
        // Whoever reads it may have seen enough: there is nobody to tell.
        _ = try? descriptor.writeAll(bytes)
    }
}

/// Lets writing to a closed pipe fail instead of ending the process.
func ignoreBrokenPipes() {
    signal(SIGPIPE, SIG_IGN)
}

/// The environment of the process.
enum Environment {
    /// The value of a variable; `nil` where it is not set.
    static subscript(name: String) -> String? {
        // The text is copied at once; nothing here changes the environment.
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }
}
