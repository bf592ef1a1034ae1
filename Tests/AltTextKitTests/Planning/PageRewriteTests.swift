// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import HTMLScan
import SystemPackage
import Testing

@Suite("Rewriting a planned page")
struct PageRewriteTests {
    /// Besides the padding, 56 bytes lead up to the end of the declaration; the empty alt puts 7 more in front of it.
    @Test(
        "is refused where it pushes the declaration of the encoding out of the first 1,024 bytes", arguments: 960...970)
    func lateDeclaration(padding: Int) async throws {
        let pixel = "<img src=x.gif width=1 height=1>"
        let page = pixel + String(repeating: " ", count: padding) + "<p><meta charset=koi8-r>"
        let site = try SmallSite(["a.html": page])
        let root = site.root
        let planned = try #require(try await site.plan().pages.first)
        if padding + 56 <= 1_024, padding + 56 + 7 > 1_024 {
            let refusal = FileError.declaresEncodingTooLate(root.pushing("a.html"))
            #expect(throws: refusal) { try planned.rewrite(inRoot: root) }
        } else {
            #expect(try planned.rewrite(inRoot: root)?.edits.count == 1)
        }
    }

    @Test("is not refused where the encoding was declared behind them before")
    func declarationFarBehind() async throws {
        let page = "<!--\(String(repeating: " ", count: 1_100))--><meta charset=koi8-r><p>text <img src=a.jpg> text"
        let image = SmallSite.picture(alts: ["": "Собака"])
        let site = try SmallSite(["a.html": page], images: ["a.jpg": image])
        let planned = try #require(try await site.plan().pages.first)
        let rewrite = try #require(try planned.rewrite(inRoot: site.root))
        #expect(rewrite.edits.map(\.insertion) == [PageEncoding.koi8R.encode(" alt=\"Собака\"")])
    }
}
