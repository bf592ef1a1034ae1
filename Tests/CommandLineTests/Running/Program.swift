// SPDX-License-Identifier: Apache-2.0

import Foundation
import Subprocess

#if canImport(System)
import System
#else
import SystemPackage
#endif

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
            let files = try place.makeStreams(input: input)
            let status = try await launch(
                arguments, folder: place.location(of: folder), files: files, environment: environment)
            return try ProgramRun(status: status, files: files)
        }
    }

    /// Starts the program; what `run` says of the parameters holds here too.
    func start(
        _ arguments: [String],
        in place: WorkFolder,
        folder: String = "",
        environment: [String: String] = [:]
    ) async throws -> RunningProgram {
        let files = try place.makeStreams(input: "")
        let location = place.location(of: folder)
        let (numbers, number) = AsyncThrowingStream.makeStream(of: Int32.self)
        let end = Task {
            do {
                return try await launch(arguments, folder: location, files: files, environment: environment) {
                    number.yield($0)
                }
            } catch {
                number.finish(throwing: error)
                throw error
            }
        }
        for try await number in numbers { return RunningProgram(number: number, files: files, end: end) }
        throw CancellationError()
    }

    /// Runs the program to its end and returns its exit status; that of a signal is told as shells tell it.
    ///
    /// - Parameters:
    ///   - files: Files rather than pipes: nobody has to read while the program runs.
    ///   - whenStarted: Is given the number of the process.
    private func launch(
        _ arguments: [String],
        folder: URL,
        files: ProgramFiles,
        environment: [String: String],
        whenStarted: (Int32) -> Void = { _ in }
    ) async throws -> Int32 {
        let run = try await Subprocess.run(
            .path(FilePath(url.path)),
            arguments: Arguments(firstArguments + arguments),
            environment: .custom(Self.environment(with: environment)),
            workingDirectory: FilePath(folder.path),
            input: .fileDescriptor(
                try .open(FilePath(files.input.path), .readOnly), closeAfterSpawningProcess: true),
            output: .fileDescriptor(
                try .open(FilePath(files.output.path), .writeOnly), closeAfterSpawningProcess: true),
            error: .fileDescriptor(
                try .open(FilePath(files.errors.path), .writeOnly), closeAfterSpawningProcess: true)
        ) { whenStarted($0.processIdentifier.value) }
        return switch run.terminationStatus {
        case .exited(let status): status
        case .signaled(let signal): 128 + signal
        }
    }

    private static func environment(with additions: [String: String]) -> [Environment.Key: String] {
        let variables = cleanEnvironment.merging(additions) { $1 }
        return Dictionary(uniqueKeysWithValues: variables.map { (Environment.Key(stringLiteral: $0), $1) })
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
