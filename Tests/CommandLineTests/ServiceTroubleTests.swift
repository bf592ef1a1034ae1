// SPDX-License-Identifier: Apache-2.0

import AltTextTestSupport
import Foundation
import Testing

@Suite("Trouble with the service")
struct ServiceTroubleTests {
    private static let key = "MARKED-4f1c9a7e"

    /// Variants with which the service asks for a wait of less than ten seconds, or for none; the binary really waits.
    private static let quick = StandInVariant.allCases.filter { variant in
        let waitsLong: Set<StandInVariant> = [
            .rateLimit, .rateLimitTips, .rateLimitHeader, .rateLimitCode, .rateLimitLong, .rateLimitForever,
            .processingForever, .processingFractionalETA, .answerWithheld, .answerStalled,
            .processingMixedUpForever, .processingPollErrorForever, .processingPollLimit,
        ]
        return !waitsLong.contains(variant)
    }

    private static func url(_ variant: StandInVariant) -> String {
        "https://cdn.example.com/variant-\(variant.rawValue).png"
    }

    private func writePage(_ variants: [StandInVariant], in folder: WorkFolder) throws {
        let images = variants.map { "<img src=\"\(Self.url($0))\">\n" }.joined()
        try folder.write("<!DOCTYPE html>\n<html lang=en>\n\(images)", to: "site/index.html")
    }

    @Test("of all kinds at once ends in a caption or in an error for each image, and the key appears nowhere")
    func mixed() async throws {
        let variants = Self.quick.filter { ![.unauthorized, .outOfCredit].contains($0.outcome) }
        #expect(variants.count > 40)
        let behaviour = StandInBehaviour(key: Self.key, queueLimit: nil, unfinishedPolls: 0)
        try await ServiceFixture.run(behaviour) { fixture in
            try writePage(variants, in: fixture.folder)
            let run = try await fixture.alttext("caption", "site", "--concurrency", "60", "-v")
            #expect(run.status == 3, "\(run.errors)")
            // An upload's variants have no meaning for a URL: the service answers as ever.
            let captioned = variants.filter { $0.outcome == .caption || $0 == .uploadRefused }
            let expected = captioned.map { ("url:\(Self.url($0))", StandInServer.caption(for: Self.url($0))) }
            #expect(try fixture.folder.captions() == Dictionary(uniqueKeysWithValues: expected))
            for variant in variants {
                let told = run.errorLines.count { $0.hasPrefix("failed: \(Self.url(variant)): ") }
                #expect(told == (captioned.contains(variant) ? 0 : 1), "\(variant)")
            }
            #expect(run.errorLines.count { $0.hasPrefix("failed: ") } == variants.count - captioned.count)
            #expect(!run.errors.contains(Self.key) && !run.text.contains(Self.key))
            for (name, bytes) in try fixture.folder.contents() {
                #expect(!String(decoding: bytes, as: UTF8.self).contains(Self.key), "\(name)")
            }
            #expect(!(await fixture.server.requests.contains { $0.endpoint == .elsewhere }))
            let plain = await fixture.questions()[Self.url(.outputArray)]
            #expect(plain == 1)
        }
    }

    @Test("is told even to those who want no summary")
    func quiet() async throws {
        try await ServiceFixture.run { fixture in
            try writePage([.outputArray, .imageUnreachable], in: fixture.folder)
            let run = try await fixture.alttext("caption", "site", "-q")
            #expect(run.status == 3)
            #expect(run.errorLines.count == 1)
            #expect(run.errors.contains("\(Self.url(.imageUnreachable)): ModelsLab"))
        }
    }

    @Test("with the key ends the run with one message and few requests")
    func wrongKey() async throws {
        try await ServiceFixture.run { fixture in
            try fixture.folder.copyFixture()
            let run = try await fixture.alttext(
                "fix",
                "site",
                "--site-url",
                "https://example.org/",
                environment: ["MODELSLAB_API_KEY": "wrong-key-7"]
            )
            #expect(run.status == 2, "\(run.errors)")
            #expect(run.errorLines.count { $0.hasPrefix("alttext: ") } == 1)
            #expect(!run.errors.contains("wrong-key-7"))
            #expect(await fixture.server.requests.count <= 4)
            #expect(try fixture.folder.captions().isEmpty)
            // What needs no service was done nevertheless.
            #expect(!run.errors.contains("inserted: 0"))
        }
    }

    @Test(
        "with the account ends the run with one message; what came before is saved",
        arguments: [
            StandInVariant.keyRefusedUnderOK, .creditGone, .planRefused, .planLimitText,
        ]
    )
    func account(variant: StandInVariant) async throws {
        try await ServiceFixture.run(StandInBehaviour(plan: .table(["/img/b": variant]))) { fixture in
            try fixture.folder.writeCaptionSite()
            let run = try await fixture.alttext(
                "caption",
                "site",
                "--site-url",
                "https://example.org/",
                "--concurrency",
                "1"
            )
            #expect(run.status == 2, "\(run.errors)")
            #expect(run.errorLines.count { $0.hasPrefix("alttext: ") } == 1, "\(run.errors)")
            #expect(!run.errors.contains("failed: "))
            #expect(
                await fixture.server.requests.map(\.image) == [
                    "https://example.org/img/a.png", "https://example.org/img/b.png",
                ]
            )
            #expect(
                Array(try fixture.folder.captions().values) == [
                    StandInServer.caption(for: "https://example.org/img/a.png")
                ]
            )
        }
    }

    @Test("that nobody answers leaves the images, with a reason")
    func noServer() async throws {
        let folder = try WorkFolder()
        try writePage([.outputArray], in: folder)
        // Port 9 of the loopback address discards, where anything listens at all.
        let run = try await Program.alttext.run(
            ["caption", "site"],
            in: folder,
            environment: ["MODELSLAB_API_KEY": Self.key, "MODELSLAB_API_URL": "http://127.0.0.1:9"]
        )
        #expect(run.status == 3, "\(run.errors)")
        #expect(run.errorLines.count { $0.hasPrefix("failed: \(Self.url(.outputArray)): ") } == 1, "\(run.errors)")
        #expect(!run.errors.contains(Self.key))
    }

    @Test(
        "because of its address is told before anything is sent",
        arguments: [
            "http://example.org", "http://127.0.0.1.example.org/", "ftp://example.org/", "modelslab",
            "https://user:word@example.org/",
        ]
    )
    func refusedAddress(url: String) async throws {
        let folder = try WorkFolder()
        try writePage([.outputArray], in: folder)
        let run = try await Program.alttext.run(
            ["caption", "site"],
            in: folder,
            environment: ["MODELSLAB_API_KEY": Self.key, "MODELSLAB_API_URL": url]
        )
        #expect(run.status == 2, "\(run.errors)")
        #expect(run.errorLines.count == 1)
        #expect(run.errors.hasPrefix("alttext: "))
        #expect(!run.errors.contains(Self.key))
    }
}
