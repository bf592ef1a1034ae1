// SPDX-License-Identifier: Apache-2.0

import PageTestSupport
import SystemPackage
import Testing

@testable import AltTextKit

/// `fix` and the diff on pages of every kind, in files.
@Suite("Fixing any page")
struct FixPropertyTests {
    /// Some pages of each kind, since most of the time goes into files.
    private let pages: [FilledPage]

    init() throws {
        pages = try SamplePages.all.flatMap { kind in
            let pages = try kind.pages()
            return pages.enumerated().filter { $0.offset.isMultiple(of: max(1, pages.count / 8)) }.map(\.element)
        }
        .map(FilledPage.init).filter { !$0.edits.isEmpty }
    }

    private struct Answers: AltSource {
        func answer(for use: ImageUse) -> AltAnswer? {
            .text(FilledPage.text(for: use.offset), language: "", origin: .person)
        }
    }

    private func plan(for site: SmallSite) async throws -> AltPlan {
        let audit = try await site.audit(includesTemplates: true)
        #expect(audit.problems.isEmpty)
        return AltPlan(for: audit, by: AltPlanner(policy: AltPlanner.Policy(), sources: [Answers()]))
    }

    @Test("writes the edits that a scan asks for, where the rules allow a text, and none the second time")
    func fix() async throws {
        let site = try SmallSite([:])
        for (index, page) in pages.enumerated() { try site.write(page.original, to: "\(index).html") }
        let plan = try await plan(for: site)
        #expect(plan.pages.count >= pages.count)
        for page in plan.pages {
            let filled = pages[try #require(page.path.stem.flatMap { Int($0) })]
            let rewrite = try #require(try page.rewrite(inRoot: site.root), "\(filled.name)")
            #expect(Set(rewrite.edits).isSubset(of: filled.edits), "\(filled.name)")
            try rewrite.write()
            let fixed = try RegularFile(contentsOf: site.root.pushing(page.path)).bytes
            #expect(try fixed == filled.original.applying(rewrite.edits), "\(filled.name)")
        }
        #expect(try await self.plan(for: site).pages.allSatisfy { $0.insertionCount == 0 })
    }

    @Test("gives what the tools make of the diff", arguments: [["git", "apply"], ["patch", "-p1"]])
    func diff(tool: [String]) async throws {
        let folder = try TemporaryFolder()
        var diff: [UInt8] = []
        for (index, page) in pages.enumerated() {
            let path = FilePath("\(index).html")
            try folder.write(page.original, to: path)
            try UnifiedDiff.append(page.edits, of: page.original, at: path, to: &diff)
        }
        let result = try await folder.run(tool[0], tool[1], input: diff)
        #expect(result.succeeds, "\(result.output.suffix(300))")
        for (index, page) in pages.enumerated() {
            #expect(try folder.read(FilePath("\(index).html")) == page.rewritten, "\(page.name)")
        }
    }
}
