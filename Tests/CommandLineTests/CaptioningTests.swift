// SPDX-License-Identifier: Apache-2.0

import AltTextTestSupport
import Foundation
import Testing

@Suite("Captions from the service", .timeLimit(.minutes(20)))
struct CaptioningTests {
    private static let site = "https://example.org/garden/"
    /// What `writeCaptionSite` needs, by URL; `b.png` has two names, of which either may be asked for.
    private static let images: Set = [site + "img/a.png", site + "img/b.png", "https://cdn.example.com/c.png"]

    @Test("fill the catalog, each image asked for once, and nothing is asked again")
    func fillsCatalog() async throws {
        try await ServiceFixture.run { fixture in
            try fixture.folder.writeCaptionSite()
            let run = try await fixture.alttext("caption", "site", "--site-url", Self.site)
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.isEmpty)
            #expect(await fixture.questions() == Dictionary(uniqueKeysWithValues: Self.images.map { ($0, 1) }))
            #expect(await fixture.server.requests.count == 3)
            #expect(
                Set(try fixture.folder.captions().values) == Set(Self.images.map { StandInServer.caption(for: $0) })
            )
            let catalog = try fixture.folder.catalog()
            #expect(catalog.allSatisfy { $0.status == "suggested" && $0.source == "modelslab" && $0.lang == "en" })
            #expect(run.errors.contains("3 requests, 3 captions, $0.0141"))

            let bytes = try fixture.folder.read("alttext.captions.jsonl")
            let again = try await fixture.alttext("caption", "site", "--site-url", Self.site)
            #expect(again.status == 0)
            #expect(await fixture.server.requests.count == 3)
            #expect(try fixture.folder.read("alttext.captions.jsonl") == bytes)
        }
    }

    @Test("are written by fix, with the key and without it")
    func written() async throws {
        try await ServiceFixture.run { fixture in
            try fixture.folder.writeCaptionSite()
            try fixture.folder.copy("site", to: "other")
            let run = try await fixture.alttext("fix", "site", "--site-url", Self.site)
            #expect(run.status == 0, "\(run.errors)")
            let page = try fixture.folder.text("site/index.html")
            for image in Self.images {
                #expect(page.contains("alt=\"\(StandInServer.caption(for: image))\""), "\(image)")
            }
            let asked = await fixture.server.requests.count
            #expect(asked == 3)

            let offline = try await fixture.alttext("fix", "other", "--offline")
            #expect(offline.status == 0, "\(offline.errors)")
            #expect(await fixture.server.requests.count == asked)
            #expect(try fixture.folder.contents(of: "site") == fixture.folder.contents(of: "other"))

            let again = try await fixture.alttext("fix", "site", "--site-url", Self.site)
            #expect(again.status == 0)
            #expect(await fixture.server.requests.count == asked)
            #expect(try fixture.folder.contents(of: "site") == fixture.folder.contents(of: "other"))
        }
    }

    @Test("are in a diff that applies to what fix writes then")
    func diff() async throws {
        try await ServiceFixture.run { fixture in
            try fixture.folder.writeCaptionSite(to: "patched/site")
            try fixture.folder.writeCaptionSite(to: "fixed")
            let diff = try await fixture.alttext("diff", "patched/site", "--site-url", Self.site)
            #expect(diff.status == 0, "\(diff.errors)")
            try fixture.folder.write(diff.output, to: "alt.patch")
            let patch = try await Program.patch.run(["-p1", "-i", "alt.patch"], in: fixture.folder)
            #expect(patch.status == 0, "\(patch.text)")
            let asked = await fixture.server.requests.count
            #expect(asked == 3)
            _ = try await fixture.alttext("fix", "fixed", "--site-url", Self.site)
            #expect(await fixture.server.requests.count == asked)
            #expect(try fixture.folder.contents(of: "patched/site") == fixture.folder.contents(of: "fixed"))
        }
    }

    @Test("of the fixture site are asked for once for each image, as --estimate says before")
    func fixtureSite() async throws {
        try await ServiceFixture.run { fixture in
            try fixture.folder.copyFixture()
            let estimate = try await fixture.alttext(
                "caption",
                "site",
                "--site-url",
                "https://example.org/",
                "--estimate"
            )
            #expect(estimate.status == 0)
            #expect(await fixture.server.requests.isEmpty)
            #expect(!fixture.folder.exists("alttext.captions.jsonl"))

            let run = try await fixture.alttext("caption", "site", "--site-url", "https://example.org/")
            #expect(run.status == 0, "\(run.errors)")
            let questions = await fixture.questions()
            #expect(questions.values.allSatisfy { $0 == 1 })
            #expect(await fixture.server.requests.count == questions.count)
            #expect(estimate.text.hasPrefix("\(questions.count) captions, $"))
            #expect(
                Set(try fixture.folder.captions().values) == Set(questions.keys.map { StandInServer.caption(for: $0) })
            )
            #expect(await fixture.server.highWaterMark <= 4)
            let forbidden = ["localhost", "192.168.", "10.", "[::1]", "127."]
            #expect(
                !questions.keys.contains { url in
                    forbidden.contains { url.hasPrefix("http://\($0)") || url.hasPrefix("https://\($0)") }
                }
            )

            let again = try await fixture.alttext("caption", "site", "--site-url", "https://example.org/", "--estimate")
            #expect(again.text.hasPrefix("0 captions, $0.0000"))
        }
    }

    @Test("of another length are paid for only where they are new")
    func lengths() async throws {
        try await ServiceFixture.run { fixture in
            try fixture.folder.writeCaptionSite()
            let once = Dictionary(uniqueKeysWithValues: Self.images.map { ($0, 1) })
            for length in ["normal", "long", "normal", "short", "long"] {
                let run = try await fixture.alttext("caption", "site", "--site-url", Self.site, "--length", length)
                #expect(run.status == 0, "\(run.errors)")
                #expect(await fixture.questions(length: length) == once)
                #expect(
                    Set(try fixture.folder.captions(length).values)
                        == Set(Self.images.map { StandInServer.caption(for: $0, length: length) })
                )
            }
            #expect(await fixture.server.requests.count == 9)
            _ = try await fixture.alttext("fix", "site", "--offline", "--length", "long")
            let page = try fixture.folder.text("site/index.html")
            #expect(page.contains(StandInServer.caption(for: "https://cdn.example.com/c.png", length: "long")))
        }
    }

    @Test("of two lengths are paid for once each; the first is written, the other kept for the reviewer")
    func twoLengths() async throws {
        try await ServiceFixture.run { fixture in
            try fixture.folder.writeCaptionSite()
            _ = try await fixture.alttext("caption", "site", "--site-url", Self.site, "--max-captions", "2")
            let estimate = try await fixture.alttext(
                "caption", "site", "--site-url", Self.site, "--length", "normal,long", "--estimate")
            #expect(estimate.text.hasPrefix("4 captions, $0.0188"))
            let run = try await fixture.alttext("caption", "site", "--site-url", Self.site, "--length", "normal,long")
            #expect(run.status == 0, "\(run.errors)")
            let once = Dictionary(uniqueKeysWithValues: Self.images.map { ($0, 1) })
            #expect(await fixture.questions(length: "normal") == once)
            #expect(await fixture.questions(length: "long") == once)
            let again = try await fixture.alttext(
                "caption", "site", "--site-url", Self.site, "--length", "normal,long", "--estimate")
            #expect(again.text.hasPrefix("0 captions"))

            _ = try await fixture.alttext("fix", "site", "--offline", "--length", "normal,long")
            let page = try fixture.folder.text("site/index.html")
            for image in Self.images { #expect(page.contains("alt=\"\(StandInServer.caption(for: image))\"")) }
        }
    }

    @Test("need a public address or consent to an upload")
    func upload() async throws {
        try await ServiceFixture.run { fixture in
            try fixture.folder.writeCaptionSite()
            let without = try await fixture.alttext("caption", "site")
            #expect(await fixture.questions() == ["https://cdn.example.com/c.png": 1])
            #expect(without.errors.contains("left: img/a.png: "))
            #expect(without.errors.contains("--site-url") && without.errors.contains("--upload"))

            let run = try await fixture.alttext("caption", "site", "--upload")
            #expect(run.status == 0, "\(run.errors)")
            let uploads = await fixture.server.requests.filter { $0.endpoint == .upload }
            #expect(uploads.count == 2)
            let images = [try fixture.folder.read("site/img/a.png"), try fixture.folder.read("site/img/b.png")]
            let expected =
                images.map { StandInServer.caption(forUpload: $0) } + [
                    StandInServer.caption(for: "https://cdn.example.com/c.png")
                ]
            #expect(Set(try fixture.folder.captions().values) == Set(expected))
            #expect(await fixture.server.requests.count == 5)
        }
    }

    @Test(
        "stop at a limit, and the next run goes on where it stopped",
        arguments: [["--max-captions", "1"], ["--max-cost", "0.005"]]
    )
    func limits(limit: [String]) async throws {
        try await ServiceFixture.run { fixture in
            try fixture.folder.writeCaptionSite()
            for count in 1...2 {
                let run = try await fixture.alttext("caption", "site", "--site-url", Self.site, limit[0], limit[1])
                #expect(run.status == 3, "\(run.errors)")
                #expect(run.errors.contains("limit"))
                #expect(try fixture.folder.captions().count == count)
            }
            let last = try await fixture.alttext("caption", "site", "--site-url", Self.site, limit[0], limit[1])
            #expect(last.status == 0, "\(last.errors)")
            #expect(await fixture.questions() == Dictionary(uniqueKeysWithValues: Self.images.map { ($0, 1) }))
        }
    }

    @Test("are none where the limit is zero", arguments: [["--max-captions", "0"], ["--max-cost", "0.0046"]])
    func zeroLimit(limit: [String]) async throws {
        try await ServiceFixture.run { fixture in
            try fixture.folder.writeCaptionSite()
            let run = try await fixture.alttext("fix", "site", "--site-url", Self.site, limit[0], limit[1])
            #expect(run.status == 3, "\(run.errors)")
            #expect(await fixture.server.requests.isEmpty)
        }
    }

    @Test(
        "are not asked for by commands that use no network",
        arguments: [
            ["audit", "site"], ["diff", "site", "--offline"], ["fix", "site", "--offline"],
            ["caption", "site", "--estimate"], ["diff", "site", "--estimate"], ["fix", "site", "--estimate"],
        ]
    )
    func noNetwork(arguments: [String]) async throws {
        try await ServiceFixture.run { fixture in
            try fixture.folder.writeCaptionSite()
            let service = ["MODELSLAB_API_KEY": "stand-in-key", "MODELSLAB_API_URL": fixture.server.origin]
            let run = try await Program.alttext.run(
                arguments + ["--site-url", Self.site],
                in: fixture.folder,
                environment: service
            )
            #expect(run.status == (arguments.contains("--estimate") ? 0 : 1), "\(run.errors)")
            #expect(await fixture.server.requests.isEmpty)
        }
    }

    @Test("come with the key from a file too, which goes before that of the environment")
    func keyFile() async throws {
        try await ServiceFixture.run { fixture in
            try fixture.folder.writeCaptionSite()
            try fixture.folder.write("  stand-in-key\r\n", to: "key.txt")
            let run = try await fixture.alttext(
                "caption",
                "site",
                "--site-url",
                Self.site,
                "--api-key-file",
                "key.txt",
                environment: ["MODELSLAB_API_KEY": "another-key"]
            )
            #expect(run.status == 0, "\(run.errors)")
            #expect(try fixture.folder.captions().count == 3)
        }
    }

    @Test(
        "are asked for anew where the job of an earlier run is lost, and -v tells of that",
        arguments: [
            ("7", "2999-01-01", "has no result; asking anew"), ("../7", "2999-01-01", "has no result; asking anew"),
            ("7", "2001-01-01", "too old to be asked for"),
        ])
    func lostJob(job: String, date: String, words: String) async throws {
        try await ServiceFixture.run { fixture in
            try fixture.folder.writeCaptionSite()
            let image = #""image":"url:https://cdn.example.com/c.png","length":"normal""#
            let line = #"{\#(image),"service":"\#(fixture.server.origin)","job":"\#(job)","date":"\#(date)"}"#
            try fixture.folder.write(line + "\n", to: "alttext.captions.jsonl.jobs")
            let run = try await fixture.alttext("caption", "site", "--site-url", Self.site, "-v")
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.errorLines.count { $0.contains(words) } == 1, "\(run.errors)")
            #expect(await fixture.questions() == Dictionary(uniqueKeysWithValues: Self.images.map { ($0, 1) }))
            #expect(!fixture.folder.exists("alttext.captions.jsonl.jobs"))
        }
    }

    @Test("are asked for once by two runs at the same time")
    func twoRuns() async throws {
        try await ServiceFixture.run(StandInBehaviour(plan: .table(["/img/b": .serverError]))) { fixture in
            try fixture.folder.writeCaptionSite()
            async let first = fixture.alttext("caption", "site", "--site-url", Self.site)
            async let second = fixture.alttext("caption", "site", "--site-url", Self.site)
            let runs = try await [first, second]
            #expect(runs.allSatisfy { $0.status == 0 }, "\(runs.map(\.errors))")
            // One image's first answer is an error, which is due to be asked again.
            #expect(await fixture.server.requests.count == 4)
            #expect(try fixture.folder.captions().count == 3)
            #expect(runs.contains { $0.errors.contains("in use by another run") })
        }
    }

    @Test("come with the key from a pipe")
    func keyFromPipe() async throws {
        try await ServiceFixture.run { fixture in
            try fixture.folder.writeCaptionSite()
            let script = "echo stand-in-key | \"$0\" caption site --upload --api-key-file /dev/stdin"
            let run = try await Program.shell.run(
                [script, Program.alttext.url.path],
                in: fixture.folder,
                environment: ["MODELSLAB_API_URL": fixture.server.origin]
            )
            #expect(run.status == 0, "\(run.errors)")
            #expect(try fixture.folder.captions().count == 3)
        }
    }

    @Test("never replace what a person decided")
    func decisions() async throws {
        try await ServiceFixture.run { fixture in
            try fixture.folder.writeCaptionSite()
            let image = #""image":"url:https://cdn.example.com/c.png""#
            let decision = #""role":"content","lang":"en","status":"edited","text":"Mine & \"yours\"""#
            try fixture.folder.write("{\(image),\(decision)}\n", to: "alttext.captions.jsonl")
            let run = try await fixture.alttext("fix", "site", "--site-url", Self.site, "--approved-only")
            #expect(run.status == 1, "\(run.errors)")
            let page = try fixture.folder.text("site/index.html")
            #expect(page.contains(#"<img alt="Mine &amp; &quot;yours&quot;" src="https://cdn.example.com/c.png">"#))
            #expect(page.contains(#"<img src="img/a.png">"#))
            #expect(await fixture.questions()["https://cdn.example.com/c.png"] == nil)
            #expect(try fixture.folder.catalog().contains { $0.status == "edited" && $0.text == #"Mine & "yours""# })
        }
    }
}
