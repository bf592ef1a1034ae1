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
}

/// A program that tests run: the built `alttext`, or what its output is meant for.
struct Program: Sendable {
    /// The `alttext` that was built with the tests.
    static let alttext = Program(url: products.appendingPathComponent("alttext"))
    static let git = Program(url: URL(fileURLWithPath: "/usr/bin/env"), firstArguments: ["git"])
    static let patch = Program(url: URL(fileURLWithPath: "/usr/bin/env"), firstArguments: ["patch"])
    static let shell = Program(url: URL(fileURLWithPath: "/bin/sh"), firstArguments: ["-c"])

    let url: URL
    var firstArguments: [String] = []

    /// Where the build puts its products.
    private static var products: URL {
        #if os(macOS)
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? Bundle.main
        return bundle.bundleURL.deletingLastPathComponent()
        #else
        return Bundle.main.bundleURL
        #endif
    }

    /// Runs the program to its end, without holding up the stand-in that it may talk to.
    ///
    /// - Parameters:
    ///   - folder: The working directory, inside of `place`.
    ///   - environment: What to add to the environment, which has no variable that `alttext` or Git reads.
    func run(
        _ arguments: [String],
        in place: WorkFolder,
        folder: String = "",
        environment: [String: String] = [:],
        input: String = ""
    ) async throws -> ProgramRun {
        try await ProgramSlots.shared.hold {
            try await start(arguments, in: place, folder: folder, environment: environment, input: input).ended()
        }
    }

    /// Starts the program; what `run` says of the parameters holds here too.
    func start(
        _ arguments: [String],
        in place: WorkFolder,
        folder: String = "",
        environment: [String: String] = [:],
        input: String = ""
    ) throws -> RunningProgram {
        let files = try place.makeStreams(input: input)
        let process = Process()
        process.executableURL = url
        process.arguments = firstArguments + arguments
        process.currentDirectoryURL = place.location(of: folder)
        process.environment = Self.cleanEnvironment.merging(environment) { $1 }
        // Files rather than pipes: nobody has to read while the program runs.
        process.standardInput = try FileHandle(forReadingFrom: files.input)
        process.standardOutput = try FileHandle(forWritingTo: files.output)
        process.standardError = try FileHandle(forWritingTo: files.errors)
        let (statuses, status) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = { ended in
            // A signal is told as shells tell it.
            status.yield(ended.terminationStatus + (ended.terminationReason == .uncaughtSignal ? 128 : 0))
            status.finish()
        }
        try process.run()
        return RunningProgram(
            number: process.processIdentifier, output: files.output, errorFile: files.errors, statuses: statuses)
    }

    private static let cleanEnvironment: [String: String] = {
        let isRead = { (name: String) in
            ["ALTTEXT_", "MODELSLAB_", "GIT_"].contains { name.hasPrefix($0) } || name == "NO_COLOR"
                || name == "POSIXLY_CORRECT"
        }
        var environment = ProcessInfo.processInfo.environment.filter { !isRead($0.key) }
        environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
        environment["GIT_CONFIG_NOSYSTEM"] = "1"
        return environment
    }()
}
