// SPDX-License-Identifier: Apache-2.0

/// An answer that holds no caption, or the lack of an answer.
struct ServiceFailure: Hashable, Sendable {
    /// What kind of failure it is, which decides what is done about it.
    enum Kind: Hashable, Sendable {
        /// The key is missing or refused.
        case unauthorized
        /// The account has no credit, or its plan no captions.
        case outOfCredit
        /// The image or the request cannot be used as it is.
        case invalidRequest
        /// Too many jobs are open, or requests come too fast.
        case rateLimited
        /// The service, or something on the way to it, is in trouble; later it may do.
        case unavailable
        /// Not an answer that the service gives, though the status code claims one.
        case unreadable
        /// The job was taken and came to nothing.
        case failedJob(mayTryAgain: Bool)
    }

    let kind: Kind
    /// What the service said, as it said it: it may repeat the key and hold control characters.
    let message: String
    /// How long the service wants to be left alone.
    var retryAfter: Duration?

    /// Whether the job that was asked for may still be going on.
    var isTransient: Bool {
        switch kind {
        case .rateLimited, .unavailable, .unreadable: true
        case .unauthorized, .outOfCredit, .invalidRequest, .failedJob: false
        }
    }

    /// A job that is said to be done, without a text.
    static let noText = ServiceFailure(kind: .failedJob(mayTryAgain: false), message: "its answer holds no text")
    /// A job whose text is no caption any more.
    static let tooMuchText = ServiceFailure(
        kind: .failedJob(mayTryAgain: false), message: "its text is too long for a caption")
    /// A job that is said to go on, without a usable id.
    static let noJob = ServiceFailure(
        kind: .failedJob(mayTryAgain: false), message: "its answer names no job to ask for")
}

extension ServiceFailure {
    /// Explains an answer that is not a JSON object, such as the HTML page of a proxy.
    init(unreadable reply: Reply) {
        let content = reply.body.isEmpty ? "no content" : reply.isText ? reply.text : "bytes that are no text"
        switch reply.status {
        case 401: self.init(kind: .unauthorized, message: "HTTP 401, \(content)")
        case 402: self.init(kind: .outOfCredit, message: "HTTP 402, \(content)")
        case 429:
            let wait = reply.retryAfter.flatMap { WireValue.string($0).seconds }
            self.init(kind: .rateLimited, message: "HTTP 429, \(content)", retryAfter: wait)
        case 300..<400: self.init(kind: .unreadable, message: "HTTP \(reply.status), a redirect, is not followed")
        case 408, 425, 500...: self.init(kind: .unavailable, message: "HTTP \(reply.status), \(content)")
        case 400...: self.init(kind: .invalidRequest, message: "HTTP \(reply.status), \(content)")
        default: self.init(kind: .unreadable, message: "HTTP \(reply.status) with an unreadable answer, \(content)")
        }
    }

    /// Explains an error in the service's JSON.
    ///
    /// The service reports errors with their status code or with HTTP 200, with a code of its own or without. So its
    /// code counts if it has one, then the status code where that is clear, then the words.
    init(_ body: WireValue, reply: Reply) {
        let message = Self.message(in: body) ?? "HTTP \(reply.status) without a reason"
        let hint = [body["tip"]?.text, body["tips"]?.text].compactMap(\.self).joined(separator: " ")
        let words = FailureWords(message)
        let hasFailed = body["status"]?.text?.lowercased() == "failed"
        let kind =
            Self.kind(ofCode: body["code"]?.text?.lowercased(), words: words)
            ?? Self.kind(ofStatus: reply.status)
            ?? words.kind
            ?? (hasFailed ? .failedJob(mayTryAgain: words.contains("try again")) : .invalidRequest)
        let wait =
            body["retry_after"]?.seconds ?? reply.retryAfter.flatMap { WireValue.string($0).seconds }
            ?? (kind == .rateLimited ? words.wait ?? FailureWords(hint).wait : nil)
        self.init(kind: kind, message: message, retryAfter: wait)
    }

    private static func kind(ofCode code: String?, words: FailureWords) -> Kind? {
        switch code {
        case "validation_error", "not_found": .invalidRequest
        case "invalid_api_key", "unauthenticated", "forbidden": .unauthorized
        case "insufficient_balance", "no_subscription": .outOfCredit
        case "rate_limited": .rateLimited
        case "upstream_unavailable": .unavailable
        case "provider_error": .failedJob(mayTryAgain: words.contains("try again"))
        default: nil
        }
    }

    private static func kind(ofStatus status: Int) -> Kind? {
        switch status {
        case 300..<400: .unreadable
        case 401: .unauthorized
        case 402: .outOfCredit
        case 429: .rateLimited
        case 408, 425, 500...: .unavailable
        default: nil
        }
    }

    /// The text of an error: a string, a list, or an object of lists whose names are kept.
    private static func message(in body: WireValue) -> String? {
        let candidates = [body["message"], body["messege"], body["error"]?["message"], body["error"]]
        return candidates.lazy.compactMap { $0.flatMap(flattened) }.first
    }

    private static func flattened(_ value: WireValue) -> String? {
        switch value {
        case .string: value.text
        case .array(let items): joined(items.compactMap(flattened))
        case .object(let members):
            joined(
                members.sorted { $0.key < $1.key }.compactMap { name, item in flattened(item).map { "\(name): \($0)" } }
            )
        case .null, .bool, .integer, .number: nil
        }
    }

    private static func joined(_ parts: [String]) -> String? {
        parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}
