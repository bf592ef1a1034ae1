// SPDX-License-Identifier: Apache-2.0

internal import Hummingbird
internal import Logging
internal import NIOCore

/// A running stand-in for the ModelsLab service, on a free port of the loopback address.
///
/// It speaks HTTP over a real socket, so that the real client and the built tool can be pointed at `origin`
/// (`MODELSLAB_API_URL`). It needs no time but the `latency` that it is told to take: a job is
/// done after so many polls, not after so many seconds.
public struct StandInServer: Sendable {
    /// Where it listens, such as `http://127.0.0.1:4321`.
    public let origin: String
    fileprivate let service: StandInService

    /// Every request so far, in the order of arrival.
    public var requests: [StandInRequest] {
        get async { await service.requests }
    }

    /// The largest number of jobs that were open at the same time.
    public var highWaterMark: Int {
        get async { await service.highWaterMark }
    }

    /// The caption that it gives for an image by URL; scheme, host and port do not count.
    public static func caption(for image: String, length: String = "normal") -> String {
        StandInCaption.text(image: image, length: length)
    }

    /// The caption that it gives for an uploaded image.
    public static func caption(forUpload image: [UInt8], length: String = "normal") -> String {
        caption(for: uploadPath(image), length: length)
    }

    /// The path under which it keeps an uploaded image; names the variant that the bytes name.
    static func uploadPath(_ image: [UInt8]) -> String {
        let variant = StandInVariant(markedIn: String(decoding: image.prefix(1024), as: UTF8.self))
        return "/uploads/\(String(fingerprint(image), radix: 16))" + (variant.map { "-variant-\($0.rawValue)" } ?? "")
            + ".png"
    }
}

/// Runs `body` beside a stand-in for the ModelsLab service, which is stopped when `body` ends.
public func withStandInServer<Result>(
    _ behaviour: StandInBehaviour = StandInBehaviour(),
    isolation: isolated (any Actor)? = #isolation,
    _ body: (StandInServer) async throws -> Result
) async throws -> Result {
    let service = StandInService(behaviour)
    let (ports, announcement) = AsyncStream.makeStream(of: Int.self)
    let application = Application(
        router: makeRouter(service),
        configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
        onServerRunning: { channel in
            if let port = channel.localAddress?.port { announcement.yield(port) }
        },
        logger: Logger(label: "stand-in", factory: { _ in SwiftLogNoOpLogHandler() })
    )
    return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
            defer { announcement.finish() }
            try await application.run()
        }
        defer { group.cancelAll() }
        var announced = ports.makeAsyncIterator()
        guard let port = await announced.next(isolation: isolation) else {
            try await group.next()
            throw StandInError.notStarted
        }
        return try await body(StandInServer(origin: "http://127.0.0.1:\(port)", service: service))
    }
}

/// Why a stand-in does not run.
public enum StandInError: Error, Hashable, Sendable {
    /// It got no port.
    case notStarted
}
