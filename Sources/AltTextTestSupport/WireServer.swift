// SPDX-License-Identifier: Apache-2.0

internal import NIOCore
internal import NIOPosix
internal import NIOSSL
internal import Synchronization

/// A running server that sends exactly the bytes of a `WireFault`, on a free port of the loopback address.
///
/// For what no server does that knows HTTP; `StandInServer` is for what the service answers.
public struct WireServer: Sendable {
    /// What a server has seen and done so far.
    public struct Record: Hashable, Sendable {
        /// Connections that were taken.
        public internal(set) var connections = 0
        /// Requests that came whole.
        public internal(set) var requests: [String] = []
        /// Bytes that were handed to the system, of bodies, heads and all.
        public internal(set) var sentBytes = 0
    }

    /// The port of 127.0.0.1 on which it listens.
    public let port: Int
    fileprivate let log: WireLog

    /// What it has seen and done so far.
    public var record: Record { log.record.withLock { $0 } }
}

/// What the connections of a server write to.
final class WireLog: Sendable {
    let record = Mutex(WireServer.Record())
}

/// Runs `body` beside a server that meets every connection with a fault, and is stopped when `body` ends.
/// - Parameter certificate: The path of a PEM file with a certificate and its key, for a server that speaks TLS.
public func withWireServer<Result>(
    _ fault: WireFault,
    certificate: String? = nil,
    isolation: isolated (any Actor)? = #isolation,
    _ body: (WireServer) async throws -> Result
) async throws -> Result {
    let tls = try certificate.map { path in
        try NIOSSLContext(
            configuration: .makeServerConfiguration(
                certificateChain: NIOSSLCertificate.fromPEMFile(path).map { .certificate($0) },
                privateKey: .privateKey(NIOSSLPrivateKey(file: path, format: .pem))))
    }
    let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .bind(host: "127.0.0.1", port: 0) { channel in
            channel.eventLoop.makeCompletedFuture {
                if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
                return try WireConnection.Channel(wrappingChannelSynchronously: channel)
            }
        }
    let server = WireServer(port: listener.channel.localAddress?.port ?? 0, log: WireLog())
    return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
            try await listener.executeThenClose { connections in
                try await withThrowingDiscardingTaskGroup { group in
                    for try await channel in connections {
                        server.log.record.withLock { $0.connections += 1 }
                        // A client that leaves in the middle is what most faults are about.
                        group.addTask { try? await WireConnection.run(fault, on: channel, log: server.log) }
                    }
                }
            }
        }
        defer { group.cancelAll() }
        return try await body(server)
    }
}
