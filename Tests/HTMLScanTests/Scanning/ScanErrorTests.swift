// SPDX-License-Identifier: Apache-2.0

@testable import HTMLScan
import Testing

@Suite("Pages that cannot be scanned")
struct ScanErrorTests {
    @Test("are refused where browsers refuse their encoding")
    func replacement() {
        let page = Array("<meta charset=hz-gb-2312><img>".utf8)
        #expect(throws: ScanError.refusedEncoding) { try ImageScanner().scan(page) }
    }

    @Test("are refused where libxml2 reads a tag other than the tokenizer cut it out")
    func disagreement() throws {
        let page = try PageText(of: Array("<img src=a>".utf8), in: .utf8)
        // The tag ends in its value.
        let tags: Set = [TagSource(range: 0..<10, nameEnd: 4)]
        let error = #expect(throws: ScanError.self) { try AttributeReader(page: page, tags: tags) }
        guard case .parserDisagrees(offset: 0, _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(
        "say what happened and what to do in one line",
        arguments: [
            .tooLarge(byteCount: 3), .tooManyElements(limit: 3), .tooMisnested(offset: 3), .tooEntangled(limit: 3),
            .tooManyAttributes(offset: 3, limit: 3), .parserDisagrees(offset: 3, detail: "x"),
            .refusedEncoding,
        ] as [ScanError]
    )
    func descriptions(error: ScanError) {
        #expect(error.description.contains("3") || error == .refusedEncoding)
        #expect(!error.description.contains("\n"))
        #expect(error.description.hasSuffix("."))
    }
}
