// SPDX-License-Identifier: Apache-2.0

internal import NIOCore

/// Why a request got no answer.
enum TransportFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The task was cancelled.
    case cancelled
    /// No connection, or a connection that broke, or no HTTP.
    case connection(String)
    /// The answer was not complete after this time.
    case timedOut(Duration)
    /// The answer has more bytes than are read.
    case tooLarge
    /// The URL must not be loaded.
    case refusedURL(String)

    /// Makes ours of what the HTTP library throws.
    init(_ error: any Error) {
        switch error {
        case let failure as TransportFailure: self = failure
        case is NIOTooManyBytesError: self = .tooLarge
        default: self = .connection(TransportReason(error).description)
        }
    }

    var description: String {
        switch self {
        case .cancelled: "cancelled"
        case .connection(let reason): reason
        case .timedOut(let limit): "no complete answer within \(limit)"
        case .tooLarge: "the answer has more than \(ModelsLabClient.largestAnswer) bytes"
        case .refusedURL(let url): "the answer points to \(url), which is not a public https URL"
        }
    }

    /// What the failure means for a job; `nil` if it was cancelled.
    var failure: ServiceFailure? {
        switch self {
        case .cancelled: nil
        case .connection, .timedOut: ServiceFailure(kind: .unavailable, message: description)
        case .tooLarge: ServiceFailure(kind: .unreadable, message: description)
        case .refusedURL: ServiceFailure(kind: .failedJob(mayTryAgain: false), message: description)
        }
    }
}
