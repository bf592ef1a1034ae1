// SPDX-License-Identifier: Apache-2.0

internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import NIOSSL

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// What is wrong with a connection, in words that change neither with the library nor with the system.
struct TransportReason: CustomStringConvertible {
    let description: String

    init(_ error: any Error) {
        description =
            switch error {
            case let error as NIOConnectionError:
                error.connectionErrors.first.map { Self($0.error).description }
                    ?? "the name of its host cannot be resolved"
            case let error as IOError: Self.words(error)
            case let error as HTTPClientError: Self.words(error)
            case let error as HTTPParserError: Self.words(error)
            case is NIOHTTPDecoderError: Self.notHTTP
            // The library's words tell where it was built.
            case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError:
                "\(error)".contains("CERTIFICATE_VERIFY_FAILED")
                    ? "the certificate of its host is not trusted" : "no encrypted connection (TLS) could be made"
            default: "\(error)"
            }
    }

    private static let brokenOff = "the connection broke off"
    private static let notHTTP = "the answer is not HTTP"

    private static func words(_ error: IOError) -> String {
        switch error.errnoCode {
        case ECONNREFUSED: "the connection was refused"
        case ECONNRESET, EPIPE, ENOTCONN: brokenOff
        case ENETUNREACH, EHOSTUNREACH: "there is no way to its host"
        default: "\(error)"
        }
    }

    private static func words(_ error: HTTPClientError) -> String {
        switch error {
        case .remoteConnectionClosed: brokenOff
        case .connectTimeout, .tlsHandshakeTimeout: "there was no connection in time"
        default: error.shortDescription
        }
    }

    private static func words(_ error: HTTPParserError) -> String {
        switch error {
        case .invalidEOFState, .closedConnection: brokenOff
        case .headerOverflow: "the head of the answer has too many bytes"
        default: notHTTP
        }
    }
}
