// SPDX-License-Identifier: Apache-2.0

/// One way in which the caption service has been seen, or is documented, to answer.
///
/// The raw value is what an image's URL, or the first KiB of an uploaded image, holds behind `variant-` to choose it.
/// It ends at the first character that is no lower-case letter, digit or hyphen.
/// "Once" means for the first request about an image and length; later ones get the caption.
public enum StandInVariant: String, CaseIterable, Hashable, Sendable {
    // MARK: Success at once

    /// The text as the only element of `output`: the baseline.
    case outputArray = "output-array"
    case outputString = "output-string"
    case outputObject = "output-object"
    case outputObjectInArray = "output-object-in-array"
    case outputBlankFirst = "output-blank-first"
    /// `output` is the URL of a plain text file on the stand-in.
    case outputTextFile = "output-text-file"
    /// `output` is the URL of a JSON file on the stand-in.
    case outputJSONFile = "output-json-file"
    /// `output` is the URL of a file that is no text.
    case outputImageFile = "output-image-file"
    /// `output` is a URL in a private network.
    case outputPrivateFile = "output-private-file"
    /// `output` is empty in the answer, and filled when it is fetched.
    case outputLate = "output-late"
    case outputEmptyArray = "output-empty-array"
    case outputEmptyString = "output-empty-string"

    // MARK: Success after polls

    case processing
    case processingWithoutFetchURL = "processing-without-fetch-url"
    case processingStringID = "processing-string-id"
    case processingFractionalETA = "processing-fractional-eta"
    /// `messege`, `tip_1` and an empty string as `output`.
    case processingOldStyle = "processing-old-style"
    /// `queued`, then `pending`.
    case processingQueued = "processing-queued"
    /// `fetch_result` names a host that is not the service's.
    case processingForeignFetch = "processing-foreign-fetch"
    /// One poll is answered by a proxy's error page.
    case processingPollError = "processing-poll-error"
    /// One poll is answered with the result of another job.
    case processingMixedUp = "processing-mixed-up"
    /// Every poll is answered with the result of another job.
    case processingMixedUpForever = "processing-mixed-up-forever"
    /// Every poll is answered by a proxy's error page.
    case processingPollErrorForever = "processing-poll-error-forever"
    /// Every poll meets the rate limit.
    case processingPollLimit = "processing-poll-limit"
    case processingFailed = "processing-failed"
    case processingUnknownID = "processing-unknown-id"
    case processingWithoutID = "processing-without-id"
    case processingForever = "processing-forever"

    // MARK: Refusals

    /// HTTP 200, the message an object of arrays: the baseline.
    case validationFields = "validation-fields"
    case validationText = "validation-text"
    case validationMessege = "validation-messege"
    case validationCode = "validation-code"
    case imageUnreachable = "image-unreachable"
    case invalidRequest = "invalid-request"
    /// The message repeats the key.
    case keyEchoed = "key-echoed"
    /// HTTP 401: the baseline.
    case keyRefused = "key-refused"
    case keyRefusedUnderOK = "key-refused-under-ok"
    case keyRefusedCode = "key-refused-code"
    /// HTTP 402: the baseline.
    case creditGone = "credit-gone"
    case creditGoneCode = "credit-gone-code"
    case planRefused = "plan-refused"
    case planLimitText = "plan-limit-text"

    // MARK: Rate limits

    /// HTTP 429 with `retry_after`, once: the baseline.
    case rateLimit = "rate-limit"
    case rateLimitUnderOK = "rate-limit-under-ok"
    case rateLimitTips = "rate-limit-tips"
    case rateLimitWithoutHint = "rate-limit-without-hint"
    case rateLimitHeader = "rate-limit-header"
    case rateLimitCode = "rate-limit-code"
    case rateLimitFramework = "rate-limit-framework"
    /// A wait of 30 minutes, in words.
    case rateLimitLong = "rate-limit-long"
    case rateLimitForever = "rate-limit-forever"

    // MARK: Trouble

    /// HTTP 500 with JSON, once: the baseline.
    case serverError = "server-error"
    case serverBusy = "server-busy"
    case serverErrorCode = "server-error-code"
    case gatewayPage502 = "gateway-page-502"
    case gatewayPage524 = "gateway-page-524"
    /// The connection is closed without an answer, once.
    case connectionDropped = "connection-dropped"
    /// The connection is closed in the middle of the answer, once.
    case answerTorn = "answer-torn"
    /// No answer at all, once.
    case answerWithheld = "answer-withheld"
    /// Half an answer and then nothing, once.
    case answerStalled = "answer-stalled"
    case serverErrorForever = "server-error-forever"
    case emptyBody = "empty-body"
    case cutJSON = "cut-json"
    case pageUnderOK = "page-under-ok"
    case deepJSON = "deep-json"
    case endlessBody = "endless-body"
    /// A redirect to another path of the stand-in, which keeps a record of visits.
    case redirect

    // MARK: Jobs that fail

    /// "Failed, Try Again", once.
    case tryAgainOnce = "try-again-once"
    case tryAgainForever = "try-again-forever"
    case providerError = "provider-error"

    // MARK: Uploads

    /// The URL as a string in `output`.
    case uploadOutputString = "upload-output-string"
    case uploadURL = "upload-url"
    case uploadLink = "upload-link"
    case uploadRefused = "upload-refused"

    /// What becomes of an image with this variant, by the contract.
    public var outcome: StandInOutcome {
        switch self {
        case .outputEmptyArray, .outputEmptyString, .outputImageFile, .outputPrivateFile, .processingFailed,
            .processingUnknownID, .processingWithoutID, .tryAgainForever, .providerError:
            .failed
        case .processingForever, .processingMixedUpForever, .processingPollErrorForever, .processingPollLimit: .timedOut
        case .validationFields, .validationText, .validationMessege, .validationCode, .imageUnreachable,
            .invalidRequest, .keyEchoed, .uploadRefused:
            .rejected
        case .keyRefused, .keyRefusedUnderOK, .keyRefusedCode: .unauthorized
        case .creditGone, .creditGoneCode, .planRefused, .planLimitText: .outOfCredit
        case .rateLimitLong, .rateLimitForever: .rateLimited
        case .serverErrorForever, .emptyBody, .cutJSON, .pageUnderOK, .deepJSON, .endlessBody, .redirect: .unavailable
        default: .caption
        }
    }

    /// Whether the client gets on only when its own timeout for a request ends.
    public var needsTimeout: Bool {
        self == .answerWithheld || self == .answerStalled
    }

    /// The variant that `text` names behind `variant-`.
    init?(markedIn text: String) {
        guard let marker = text.firstRange(of: "variant-") else { return nil }
        let name = text[marker.upperBound...].prefix {
            $0 == "-" || ("a"..."z").contains($0) || ("0"..."9").contains($0)
        }
        self.init(rawValue: String(name))
    }
}

/// What the contract calls for in answer to a variant.
public enum StandInOutcome: String, Hashable, Sendable {
    case caption
    case rejected
    case unauthorized
    case outOfCredit
    case rateLimited
    case unavailable
    case timedOut
    case failed
}
