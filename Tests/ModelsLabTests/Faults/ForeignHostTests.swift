// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import AltTextTestSupport
import Logging
import ModelsLab
import Testing

@Suite("A host that is not the service's", .timeLimit(.minutes(20)))
struct ForeignHostTests {
    private static let key = "MARKED0KEY1MARKED2"

    /// What the service answers, given the origin of a foreign host, and its own.
    struct Lure: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let outcome: StandInOutcome
        /// Requests to the service.
        let requests: Int
        let answer: @Sendable (_ request: String, _ foreign: String, _ own: String) -> String
    }

    private static let redirects = [301, 302, 303, 307, 308].map { status in
        Lure(testDescription: "redirect, HTTP \(status)", outcome: .unavailable, requests: 1) { _, foreign, _ in
            WireFault.answer(
                "", status: "\(status) Moved", fields: "Location: \(foreign)/api/v6/image_editing/caption\r\n")
        }
    }

    private static let others = [
        Lure(testDescription: "`output`", outcome: .failed, requests: 1) { _, foreign, _ in
            WireFault.answer(#"{"status":"success","id":7,"output":["\#(foreign)/7.txt"]}"#)
        },
        Lure(testDescription: "redirect of a result file", outcome: .failed, requests: 2) { request, foreign, own in
            request.hasPrefix("GET ")
                ? WireFault.answer("", status: "302 Found", fields: "Location: \(foreign)/7.txt\r\n")
                : WireFault.answer(#"{"status":"success","id":7,"output":["\#(own)/files/7.txt"]}"#)
        },
        Lure(testDescription: "`fetch_result`", outcome: .caption, requests: 2) { request, foreign, _ in
            request.contains("/fetch/7 ")
                ? WireFault.answer(WireFault.json.replacing("84512037", with: "7"))
                : WireFault.answer(
                    #"{"status":"processing","id":7,"fetch_result":"\#(foreign)/api/v6/image_editing/fetch/7"}"#)
        },
        Lure(testDescription: "redirect of a poll", outcome: .timedOut, requests: 5) { request, foreign, _ in
            request.contains("/fetch/7 ")
                ? WireFault.answer("", status: "307 Moved", fields: "Location: \(foreign)/api/v6/fetch/7\r\n")
                : WireFault.answer(#"{"status":"processing","id":7}"#)
        },
        Lure(testDescription: "links beside the result", outcome: .caption, requests: 1) { _, foreign, _ in
            WireFault.answer(
                #"{"status":"success","id":7,"output":["\#(WireFault.caption)"],"proxy_links":["\#(foreign)/a"],"#
                    + #""future_links":["\#(foreign)/b"],"webhook":"\#(foreign)/c"}"#)
        },
    ]

    @Test("is never asked for anything, whatever the service answers", arguments: redirects + others)
    func lure(_ lure: Lure) async throws {
        try await withWireServer(.answering(WireFault.answer(WireFault.json))) { foreign in
            let service = WireFault.answering { request in
                let host = request.firstMatch(of: #/Host: *([^\r]*)/#.ignoresCase()).map { String($0.1) } ?? ""
                return lure.answer(request, "http://127.0.0.1:\(foreign.port)", "http://\(host)")
            }
            try await withWireServer(service) { server in
                let configuration = ModelsLabConfiguration(
                    key: Secret(Self.key), baseURL: "http://127.0.0.1:\(server.port)", clock: VirtualClock(),
                    jitter: { 0 })
                let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
                let result = try await withModelsLabCaptioner(configuration: configuration, logger: logger) {
                    await $0.result(
                        for: CaptionRequest(
                            image: .url("https://www.example.org/a.png"), length: .normal, name: "img/a.png"))
                }
                #expect(result.outcome == lure.outcome, "\(result)")
                let requests = server.record.requests
                #expect(requests.count == lure.requests)
                // Files are loaded without the key, even from the service.
                #expect(requests.allSatisfy { $0.contains(Self.key) == $0.hasPrefix("POST ") })
            }
            #expect(foreign.record.connections == 0)
        }
    }
}
