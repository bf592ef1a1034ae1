// SPDX-License-Identifier: Apache-2.0

import AltTextTestSupport
import Foundation

/// A folder with the built tool, beside a stand-in for the service.
struct ServiceFixture {
    let folder: WorkFolder
    let server: StandInServer
    let key: String

    static func run(
        _ behaviour: StandInBehaviour = StandInBehaviour(),
        _ body: (ServiceFixture) async throws -> Void
    ) async throws {
        let folder = try WorkFolder()
        try await withStandInServer(behaviour) { server in
            try await body(ServiceFixture(folder: folder, server: server, key: behaviour.key))
        }
    }

    /// The environment in which the stand-in is the service.
    var service: [String: String] { ["MODELSLAB_API_KEY": key, "MODELSLAB_API_URL": server.origin] }

    /// Runs `alttext` with the key and the address of the stand-in in its environment.
    func alttext(_ arguments: String..., environment: [String: String] = [:]) async throws -> ProgramRun {
        try await Program.alttext.run(arguments, in: folder, environment: service.merging(environment) { $1 })
    }

    /// Starts `alttext` as `alttext(_:)` runs it.
    func start(_ arguments: String...) async throws -> RunningProgram {
        try await Program.alttext.start(arguments, in: folder, environment: service)
    }

    /// Starts `alttext` on a terminal, for which `Program.hasTerminal` has to hold; its number is in the file `number`.
    func startOnTerminal(_ arguments: String...) async throws -> RunningProgram {
        let command = "echo $$ > number; exec '\(Program.alttext.url.path)' " + arguments.joined(separator: " ")
        let script = Program(url: URL(fileURLWithPath: "/usr/bin/env"), firstArguments: ["script", "-qec", command])
        return try await script.start(["/dev/null"], in: folder, environment: service)
    }

    /// How often each image was asked for.
    func questions(length: String = "normal") async -> [String: Int] {
        await server.requests.filter { $0.endpoint == .caption && $0.length == length }
            .reduce(into: [:]) { $0[$1.image ?? "", default: 0] += 1 }
    }
}
