// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import AltTextTestSupport
import Logging
import ModelsLab
import Testing

@Suite("An answer about another image", .timeLimit(.minutes(20)))
struct MixUpTests {
    private static let first = "https://www.example.org/img/first.png"
    private static let second = "https://www.example.org/img/second.png"

    /// What comes of two images, one after the other, of which each is answered with `image` as the one it is about.
    private func results(
        answering image: String, second: String = second, status: String = "success"
    ) async throws -> (results: [Result<String, CaptionError>], statistics: CaptionStatistics) {
        let answer =
            #"{"status":"\#(status)","id":7,"output":["\#(WireFault.caption)"],"meta":{"init_image":\#(image)}}"#
        return try await results(.answering(WireFault.answer(answer)), second: second)
    }

    private func results(
        _ service: WireFault, second: String = second
    ) async throws -> (results: [Result<String, CaptionError>], statistics: CaptionStatistics) {
        try await withWireServer(service) { server in
            let configuration = ModelsLabConfiguration(
                key: Secret("stand-in-key"), baseURL: "http://127.0.0.1:\(server.port)", clock: VirtualClock(),
                jitter: { 0 })
            let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
            return try await withModelsLabCaptioner(configuration: configuration, logger: logger) { captioner in
                var results: [Result<String, CaptionError>] = []
                for (url, name) in [(Self.first, "img/first.png"), (second, "img/second.png")] {
                    let request = CaptionRequest(image: .url(url), length: .normal, name: name)
                    results.append(await captioner.result(for: request))
                }
                return (results, captioner.statistics)
            }
        }
    }

    @Test(
        "that this run asked for is not taken for the caption, nor paid for again",
        arguments: ["success", "processing"])
    func mixedUp(status: String) async throws {
        let (results, statistics) = try await results(answering: "\"\(Self.first)\"", status: status)
        #expect(results.last?.outcome == .failed)
        #expect(
            results.last?.text == "img/second.png: ModelsLab made no caption: its answer is about \(Self.first). "
                + "Run again to ask anew.")
        #expect(statistics.submissions == 2)
        if status == "success" { #expect(results.first?.outcome == .caption) }
    }

    @Test(
        "cannot be told from the image's own URL in another form, so that the caption counts",
        arguments: [
            (#""https://www.example.org/img/second.png""#, second),
            // Nobody asked for that: the service may have made a copy.
            (#""https://files.example.com/copies/first.png""#, second),
            // The service may have left out what follows the path, or put something there.
            (#""https://www.example.org/img/first.png""#, "https://www.example.org/img/first.png?width=20"),
            (#""https://www.example.org/img/first.png""#, "https://www.example.org/img/first.png#part"),
            (#""https://www.example.org/img/first.png""#, "http://www.example.org/img/first.png"),
            ("null", second), ("7", second), (#"["https://www.example.org/img/first.png"]"#, second), (#""""#, second),
        ])
    func otherForm(image: String, second: String) async throws {
        let (results, statistics) = try await results(answering: image, second: second)
        #expect(results.map(\.text) == [WireFault.caption, WireFault.caption])
        #expect(statistics.requests == 2)
    }

    @Test("that comes unasked behind another answer is not taken for the next one")
    func unasked() async throws {
        let (results, _) = try await results(.twoAnswers)
        #expect(results.map(\.text) == [WireFault.caption, WireFault.caption])
    }
}
