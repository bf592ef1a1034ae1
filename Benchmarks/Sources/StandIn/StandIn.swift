// SPDX-License-Identifier: Apache-2.0

internal import AltTextTestSupport
internal import ArgumentParser
internal import Dispatch
internal import Foundation

/// The stand-in for the caption service that the tests use, as a program.
///
/// It prints where it listens, serves until its standard input ends, and prints what it was asked: so it never outlives the
/// program that started it.
@main
struct StandIn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stand-in", abstract: "Serve captions on a free port until standard input ends.")

    @Option(help: "The only key that is taken.")
    var key = StandInBehaviour().key

    @Option(help: "How long a caption request waits for its answer, in milliseconds.")
    var latency = 0

    @Option(help: "How many jobs may be open before the answer is HTTP 429.")
    var queueLimit: Int?

    func run() async throws {
        let behaviour = StandInBehaviour(key: key, queueLimit: queueLimit, latency: .milliseconds(latency))
        try await withStandInServer(behaviour) { server in
            Self.tell(server.origin)
            await Self.endOfInput()
            Self.tell(RequestCount(of: await server.requests).json)
        }
    }

    /// One line on standard output, at once: whoever reads it may wait for it.
    private static func tell(_ line: String) {
        FileHandle.standardOutput.write(Data("\(line)\n".utf8))
    }

    /// Waits outside of the threads that serve.
    private static func endOfInput() async {
        await withCheckedContinuation { end in
            DispatchQueue.global().async {
                while readLine() != nil {}
                end.resume()
            }
        }
    }
}
