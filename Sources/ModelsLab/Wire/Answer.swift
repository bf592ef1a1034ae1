// SPDX-License-Identifier: Apache-2.0

/// What an answer of the service means for a job.
///
/// The service wraps everything in an object with a `status`, but field types, status codes and even the spelling of
/// `message` change from case to case. All of that is settled here.
enum Answer: Hashable, Sendable {
    /// The job is done; trimmed, never blank.
    case text(String)
    /// The job is done, and its result is at this `http` or `https` URL.
    case file(String)
    /// The job goes on; id and fetch URL are unchecked.
    case pending(jobID: String?, fetchURL: String?, eta: Duration?)
    /// The job is said to be done, but there is no text.
    case blank(jobID: String?)
    /// The job came to nothing, or there is none.
    case failure(ServiceFailure)

    /// The fields of a caption answer that may hold the caption. Never `message`, `tip`, `proxy_links`, `future_links`.
    static let captionFields = ["output", "caption", "result", "description"]
    /// The fields of an upload answer that may hold the URL.
    static let uploadFields = ["output", "url", "link"]
    /// How many bytes a text may have; a long caption is a paragraph.
    private static let longestText = 10_000

    /// Reads an answer to a submit, a poll or an upload.
    /// - Parameters:
    ///   - expected: the job that a poll asked for; an answer about another one is not used.
    ///   - isOtherImage: whether a URL that the answer repeats is for certain not that of the image asked for.
    init(
        _ reply: Reply, fields: [String], expecting expected: String? = nil,
        isOtherImage: (String) -> Bool = { _ in false }
    ) {
        guard let body = WireValue(reply.body), case .object = body else {
            self = .failure(ServiceFailure(unreadable: reply))
            return
        }
        let status = body["status"]?.text?.lowercased()
        let isError = !reply.isOK || status == "error" || status == "failed" || (status == nil && body["error"] != nil)
        if isError {
            self = .failure(ServiceFailure(body, reply: reply))
            return
        }
        let jobID = (body["id"] ?? body["request_id"])?.identifier
        if let expected, let jobID, jobID != expected {
            self = .failure(ServiceFailure(kind: .unreadable, message: "an answer about another job, \(jobID)"))
            return
        }
        if let image = body["meta"]?["init_image"]?.text, isOtherImage(image) {
            self = .failure(
                ServiceFailure(kind: .failedJob(mayTryAgain: false), message: "its answer is about \(image)"))
            return
        }
        let fetchURL = body["fetch_result"]?.text
        let text = fields.lazy.compactMap { body[$0]?.captionText }.first
        switch (status, text) {
        case ("success", let text?), ("ready", let text?), (nil, let text?):
            self = text.isWebURL ? .file(text) : Self.result(text)
        case ("success", nil), ("ready", nil):
            self = .blank(jobID: jobID)
        case _ where jobID != nil || fetchURL != nil || expected != nil,
            ("processing", _), ("queued", _), ("pending", _):
            self = .pending(jobID: jobID, fetchURL: fetchURL, eta: body["eta"]?.seconds)
        case (nil, nil) where body["message"] != nil || body["messege"] != nil:
            self = .failure(ServiceFailure(body, reply: reply))
        default:
            let message = "status \(status ?? "missing") without a job to ask for"
            self = .failure(ServiceFailure(kind: .unreadable, message: message))
        }
    }

    /// Reads the text file that an answer named: plain text, or JSON of the same forms as `output`.
    init(file reply: Reply) {
        let isMarkup = reply.contentType?.lowercased().contains("html") ?? false
        guard reply.isOK else {
            // Whoever keeps the file says nothing about the key or the account.
            let kind: ServiceFailure.Kind = reply.status >= 500 ? .unavailable : .failedJob(mayTryAgain: false)
            self = .failure(ServiceFailure(kind: kind, message: "its result file gave HTTP \(reply.status)"))
            return
        }
        guard !isMarkup, !reply.body.contains(0), let content = String(validating: reply.body, as: UTF8.self),
            let text = WireValue(reply.body).map(\.captionText) ?? WireValue.string(content).text, !text.isWebURL
        else {
            self = .failure(
                ServiceFailure(kind: .failedJob(mayTryAgain: false), message: "its result file holds no text"))
            return
        }
        self = Self.result(text)
    }

    private static func result(_ text: String) -> Answer {
        text.utf8.count > longestText ? .failure(.tooMuchText) : .text(text)
    }
}

extension WireValue {
    /// The first text in a value as the service forms its output: a string, an array, or an object with a `text`.
    fileprivate var captionText: String? {
        switch self {
        case .string: text
        case .array(let items): items.lazy.compactMap(\.captionText).first
        case .object: ["text", "caption", "description"].lazy.compactMap { self[$0]?.captionText }.first
        case .null, .bool, .integer, .number: nil
        }
    }
}

extension String {
    fileprivate var isWebURL: Bool {
        let start = prefix(8).lowercased()
        return (start.hasPrefix("http://") || start.hasPrefix("https://")) && !contains(where: \.isWhitespace)
    }
}
