// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import Foundation
import HTMLScan
import Testing

private let environment = ProcessInfo.processInfo.environment

/// Writes down all that is read of pages and images, for `Scripts/test-libxml2-releases.sh` to compare between releases.
///
/// The record goes to the file that `ALTTEXT_RECORD` names; without that variable nothing is done. `ALTTEXT_RECORD_FOLDERS`
/// names what to read, one folder a line, and `ALTTEXT_LIBXML2` the release that is to be loaded.
@Suite("A record of what is read with this libxml2", .enabled(if: environment["ALTTEXT_RECORD"] != nil))
struct RecordTests {
    @Test("is made of pages, of tree construction tests and of images")
    func record() throws {
        let output = URL(filePath: try #require(environment["ALTTEXT_RECORD"]))
        let folders = try #require(environment["ALTTEXT_RECORD_FOLDERS"]).split(separator: "\n").map(String.init)
        #expect(LibXML2.version.description == environment["ALTTEXT_LIBXML2"])
        var record = ""
        for folder in folders {
            let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
            #expect(!paths.isEmpty, "\(folder)")
            for path in paths {
                let url = URL(filePath: folder).appending(path: path)
                guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
                record += "\(path)\n"
                add(Array(try Data(contentsOf: url)), named: url.pathExtension, to: &record)
            }
        }
        try Data(record.utf8).write(to: output)
    }

    private func add(_ bytes: [UInt8], named pathExtension: String, to record: inout String) {
        switch pathExtension {
        case "html", "htm", "xhtml":
            add(page: bytes, to: &record)
        case "dat":
            for page in pages(of: bytes) {
                add(page: page, to: &record)
                // An image wherever one may stand.
                let image = Array("<img src=p>".utf8)
                add(page: page.flatMap { $0 == UInt8(ascii: "<") ? image + [$0] : [$0] } + image, to: &record)
            }
        default:
            dump(ImageFile.inspect(bytes), to: &record)
        }
    }

    private func add(page: [UInt8], to record: inout String) {
        dump(Result { try ImageScanner().scan(page) }, to: &record)
    }

    /// The pages of a file of html5lib's tree construction tests.
    private func pages(of file: [UInt8]) -> [[UInt8]] {
        let text = Data(file)
        var pages: [[UInt8]] = []
        var rest = text.startIndex..<text.endIndex
        while let start = text.range(of: Data("#data\n".utf8), in: rest),
            let end = text.range(of: Data("\n#errors\n".utf8), in: start.upperBound - 1..<text.endIndex)
        {
            pages.append(Array(text[start.upperBound..<max(start.upperBound, end.lowerBound)]))
            rest = end.upperBound..<text.endIndex
        }
        return pages
    }
}
