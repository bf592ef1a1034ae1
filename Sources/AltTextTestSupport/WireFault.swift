// SPDX-License-Identifier: Apache-2.0

/// What a server does with every connection, down to the bytes.
public struct WireFault: Sendable {
    let behave: @Sendable (inout WireConnection) async throws -> Void

    /// A caption as the service sends it, and what it says.
    public static let caption = "A grey heron waits in a meadow."
    /// The service's answer with the caption.
    public static let json = #"{"status":"success","id":84512037,"output":["\#(caption)"]}"#

    // MARK: Connections that break

    /// Closes the connection before it has read anything.
    public static let closedAtOnce = WireFault { _ in }
    /// Resets the connection before it has read anything.
    public static let resetAtOnce = WireFault { try await $0.reset() }
    /// Closes the connection when it has read the request.
    public static let closedUnanswered = WireFault { _ = try await $0.request() }
    /// Closes the connection in the middle of the head of its answer.
    public static let closedInHead = endingAfter("HTTP/1.1 200 OK\r\nContent-Ty")
    /// Closes the connection in the middle of the body, which is announced to be longer.
    public static let closedInBody = endingAfter(head(length: 1000) + json)
    /// Closes the connection before the last chunk of the body.
    public static let closedInChunks = endingAfter(chunkedHead + chunk(json))
    /// Resets the connection in the middle of the body.
    public static let resetInBody = WireFault { connection in
        guard try await connection.request() != nil else { return }
        try await connection.send(head(length: 1000) + json)
        try await connection.reset()
    }

    // MARK: Answers that do not end

    /// Reads the request and says nothing.
    public static let silence = WireFault { try await $0.wait() }
    /// Sends a byte of its answer each second.
    public static let byteASecond = WireFault { connection in
        guard try await connection.request() != nil else { return }
        for byte in answer(json).utf8 {
            try await connection.send([byte])
            try await Task.sleep(for: .seconds(1))
        }
    }
    /// Announces a body of 1 GB and sends it.
    public static let gigabyte = endless(head(length: 1_000_000_000), " ")
    /// Sends a body of 1 GB without a word about its length.
    public static let gigabyteUnannounced = endless(chunkedHead, chunk(String(repeating: " ", count: 4096)))
    /// Sends header fields without end.
    public static let headWithoutEnd = endless(
        "HTTP/1.1 200 OK\r\n", "X-Field: \(String(repeating: "x", count: 1000))\r\n")
    /// Sends one header field without end.
    public static let fieldWithoutEnd = endless("HTTP/1.1 200 OK\r\nX-Field: ", String(repeating: "x", count: 1000))
    /// Says "continue" without end.
    public static let continueWithoutEnd = endless("", "HTTP/1.1 100 Continue\r\n\r\n")

    // MARK: What is no HTTP

    /// Speaks another protocol, and speaks first.
    public static let otherProtocol = WireFault { connection in
        try await connection.send("SSH-2.0-OpenSSH_9.2p1\r\n")
        try await connection.wait()
    }
    /// Gives the length of its answer twice, and differently.
    public static let twoLengths = endingAfter(
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk(json) + chunk(""))
    /// Changes the protocol, unasked.
    public static let otherProtocolAfterwards = WireFault { connection in
        guard try await connection.request() != nil else { return }
        try await connection.send(
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n")
        try await connection.wait()
    }

    // MARK: TLS

    /// Answers whatever comes as a server does that knows HTTP only.
    public static let plainHTTP = WireFault { connection in
        try await connection.send(answer("", status: "400 Bad Request"))
        try await connection.wait()
    }
    /// Answers with TLS that fails from the beginning: the alert `handshake_failure`.
    public static let alert = WireFault { connection in
        try await connection.send([0x15, 3, 3, 0, 2, 2, 40])
        try await connection.wait()
    }
    /// Answers with bytes that mean nothing.
    public static let noise = WireFault { connection in
        try await connection.send((0..<64).map { UInt8(truncatingIfNeeded: $0 &* 181 &+ 7) })
        try await connection.wait()
    }

    // MARK: Whole answers

    /// Says "continue" and hints first, then sends the caption.
    public static let continueFirst = answering(
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + answer(json))
    /// Sends the caption in chunks of one byte.
    public static let chunksOfAByte = answering(
        chunkedHead + json.map { chunk(String($0)) }.joined() + chunk(""))
    /// Sends the caption as HTTP 1.0 does: it ends where the connection ends.
    public static let endOfConnection = endingAfter("HTTP/1.0 200 OK\r\n\r\n" + json)
    /// Sends a second caption behind the one that it was asked for.
    public static let twoAnswers = answering(
        answer(json) + answer(#"{"status":"success","id":1,"output":["A caption that nobody asked for."]}"#))

    /// Answers each request with the same bytes.
    public static func answering(_ answer: String) -> WireFault {
        answering { _ in answer }
    }

    /// Answers each request with what `answer` makes of it, byte for byte.
    public static func answering(by answer: @escaping @Sendable (_ request: String) -> String) -> WireFault {
        WireFault { connection in
            while let request = try await connection.request() { try await connection.send(answer(request)) }
        }
    }

    /// A whole answer with a body.
    /// - Parameter fields: Further lines of the head, each with its end.
    public static func answer(
        _ body: String, status: String = "200 OK", contentType: String = "application/json", fields: String = ""
    ) -> String {
        "HTTP/1.1 \(status)\r\nContent-Type: \(contentType)\r\n\(fields)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    // MARK: Parts

    private static let chunkedHead = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

    private static func head(length: Int) -> String {
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(length)\r\n\r\n"
    }

    private static func chunk(_ text: String) -> String {
        "\(String(text.utf8.count, radix: 16))\r\n\(text)\r\n"
    }

    private static func endingAfter(_ answer: String) -> WireFault {
        WireFault { connection in
            guard try await connection.request() != nil else { return }
            try await connection.send(answer)
        }
    }

    private static func endless(_ beginning: String, _ rest: String) -> WireFault {
        WireFault { connection in
            guard try await connection.request() != nil else { return }
            try await connection.send(beginning)
            try await connection.sendWithoutEnd(rest)
        }
    }
}
