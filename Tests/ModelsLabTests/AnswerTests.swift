// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import ModelsLab

@Suite("An answer")
struct AnswerTests {
    @Test(
        "that holds a text gives it, trimmed",
        arguments: [
            #"{"status":"success","output":["A dog."]}"#, #"{"status":"SUCCESS","output":"A dog.","id":null}"#,
            #"{"status":"success","output":[null,""," A dog.\n"],"proxy_links":null}"#,
            #"{"status":"success","output":{"text":"A dog."},"meta":7}"#,
            #"{"status":"success","output":[{"caption":"A dog."}],"proxy_links":{"0":"https://x.example"}}"#,
            #"{"status":"ready","output":["A dog."]}"#, #"{"output":["A dog."]}"#,
            #"{"status":"success","output":[],"caption":"A dog."}"#,
        ])
    func text(_ json: String) {
        #expect(answer(json) == .text("A dog."))
    }

    @Test(
        "that is not the end names the job",
        arguments: [
            (#"{"status":"processing","id":7,"eta":20.5}"#, "7", 20.5),
            (#"{"status":"pending","id":"a7","eta":"3"}"#, "a7", 3),
            (#"{"status":"unheard-of","request_id":7,"eta":null,"output":["not yet"]}"#, "7", nil),
            (#"{"id":7,"eta":-1,"future_links":["https://x.example/a.txt"]}"#, "7", nil),
        ] as [(String, String, Double?)])
    func pending(_ json: String, _ id: String, _ eta: Double?) {
        #expect(answer(json) == .pending(jobID: id, fetchURL: nil, eta: eta.map { .seconds($0) }))
    }

    @Test(
        "without a text is no caption, whatever else it says",
        arguments: [
            #"{"status":"success","id":7,"output":[],"message":"A dog.","tip":"A cat."}"#,
            #"{"status":"success","id":7,"output":[" "],"proxy_links":["https://x.example"],"future_links":["A"]}"#,
            #"{"status":"success","id":7}"#, #"{"status":"success","id":7,"output":{"x":"A dog."}}"#,
        ])
    func blank(_ json: String) {
        #expect(answer(json) == .blank(jobID: "7"))
    }

    @Test(
        "that is an error is told by its code, its status code or its words",
        arguments: [
            (
                200, #"{"status":"error","message":{"init_image":["is required."],"length":["is bad."]}}"#,
                .invalidRequest
            ),
            (200, #"{"status":"error","message":{"key":["The key field is required."]}}"#, .unauthorized),
            (200, #"{"status":"error","error":{"message":"Invalid API key"}}"#, .unauthorized),
            (200, #"{"error":"Too many requests"}"#, .rateLimited),
            (200, #"{"status":"failed","message":"Failed. No credits were charged."}"#, .failedJob(mayTryAgain: false)),
            (200, #"{"status":"failed","message":"Failed, Try Again"}"#, .failedJob(mayTryAgain: true)),
            (200, #"{"status":"error","message":"Your balance is too low"}"#, .outOfCredit),
            (200, #"{"status":"error","message":"x","code":"upstream_unavailable"}"#, .unavailable),
            (400, #"{"status":"error","message":"Invalid API key"}"#, .unauthorized),
            (403, #"{"status":"error","message":"Blocked by the content filter"}"#, .invalidRequest),
            (404, #"{"message":"Not Found"}"#, .invalidRequest),
            (429, #"{"status":"error","message":"Slow down. Upgrade your subscription."}"#, .rateLimited),
            (500, #"{"status":"success","output":["A dog."]}"#, .unavailable),
            (200, "<html>", .unreadable), (200, "[]", .unreadable), (200, "", .unreadable),
            (200, #"{"a":"#, .unreadable),
            (200, "{}", .unreadable), (302, "", .unreadable), (404, "<html>", .invalidRequest),
            (401, "", .unauthorized),
            (503, "", .unavailable), (429, "", .rateLimited),
        ] as [(Int, String, ServiceFailure.Kind)])
    func failure(_ status: Int, _ json: String, _ kind: ServiceFailure.Kind) {
        guard case .failure(let failure) = answer(json, status: status) else {
            Issue.record("no failure: \(json)")
            return
        }
        #expect(failure.kind == kind)
    }

    @Test("keeps the names of the fields that an error is about")
    func fields() {
        let json = #"{"status":"error","messege":{"length":["is bad.","is long."],"init_image":["is required."]}}"#
        let message = "init_image: is required.; length: is bad.; is long."
        #expect(answer(json) == .failure(ServiceFailure(kind: .invalidRequest, message: message)))
    }

    @Test("about another job than the one that was asked for is not used")
    func otherJob() {
        let reply = Reply(status: 200, body: Array(#"{"status":"success","id":8,"output":["A cat."]}"#.utf8))
        guard case .failure(let failure) = Answer(reply, fields: Answer.captionFields, expecting: "7") else {
            Issue.record("another job's caption was taken")
            return
        }
        #expect(failure.kind == .unreadable)
    }

    @Test("in a result file says nothing about the key or the account", arguments: [401, 402, 403, 429])
    func file(_ status: Int) {
        guard case .failure(let failure) = Answer(file: Reply(status: status, body: [])) else {
            Issue.record("no failure")
            return
        }
        #expect(failure.kind == .failedJob(mayTryAgain: false))
    }

    @Test(
        "may say in words how long to wait",
        arguments: [
            ("try again in 30 minutes", 1800), ("Please wait 30 seconds.", 30), ("Retry after 1 hour", 3600),
            ("Maximum 5 queued requests allowed", nil), ("Failed, Try Again", nil),
        ] as [(String, Int?)])
    func wait(_ text: String, _ seconds: Int?) {
        #expect(FailureWords(text).wait == seconds.map { .seconds($0) })
    }

    @Test("is made readable for one line without the key")
    func redaction() {
        let secret = Secret("S3CR3T")
        #expect(secret.redacted(from: "a S3CR3T\u{301} S3CR3TS3CR3T S3CR3") == "a [key]\u{301} [key][key] S3CR3")
        #expect("\(secret) \(String(reflecting: secret))" == "[key] [key]")
        #expect(Mirror(reflecting: secret).children.isEmpty)
    }

    @Test(
        "is made readable without the key in another form",
        arguments: [
            "%4D%41%52%4B%45%44%2F%2B+%4f1c9a7e", "MARKED%2f%2B+O1c9a7e", #"MARKED\/++O1c9a7e"#,
            #"\u004dARKED\\/\u002B+O1c9a7e"#, #"\\u004dARKED\u002f++O1c9a7e"#, "&#77;ARKED&#x2F;++O1c9a7e",
            "MAR\u{200B}KED/\u{202E}+\u{7}+O1c\u{AD}9a7e", "TUFSS0VELysrTzFjOWE3ZQ==", "TUFSS0VELysrTzFjOWE3ZQ",
            "TUFSS0VELysrTzFjOWE3ZTp4", "eDpNQVJLRUQvKytPMWM5YTdl", "YmFzaWMgTUFSS0VELysrTzFjOWE3ZQ==",
            "TUFSS0VELysrTzFjOWE3Z", "marked/++o1C9A7E", "tufss0velysrtzfjowe3zq==", "TUFSS0VELysrTzFjOWE3Z%51%3D%3D",
        ])
    func escapedKey(form: String) {
        let secret = Secret("MARKED/++O1c9a7e")
        for text in [form, "key=\(form)", "bad \(form) here \(form)."] {
            let redacted = secret.redacted(from: text)
            #expect(
                redacted.contains("[key]") && !redacted.contains("1c9a7") && !redacted.lowercased().contains("vely"),
                "\(redacted)")
            #expect(secret.isTold(by: text))
        }
    }

    @Test(
        "stays as it is where the key is not in it",
        arguments: [
            "", "A brown dog", "MARKED/++O1c9a7", "%4D%41", "100 % of it", #"a \ b \u00 \q"#,
            "&#;&#x;&#9999999999;&amp;",
            "TUFSS0VE", "犬 🐕 e\u{301}\u{200D}", "%ZZ%", #"\"#, "&#77", #"\ud83d\ude00"#,
        ])
    func otherText(text: String) {
        let secret = Secret("MARKED/++O1c9a7e")
        #expect(Array(secret.redacted(from: text).unicodeScalars) == Array(text.unicodeScalars))
        #expect(!secret.isTold(by: text))
        #expect(!Secret("").isTold(by: text))
        #expect(Secret("").redacted(from: text) == text)
    }

    @Test(
        "may end in the middle of an escape",
        arguments: [
            #"MARKED-KEY\u4D"#, #"MARKED-KEY\x4"#, "MARKED-KEY%4", "MARKED-KE&#89", "MARKED-KE&#x59", "MARKED-KE&#",
        ])
    func cutEscape(text: String) {
        for key in ["MARKED-KEYM", "MARKED-KEY\u{4}", "MARKED-KEY", #"\\\\\\"#] {
            #expect(!Secret(key).redacted(from: text).contains(key))
        }
    }

    @Test("is no place to look for a key that is shorter than a word")
    func shortKey() {
        #expect(!Secret("dog").isTold(by: "A brown dog"))
        #expect(Secret("dog").redacted(from: "A brown dog") == "A brown [key]")
    }

    private func answer(_ json: String, status: Int = 200) -> Answer {
        Answer(Reply(status: status, body: Array(json.utf8)), fields: Answer.captionFields)
    }
}
