// SPDX-License-Identifier: Apache-2.0

internal import AltTextReports
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

    /// Writes results.
    ///
    /// A reader that closes the pipe, as `head` does, has seen enough. Any other failure is thrown: a patch that lacks its
    /// end must not look like a whole one.
    func write(results bytes: [UInt8]) throws {
        do {
            _ = try descriptor.writeAll(bytes)
        } catch Errno.brokenPipe {
            return
        } catch {
            throw OutputError(reason: "\(error)")
        }
    }

    /// Writes results that repeat what is in pages: byte for byte, but to a terminal only what it does not obey.
    func write(resultsOfPages bytes: [UInt8]) throws {
        let shown = isTerminal ? Array(TerminalText.escaped(lines: String(decoding: bytes, as: UTF8.self)).utf8) : bytes
        try write(results: shown)
    }

    /// Writes what accompanies the results, on standard error; where that fails there is nobody to tell.
    func write(_ text: String) {
        StatusLine.replace(with: text)
    }

    /// Writes one line about the job, fit for a terminal.
    ///
    /// - Parameter isLast: Whether no progress is to be shown any more.
    func tell(_ message: String, isLast: Bool = false) {
        StatusLine.replace(with: "alttext: \(TerminalText.escaped(message))\n", isLast: isLast)
    }
}

/// Results could not be written.
struct OutputError: Error, CustomStringConvertible {
    let reason: String

    var description: String { "standard output: cannot write the results: \(reason). Make room, then run again." }
}

/// Lets writing fail, with an error to tell, where a signal would end the process: to a pipe that its reader closed, as
/// `head` does, and beyond the size that files may have here.
func letWritesFail() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
}
