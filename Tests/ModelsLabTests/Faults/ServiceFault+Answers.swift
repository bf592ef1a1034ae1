// SPDX-License-Identifier: Apache-2.0

import AltTextTestSupport

extension ServiceFault {
    /// What the service itself answers.
    static let answers: [(title: String, faults: [ServiceFault])] = [
        (
            "The caption in other forms",
            [
                .answer("in an array, as the documentation has it", .outputArray),
                .answer("a string", .outputString),
                .answer("an object", .outputObject),
                .answer("an object in an array", .outputObjectInArray),
                .answer("a blank string, then the text with white space around it", .outputBlankFirst),
                .answer("the URL of a text file", .outputTextFile, requests: 2),
                .answer("the URL of a JSON file", .outputJSONFile, requests: 2),
                .answer(
                    "the URL of a file that is no text", .outputImageFile, requests: 2,
                    noCaption("its result file holds no text")),
                .answer(
                    "a URL in a private network", .outputPrivateFile,
                    noCaption(
                        "the answer points to https://169.254.169.254/latest/meta-data, "
                            + "which is not a public https URL")),
                .answer(
                    "success without text, which is there when the job is asked for", .outputLate, requests: 2,
                    seconds: 3),
                .answer(
                    "success with an empty array, for ever", .outputEmptyArray, requests: 2, seconds: 3,
                    noCaption("its answer holds no text")),
                .answer(
                    "success with an empty string, for ever", .outputEmptyString, requests: 2, seconds: 3,
                    noCaption("its answer holds no text")),
                .upload("the URL of an upload as a string", .uploadOutputString),
                .upload("the URL of an upload under `url`", .uploadURL),
                .upload("the URL of an upload under `link`", .uploadLink),
            ]
        ),
        (
            "A job that goes on in the background",
            [
                .answer("done after two polls", .processing, requests: 4, seconds: 17),
                .answer("no `fetch_result`", .processingWithoutFetchURL, requests: 4, seconds: 17),
                .answer("the id is a string", .processingStringID, requests: 4, seconds: 17),
                .answer("the estimate is a fraction", .processingFractionalETA, requests: 4, seconds: 29.94),
                .answer("the fields of older versions", .processingOldStyle, requests: 4, seconds: 15),
                .answer("`queued`, then `pending`", .processingQueued, requests: 4, seconds: 12),
                .answer(
                    "`fetch_result` is on another host: not asked there", .processingForeignFetch, requests: 4,
                    seconds: 17),
                .answer("a poll gives a proxy's error page", .processingPollError, requests: 4, seconds: 13),
                .answer(
                    "every poll gives a proxy's error page", .processingPollErrorForever, requests: 5, seconds: 15,
                    notFetched("HTTP 502, <h1>Bad Gateway</h1>")),
                .answer("a poll gives another job's result", .processingMixedUp, requests: 4, seconds: 13),
                .answer(
                    "every poll gives another job's result", .processingMixedUpForever, requests: 5, seconds: 15,
                    notFetched("an answer about another job, 1")),
                .answer(
                    "every poll meets the rate limit", .processingPollLimit, requests: 8, seconds: 188,
                    notFetched("Rate limit exceeded. Maximum 5 queued requests allowed")),
                .answer(
                    "the job fails", .processingFailed, requests: 4, seconds: 17,
                    noCaption("Processing failed: no faces")),
                .answer(
                    "the job is not known any more", .processingUnknownID, requests: 2, seconds: 8,
                    noCaption("Request not found")),
                .answer("no id", .processingWithoutID, noCaption("its answer names no job to ask for")),
                .answer(
                    "never done", .processingForever, requests: 26, seconds: 300,
                    "ModelsLab took the job 84512000, but did not finish it within 300.0 seconds. Run again later."),
            ]
        ),
        (
            "Refusals",
            [
                .answer(
                    "of the request, with the names of fields", .validationFields,
                    notUsable("init_image: The init image field is required")),
                .answer("of the request, HTTP 400", .validationText, notUsable("init_image is required")),
                .answer(
                    "of the request, under `messege`", .validationMessege,
                    notUsable("init_image: The init image field is required")),
                .answer("of the request, by its code", .validationCode, notUsable("The request is invalid")),
                .answer(
                    "of an image that the service cannot load", .imageUnreachable,
                    notUsable("Unable to fetch image from provided URL")),
                .answer("of the request's form", .invalidRequest, notUsable("Invalid API Request")),
                .answer("that repeats the key", .keyEchoed, notUsable("Bad request: key=[key]")),
                .upload(
                    "of an upload", .uploadRefused, requests: 1, submissions: 0, notUsable("The image is no image")),
                .answer("of the key, HTTP 401", .keyRefused, keyRefused("Invalid API key")),
                .answer("of the key, HTTP 200", .keyRefusedUnderOK, keyRefused("Invalid Api Key")),
                .answer("of the key, by its code", .keyRefusedCode, keyRefused("Not allowed")),
                .answer(
                    "for lack of credit, HTTP 402", .creditGone,
                    creditGone("Insufficient credits. Please add more credits to continue")),
                .answer("for lack of credit, by its code", .creditGoneCode, creditGone("Payment needed")),
                .answer(
                    "because of the plan, HTTP 403", .planRefused,
                    creditGone("This feature requires a premium subscription")),
                .answer(
                    "because of the plan, in words", .planLimitText,
                    creditGone("Your monthly limit exceeded, upgrade subscription now on the dashboard")),
            ]
        ),
        (
            "A limited rate",
            [
                .answer("once, HTTP 429 with `retry_after`", .rateLimit, requests: 2, submissions: 2, seconds: 30),
                .answer("once, HTTP 200", .rateLimitUnderOK, requests: 2, submissions: 2, seconds: 5),
                .answer("once, with a wait in `tips`", .rateLimitTips, requests: 2, submissions: 2, seconds: 30),
                .answer("once, without a hint", .rateLimitWithoutHint, requests: 2, submissions: 2, seconds: 5),
                .answer("once, with `Retry-After`", .rateLimitHeader, requests: 2, submissions: 2, seconds: 17),
                .answer("once, by its code", .rateLimitCode, requests: 2, submissions: 2, seconds: 12),
                .answer(
                    "once, in the web framework's words", .rateLimitFramework, requests: 2, submissions: 2, seconds: 5),
                .answer(
                    "for longer than an image may take", .rateLimitLong,
                    limited("Limit reached, try again in 30 minutes")),
                .answer(
                    "for ever", .rateLimitForever, requests: 7, submissions: 7, seconds: 180,
                    limited("Rate limit exceeded. Maximum 5 queued requests allowed")),
            ]
        ),
        (
            "Trouble at the service",
            [
                .answer("once, HTTP 500", .serverError, requests: 2, submissions: 2, seconds: 1),
                .answer("once, HTTP 503", .serverBusy, requests: 2, submissions: 2, seconds: 1),
                .answer("once, by its code", .serverErrorCode, requests: 2, submissions: 2, seconds: 1),
                .answer("once, a proxy's page with HTTP 502", .gatewayPage502, requests: 2, submissions: 2, seconds: 1),
                .answer("once, a proxy's page with HTTP 524", .gatewayPage524, requests: 2, submissions: 2, seconds: 1),
                .answer(
                    "for ever, HTTP 500", .serverErrorForever, requests: 4, submissions: 4, seconds: 7,
                    outOfReach("Internal server error. Please try again")),
                .answer(
                    "a job that fails with \"try again\", once", .tryAgainOnce, requests: 2, submissions: 2, seconds: 1),
                .answer(
                    "a job that fails with \"try again\", for ever", .tryAgainForever, requests: 2, submissions: 2,
                    seconds: 1, noCaption("Failed, Try Again")),
                .answer("a job that fails by its code", .providerError, noCaption("The provider refused the request")),
                .answer("no answer, once", .answerWithheld, requests: 2, submissions: 2, seconds: 1),
                .answer(
                    "half an answer and then nothing, once", .answerStalled, requests: 2, submissions: 2, seconds: 1),
                .answer(
                    "a connection closed before the answer, once", .connectionDropped, requests: 2, submissions: 2,
                    seconds: 1),
                .answer(
                    "a connection closed in the answer, once", .answerTorn, requests: 2, submissions: 2, seconds: 1),
            ]
        ),
        (
            "Answers that cannot be read",
            [
                .answer("an empty body", .emptyBody, unreadable("no content")),
                .answer(
                    "JSON that is cut off", .cutJSON,
                    unreadable(#"{"status":"success","generationTime":1.74,"id":84512000,"out"#)),
                .answer(
                    "a web page", .pageUnderOK, unreadable("<!DOCTYPE html><title>200</title><h1>Trouble</h1>")),
                .answer("JSON of 100,000 levels", .deepJSON, unreadable("[[[[…")),
                .answer(
                    "a body without end", .endlessBody, noUsableAnswer("the answer has more than 1048576 bytes")),
                .answer("a redirect", .redirect, noUsableAnswer("HTTP 307, a redirect, is not followed")),
            ]
        ),
    ]

    private static func unreadable(_ beginning: String) -> String {
        noUsableAnswer("HTTP 200 with an unreadable answer, \(beginning)")
    }
}
