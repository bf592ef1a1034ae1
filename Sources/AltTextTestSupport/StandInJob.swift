// SPDX-License-Identifier: Apache-2.0

/// One accepted caption request, with the answers that its variant calls for.
struct StandInJob: Sendable {
    let number: Int
    let image: String
    let length: String
    let variant: StandInVariant
    /// How many requests there were before about this image and length.
    let earlierSubmits: Int
    /// The stand-in's own origin, such as `http://127.0.0.1:4321`.
    let origin: String
    let key: String
    /// How often the result is not ready yet when asked for.
    let unfinishedPolls: Int
    /// How many seconds the job is said to take.
    let estimate: Int
    /// How often the result was asked for.
    var polls = 0

    private var text: String { StandInCaption.text(image: image, length: length) }
    private var id: String { variant == .processingStringID ? #""job-\#(number)-a""# : "\(number)" }
    private var isFirst: Bool { earlierSubmits == 0 }

    /// The answer to the request that made the job.
    func answerToSubmit() -> StandInReply {
        switch variant {
        case .outputString: success(output: #""\#(text)""#)
        case .outputObject: success(output: #"{"text":"\#(text)"}"#)
        case .outputObjectInArray: success(output: #"[{"caption":"\#(text)"}]"#)
        case .outputBlankFirst: success(output: #"["","  \#(text)\n"]"#)
        case .outputTextFile: success(output: #"["\#(origin)/files/\#(number).txt"]"#)
        case .outputJSONFile: success(output: #"["\#(origin)/files/\#(number).json"]"#)
        case .outputImageFile: success(output: #"["\#(origin)/files/\#(number).png"]"#)
        case .outputPrivateFile: success(output: #"["https://169.254.169.254/latest/meta-data"]"#)
        case .outputLate, .outputEmptyArray: success(output: "[]")
        case .outputEmptyString: success(output: #""""#)

        case .processing, .processingPollError, .processingMixedUp, .processingFailed, .processingUnknownID,
            .processingForever, .processingStringID, .processingMixedUpForever, .processingPollErrorForever,
            .processingPollLimit:
            processing()
        case .processingWithoutFetchURL: processing(fetchURL: nil)
        case .processingFractionalETA: processing(eta: "20.94")
        case .processingForeignFetch:
            processing(fetchURL: "https://files.example.com/api/v6/image_editing/fetch/\(number)")
        case .processingOldStyle:
            open(
                #"{"status":"processing","tip":"Get the image","tip_1":"Use webhooks","eta":6,"messege":"Try to fetch"#
                    + #" request after seconds estimated","fetch_result":"\#(ownFetchURL)","#
                    + #""id":\#(number),"output":""}"#
            )
        case .processingQueued: open(#"{"status":"queued","id":\#(number)}"#)
        case .processingWithoutID: .json(#"{"status":"processing","id":"","eta":8,"output":[]}"#)

        case .validationFields: .json(#"{"status":"error","message":\#(Self.fieldErrors)}"#)
        case .validationText: .error("init_image is required", status: 400)
        case .validationMessege: .json(#"{"status":"error","messege":\#(Self.fieldErrors)}"#)
        case .validationCode: .error("The request is invalid.", more: #","code":"validation_error""#)
        case .imageUnreachable: .error("Unable to fetch image from provided URL", status: 400)
        case .invalidRequest: .error("Invalid API Request", more: #","tip":"Check header, method and JSON.""#)
        case .keyEchoed: .error("Bad request: key=\(key)", status: 400)
        case .keyRefused: .error("Invalid API key", status: 401)
        case .keyRefusedUnderOK: .error("Invalid Api Key", more: #","tip":"Create a key on the dashboard.""#)
        case .keyRefusedCode: .error("Not allowed.", more: #","code":"unauthenticated""#)
        case .creditGone: .error("Insufficient credits. Please add more credits to continue.", status: 402)
        case .creditGoneCode: .error("Payment needed.", more: #","code":"insufficient_balance""#)
        case .planRefused: .error("This feature requires a premium subscription", status: 403)
        case .planLimitText: .error("Your monthly limit exceeded, upgrade subscription now on the dashboard")

        case .rateLimit: once(.rateLimit)
        case .rateLimitUnderOK: once(.error("Rate limit exceeded"))
        case .rateLimitTips: once(.error("Rate limit exceeded", more: #","tips":"Wait 30 seconds between requests.""#))
        case .rateLimitWithoutHint: once(.error("Rate limit exceeded.", status: 429))
        case .rateLimitHeader: once(.json(#"{"message":"Slow down"}"#, status: 429, headers: ["Retry-After": "17"]))
        case .rateLimitCode: once(.error("Slow down", more: #","code":"rate_limited","retry_after":12"#))
        case .rateLimitFramework: once(.json(#"{"message":"Too many requests"}"#, status: 429))
        case .rateLimitLong: .error("Limit reached, try again in 30 minutes")
        case .rateLimitForever: .rateLimit

        case .serverError: once(.serverError)
        case .serverBusy: once(.error("Service temporarily unavailable. Please try again later.", status: 503))
        case .serverErrorCode: once(.error("Upstream trouble", more: #","code":"upstream_unavailable""#))
        case .gatewayPage502: once(.page(status: 502))
        case .gatewayPage524: once(.page(status: 524))
        case .connectionDropped: once(success().delivered(.dropped))
        case .answerTorn: once(success().delivered(.torn))
        case .answerWithheld: once(success().delivered(.withheld))
        case .answerStalled: once(success().delivered(.stalled))
        case .serverErrorForever: .serverError
        case .emptyBody: .json("")
        case .cutJSON: .json(String(success().body.prefix(60)))
        case .pageUnderOK: .page(status: 200)
        case .deepJSON: .json(String(repeating: "[", count: 100_000))
        case .endlessBody: StandInReply.json(String(repeating: " ", count: 65_536)).delivered(.endless)
        case .redirect: .json("", status: 307, headers: ["Location": "\(origin)/elsewhere?key=\(key)"])

        case .tryAgainOnce: once(.tryAgain)
        case .tryAgainForever: .tryAgain
        case .providerError: .error("The provider refused the request.", more: #","code":"provider_error""#)

        case .outputArray, .uploadOutputString, .uploadURL, .uploadLink, .uploadRefused: success()
        }
    }

    /// The answer to a fetch; `polls` counts this one.
    func answerToFetch() -> StandInReply {
        switch variant {
        case .outputEmptyArray: return success(output: "[]")
        case .outputEmptyString: return success(output: #""""#)
        case .processingUnknownID: return .unknownJob
        case .processingFailed where polls > unfinishedPolls:
            return .json(#"{"status":"failed","id":\#(number),"message":"Processing failed: no faces","output":""}"#)
        case .processingPollLimit:
            return StandInReply(status: 429, body: StandInReply.rateLimit.body, leavesJobOpen: true)
        case _ where variant == .processingPollErrorForever || (variant == .processingPollError && polls == 1):
            return StandInReply(
                status: 502, contentType: "text/html", body: "<h1>Bad Gateway</h1>", leavesJobOpen: true)
        case _ where variant == .processingMixedUpForever || (variant == .processingMixedUp && polls == 1):
            return open(#"{"status":"success","id":1,"output":["A caption of another image."]}"#)
        case .processingQueued where polls <= unfinishedPolls:
            return open(#"{"status":"pending","id":\#(number)}"#)
        case _ where variant == .processingForever || (variant != .outputLate && polls <= unfinishedPolls):
            return open(
                #"{"status":"processing","message":"Your request is still being worked on","output":"","tip":""}"#)
        default:
            return .json(#"{"status":"success","id":\#(id),"output":["\#(text)"]}"#)
        }
    }

    private static let fieldErrors = #"{"init_image":["The init image field is required."]}"#

    private var ownFetchURL: String { "\(origin)/api/v6/image_editing/fetch/\(number)" }

    private func success(output: String? = nil) -> StandInReply {
        .json(
            #"{"status":"success","generationTime":1.74,"id":\#(id),"output":\#(output ?? #"["\#(text)"]"#),"#
                + #""proxy_links":[],"meta":{"key":"\#(key)","length":"\#(length)","base64":"no"}}"#)
    }

    private func processing(eta: String? = nil) -> StandInReply {
        processing(eta: eta, fetchURL: variant == .processingStringID ? nil : ownFetchURL)
    }

    private func processing(eta: String? = nil, fetchURL: String?) -> StandInReply {
        open(
            #"{"status":"processing","tip":"Poll for the result.","eta":\#(eta ?? "\(estimate)"),"#
                + #""message":"Try to fetch request after seconds estimated","#
                + (fetchURL.map { #""fetch_result":"\#($0)","# } ?? "")
                + #""id":\#(id),"output":[],"future_links":["https://files.example.com/later.txt"],"meta":{}}"#)
    }

    private func open(_ body: String) -> StandInReply {
        StandInReply(body: body, leavesJobOpen: true)
    }

    private func once(_ reply: StandInReply) -> StandInReply {
        isFirst ? reply : success()
    }
}

extension StandInReply {
    /// Too many jobs are open.
    static let rateLimit = error(
        "Rate limit exceeded. Maximum 5 queued requests allowed.", status: 429, more: #","retry_after":30"#)
    /// The answer to a fetch of a job that never was.
    static let unknownJob = json(#"{"status":"failed","id":"","message":"Request not found","output":"","tip":""}"#)

    fileprivate static let serverError = error("Internal server error. Please try again.", status: 500)
    fileprivate static let tryAgain = json(#"{"status":"failed","id":"","message":"Failed, Try Again","output":""}"#)
}
