// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What a program did.
struct ProgramRun: Sendable {
    let status: Int32
    let output: [UInt8]
    let errors: String

    /// Standard output as text.
    var text: String { String(decoding: output, as: UTF8.self) }

    /// The lines of standard error.
    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }

    init(status: Int32, files: ProgramFiles) throws {
        self.status = status
        output = try Array(Data(contentsOf: files.output))
        errors = try files.textOfErrors
    }
}

/// The files that are the streams of a program.
struct ProgramFiles: Sendable {
    let input: URL
    let output: URL
    let errors: URL

    var textOfOutput: String {
        get throws { String(decoding: try Data(contentsOf: output), as: UTF8.self) }
    }

    var textOfErrors: String {
        get throws { String(decoding: try Data(contentsOf: errors), as: UTF8.self) }
    }
}
