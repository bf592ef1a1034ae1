// SPDX-License-Identifier: Apache-2.0

internal import NIOCore
internal import Synchronization

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// One connection of a server that does with it what it likes.
struct WireConnection {
    typealias Channel = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    private let channel: any NIOCore.Channel
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private let log: WireLog
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private var received: [UInt8] = []

    /// Does what a fault says, then closes the connection.
    static func run(_ fault: WireFault, on channel: Channel, log: WireLog) async throws {
        try await channel.executeThenClose { inbound, outbound in
            var connection = WireConnection(
                channel: channel.channel, outbound: outbound, log: log, inbound: inbound.makeAsyncIterator())
            try await fault.behave(&connection)
        }
    }

    /// Reads a request to its end, by `Content-Length`; `nil` where the client has left.
    mutating func request() async throws -> String? {
        while true {
            if let end = received.firstRange(of: Array("\r\n\r\n".utf8))?.upperBound {
                let head = String(decoding: received[..<end], as: UTF8.self)
                let length = head.lowercased().firstMatch(of: #/content-length: *([0-9]+)/#).flatMap { Int($0.1) } ?? 0
                if received.count >= end + length {
                    let request = String(decoding: received[..<(end + length)], as: UTF8.self)
                    received.removeFirst(end + length)
                    log.record.withLock { $0.requests.append(request) }
                    return request
                }
            }
            guard let bytes = try await inbound.next() else { return nil }
            received += bytes.readableBytesView
        }
    }

    /// Sends bytes, and waits until the system has taken them.
    func send(_ bytes: some Collection<UInt8> & Sendable) async throws {
        try await outbound.write(ByteBuffer(bytes: bytes))
        log.record.withLock { $0.sentBytes += bytes.count }
    }

    /// Sends a text as UTF-8.
    func send(_ text: String) async throws {
        try await send(Array(text.utf8))
    }

    /// Sends a text again and again, as long as the client takes it; a GiB at most.
    func sendWithoutEnd(_ text: String) async throws {
        let block = Array(String(repeating: text, count: max(1, 65_536 / text.utf8.count)).utf8)
        for _ in 0..<((1 << 30) / block.count) { try await send(block) }
    }

    /// Keeps the connection open and says nothing more, until the client leaves.
    mutating func wait() async throws {
        while try await inbound.next() != nil {}
    }

    /// Makes the end of the connection a reset: what is on its way is lost.
    func reset() async throws {
        guard let socket = channel as? any SocketOptionProvider else { return }
        try await socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
    }
}
