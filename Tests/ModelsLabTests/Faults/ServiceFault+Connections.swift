// SPDX-License-Identifier: Apache-2.0

import AltTextTestSupport
import Foundation

extension ServiceFault {
    /// What becomes of the connection, and of HTTP.
    static let connections: [(title: String, faults: [ServiceFault])] = [
        (
            "No connection",
            [
                // Port 1 of the loopback address has been nobody's for decades.
                .nobody("refused", at: "http://127.0.0.1:1", "the connection was refused"),
                // Names have parts of 63 characters at most, so that no name server is asked for this one.
                .nobody(
                    "a host that no name server knows", at: "https://\(String(repeating: "x", count: 64)).invalid",
                    "the name of its host cannot be resolved"),
                .broken(
                    "a self-signed certificate", .silence, scheme: "https", certificate: selfSigned,
                    "the certificate of its host is not trusted"),
                .broken("TLS that fails with an alert", .alert, scheme: "https", noTLS),
                .broken("noise in place of TLS", .noise, scheme: "https", noTLS),
                .broken("HTTP in place of TLS", .plainHTTP, scheme: "https", noTLS),
                .broken("a reset in place of TLS", .resetAtOnce, scheme: "https", brokenOff),
                .broken("TLS that never begins", .silence, scheme: "https", limit: shortly, noAnswer),
            ]
        ),
        (
            "A connection that breaks",
            [
                .broken("closed at once", .closedAtOnce, brokenOff),
                .broken("reset at once", .resetAtOnce, brokenOff),
                .broken("closed after the request", .closedUnanswered, brokenOff),
                .broken("closed in the head of the answer", .closedInHead, brokenOff),
                .broken("closed in the body of the answer", .closedInBody, brokenOff),
                .broken("closed between two chunks of the answer", .closedInChunks, brokenOff),
                .broken("reset in the body of the answer", .resetInBody, brokenOff),
            ]
        ),
        (
            "An answer without end",
            [
                .broken("nothing", .silence, limit: shortly, noAnswer),
                .broken("one byte a second", .byteASecond, limit: shortly, noAnswer),
                .broken("\"continue\" without end", .continueWithoutEnd, limit: shortly, noAnswer),
                .unusable("a body of 1 GB", .gigabyte, "the answer has more than 1048576 bytes"),
                .unusable(
                    "a body of 1 GB, without a word about its length", .gigabyteUnannounced,
                    "the answer has more than 1048576 bytes"),
                .broken("header fields without end", .headWithoutEnd, "the head of the answer has too many bytes"),
                .broken("one header field without end", .fieldWithoutEnd, "the head of the answer has too many bytes"),
            ]
        ),
        (
            "Unusual HTTP",
            [
                .broken("another protocol", .otherProtocol, "the answer is not HTTP"),
                .broken("two lengths", .twoLengths, "the answer is not HTTP"),
                .unusable(
                    "a change of protocol", .otherProtocolAfterwards, "HTTP 101 with an unreadable answer, no content"),
                .unusable(
                    "no content", .answering(WireFault.answer("", status: "204 No Content")),
                    "HTTP 204 with an unreadable answer, no content"),
                .unusable(
                    "compression that nobody asked for",
                    .answering(WireFault.answer("\u{1F}\u{B}\u{8}", fields: "Content-Encoding: gzip\r\n")),
                    "HTTP 200 with an unreadable answer, bytes that are no text"),
                .unusable(
                    "a web page called JSON", .answering(WireFault.answer("<h1>It works</h1>")),
                    "HTTP 200 with an unreadable answer, <h1>It works</h1>"),
                .whole(
                    "JSON called a web page",
                    .answering(WireFault.answer(WireFault.json, contentType: "text/html"))),
                .whole(
                    "JSON called an image",
                    .answering(WireFault.answer(WireFault.json, contentType: "image/png"))),
                .unusable(
                    "JSON of 300,000 values", .answering(WireFault.answer(manyValues)),
                    "HTTP 200 with an unreadable answer, {\"output\":[[],[]…"),
                .whole(
                    "a text of 1,000,000 bytes", .answering(WireFault.answer(longText)), .failed,
                    noCaption("its text is too long for a caption")),
                .whole("\"continue\" and hints before the answer", .continueFirst),
                .whole("chunks of one byte", .chunksOfAByte),
                .whole("HTTP 1.0, where the answer ends with the connection", .endOfConnection),
                .whole("a second answer behind the first", .twoAnswers),
            ]
        ),
    ]

    private static let selfSigned = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/self-signed.pem").path
    private static let shortly = Duration.milliseconds(300)
    private static let brokenOff = "the connection broke off"
    private static let noTLS = "no encrypted connection (TLS) could be made"
    private static let noAnswer = "no complete answer within {limit}"
    private static let manyValues = #"{"output":[\#(String(repeating: "[],", count: 300_000))"A dog."]}"#
    private static let longText =
        #"{"status":"success","output":["\#(String(repeating: "A dog. ", count: 142_857))."]}"#
}
