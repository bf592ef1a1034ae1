// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import AltTextTestSupport
import ModelsLab
import Testing

@Suite("Every way in which the service answers")
struct VariantTests {
    /// How often a caption is asked for, where that is not once.
    private static let submits: [StandInVariant: Int] = [
        .rateLimit: 2, .rateLimitUnderOK: 2, .rateLimitTips: 2, .rateLimitWithoutHint: 2, .rateLimitHeader: 2,
        .rateLimitCode: 2, .rateLimitFramework: 2, .rateLimitForever: 7,
        .serverError: 2, .serverBusy: 2, .serverErrorCode: 2, .gatewayPage502: 2, .gatewayPage524: 2,
        .connectionDropped: 2, .answerTorn: 2, .serverErrorForever: 4,
        .tryAgainOnce: 2, .tryAgainForever: 2,
    ]

    @Test(
        "ends with the caption or the error that the contract calls for, and asks no more than needed",
        arguments: StandInVariant.allCases.filter { $0 != .uploadRefused && !$0.needsTimeout })
    func variant(_ variant: StandInVariant) async throws {
        try await StandInFixture.run { fixture in
            let url = imageURL(variant)
            let result = await fixture.result(for: url)
            #expect(result.outcome == variant.outcome, "\(result)")
            #expect(await fixture.count(.caption) == Self.submits[variant, default: 1])
            if case .success(let text) = result { #expect(text == StandInServer.caption(for: url)) }

            let requests = await fixture.server.requests
            #expect(
                requests.allSatisfy { $0.hasRightKey == ($0.endpoint != .file) && $0.mentionsKey == $0.hasRightKey })
            #expect(!requests.contains { $0.endpoint == .elsewhere })
            let statistics = fixture.captioner.statistics
            if variant == .connectionDropped || variant == .answerTorn {
                // A retry can meet the connection while it is being closed: an attempt that the service never sees.
                #expect(statistics.requests >= requests.count)
            } else {
                #expect(statistics.requests == requests.count)
                #expect(statistics.submissions == Self.submits[variant, default: 1])
            }
            #expect(statistics.captions == (variant.outcome == .caption ? 1 : 0))
        }
    }

    @Test("that does not come in time is asked for again", arguments: StandInVariant.allCases.filter(\.needsTimeout))
    func timeout(_ variant: StandInVariant) async throws {
        // On a busy machine the good answer may be late as well, so that there are tries to spare.
        let configure = { (configuration: inout ModelsLabConfiguration) in
            configuration.requestTimeout = .milliseconds(300)
            configuration.imageDeadline = .seconds(1_000_000)
            configuration.retryPolicy.serverRetries = 100
        }
        try await StandInFixture.run(configure: configure) { fixture in
            let url = imageURL(variant)
            #expect(await fixture.result(for: url) == .success(StandInServer.caption(for: url)))
            #expect(fixture.captioner.statistics.submissions > 1)
        }
    }

    @Test(
        "of an upload ends with the caption or a typed error",
        arguments: StandInVariant.allCases.filter { "\($0)".hasPrefix("upload") })
    func upload(_ variant: StandInVariant) async throws {
        let image = Array("PNG variant-\(variant.rawValue)!".utf8)
        try await StandInFixture.run { fixture in
            let request = CaptionRequest(
                image: .upload(bytes: image, mediaType: "image/png"), length: .long, name: "img/local.png")
            let result = await fixture.result(for: request)
            #expect(result.outcome == variant.outcome)
            #expect(await fixture.count(.upload) == 1)
            #expect(await fixture.count(.caption) == (variant.outcome == .caption ? 1 : 0))
            if case .success(let text) = result {
                #expect(text == StandInServer.caption(forUpload: image, length: "long"))
            }
        }
    }

    @Test("is told apart by length, which is always sent", arguments: CaptionLength.allCases)
    func length(_ length: CaptionLength) async throws {
        try await StandInFixture.run { fixture in
            let url = imageURL(.outputArray)
            let caption = StandInServer.caption(for: url, length: length.rawValue)
            #expect(await fixture.result(for: url, length: length) == .success(caption))
            #expect(await fixture.server.requests.map(\.length) == [length.rawValue])
        }
    }

    @Test(
        "names the image and the next step in one line",
        arguments: StandInVariant.allCases.filter { $0.outcome != .caption && $0 != .uploadRefused })
    func message(_ variant: StandInVariant) async throws {
        try await StandInFixture.run { fixture in
            let result = await fixture.result(for: imageURL(variant))
            let endsRun = variant.outcome == .unauthorized || variant.outcome == .outOfCredit
            #expect(result.text.hasPrefix(endsRun ? "ModelsLab" : "img/a.png: ModelsLab"))
            #expect(result.text.hasSuffix("."))
            #expect(!result.text.contains { $0.isNewline })
        }
    }

    @Test("is survived by a whole run in which all are mixed")
    func mixed() async throws {
        let variants = StandInVariant.allCases.filter {
            ![.unauthorized, .outOfCredit].contains($0.outcome) && !$0.needsTimeout && $0 != .uploadRefused
        }
        let plan = StandInPlan { image in variants[(Int(image.split(separator: "/").last ?? "") ?? 0) % variants.count]
        }
        let behaviour = StandInBehaviour(plan: plan)
        // The clock of the run is the clock of each image here, so the deadline is the run's.
        try await StandInFixture.run(behaviour, configure: { $0.imageDeadline = .seconds(1_000_000) }) { fixture in
            await withTaskGroup(of: (Int, Result<String, CaptionError>).self) { group in
                for number in variants.indices where variants[number].outcome != .timedOut {
                    group.addTask { (number, await fixture.result(for: "https://www.example.org/\(number)")) }
                }
                for await (number, result) in group {
                    #expect(
                        result.outcome == variants[number].outcome || variants[number] == .rateLimitLong,
                        "\(variants[number]): \(result)")
                    if case .success(let text) = result {
                        #expect(text == StandInServer.caption(for: "https://www.example.org/\(number)"))
                    }
                }
            }
        }
    }
}
