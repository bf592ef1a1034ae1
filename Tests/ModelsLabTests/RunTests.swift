// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import AltTextTestSupport
import Logging
import ModelsLab
import Testing

@Suite("A run")
struct RunTests {
    @Test("keeps no more jobs open than allowed, from submit to answer", arguments: [1, 3])
    func concurrency(_ places: Int) async throws {
        let behaviour = StandInBehaviour(plan: .always(.processing), queueLimit: nil)
        let configure = { (configuration: inout ModelsLabConfiguration) in
            configuration.concurrency = places
            configuration.imageDeadline = .seconds(1_000_000)
        }
        try await StandInFixture.run(behaviour, configure: configure) { fixture in
            let captions = await captions(of: 24, fixture)
            #expect(captions == 24)
            #expect(await fixture.server.highWaterMark == places)
        }
    }

    @Test("gets all captions though the queue of the service is shorter than its own")
    func shortQueue() async throws {
        let behaviour = StandInBehaviour(plan: .always(.processing), queueLimit: 2)
        let configure = { (configuration: inout ModelsLabConfiguration) in
            configuration.imageDeadline = .seconds(1_000_000)
            // Pauses take no time here, so that the other jobs do not get on in the meantime.
            configuration.retryPolicy.rateLimitRetries = 10_000
        }
        try await StandInFixture.run(behaviour, configure: configure) { fixture in
            #expect(await captions(of: 24, fixture) == 24)
            #expect(await fixture.server.highWaterMark == 2)
        }
    }

    @Test(
        "makes no request after a refusal that holds for all images",
        arguments: [StandInVariant.keyRefused, .creditGone])
    func refusal(_ variant: StandInVariant) async throws {
        try await StandInFixture.run { fixture in
            let first = await fixture.result(for: imageURL(variant))
            let second = await fixture.result(for: imageURL(.outputArray))
            #expect(first.outcome == variant.outcome)
            #expect(first == second)
            #expect(await fixture.server.requests.count == 1)
        }
    }

    @Test("tells captions apart by length, which is always sent", arguments: CaptionLength.allCases)
    func length(_ length: CaptionLength) async throws {
        try await StandInFixture.run { fixture in
            let url = imageURL(.outputArray)
            let caption = StandInServer.caption(for: url, length: length.rawValue)
            #expect(await fixture.result(for: url, length: length) == .success(caption))
            #expect(await fixture.server.requests.map(\.length) == [length.rawValue])
        }
    }

    @Test("with a wrong key is refused")
    func wrongKey() async throws {
        try await StandInFixture.run(configure: { $0.key = Secret("another-key") }) { fixture in
            #expect(await fixture.result(for: imageURL(.outputArray)).outcome == .unauthorized)
        }
    }

    @Test("sends no upload that is too large or of a type that the service does not take")
    func uploadLimits() async throws {
        try await StandInFixture.run { fixture in
            let large = CaptionImage.upload(bytes: Array(repeating: 0, count: 5_000_001), mediaType: "image/png")
            let webp = CaptionImage.upload(bytes: [0], mediaType: "image/webp")
            for image in [large, webp] {
                let result = await fixture.result(for: CaptionRequest(image: image, length: .normal, name: "img/a.png"))
                #expect(result.outcome == .rejected)
            }
            #expect(await fixture.server.requests.isEmpty)
        }
    }

    @Test("uploads an image of the largest size")
    func largestUpload() async throws {
        try await StandInFixture.run { fixture in
            let image = [UInt8](repeating: 7, count: 5_000_000)
            let request = CaptionRequest(
                image: .upload(bytes: image, mediaType: "image/jpeg"), length: .short, name: "img/a.jpg")
            #expect(
                await fixture.result(for: request) == .success(StandInServer.caption(forUpload: image, length: "short"))
            )
        }
    }

    @Test("shows the key nowhere", arguments: StandInVariant.allCases.filter { !$0.needsTimeout })
    func key(_ variant: StandInVariant) async throws {
        let key = "MARKED0KEY1MARKED2"
        let log = LogRecorder()
        try await StandInFixture.run(StandInBehaviour(key: key), logger: log.logger) { fixture in
            let result = await fixture.result(for: imageURL(variant))
            #expect(!"\(result)".contains(key))
        }
        #expect(!log.lines.isEmpty)
        #expect(!log.lines.contains { $0.contains(key) })
    }

    @Test("can print its configuration without the key")
    func configuration() {
        let configuration = ModelsLabConfiguration(key: Secret("MARKED0KEY1MARKED2"))
        var printed = "\(configuration) \(String(reflecting: configuration))"
        dump(configuration, to: &printed)
        #expect(!printed.contains("MARKED"))
    }

    private func captions(of count: Int, _ fixture: StandInFixture) async -> Int {
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<count {
                group.addTask {
                    let url = "https://www.example.org/\(number).png"
                    return await fixture.result(for: url) == .success(StandInServer.caption(for: url))
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
    }
}
