// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTMLScan
import Testing

/// Replays what fuzzing found worth keeping; `make fuzz` begins with the same pages.
@Suite("Pages of the fuzzing corpus")
struct FuzzCorpusTests {
    @Test("are scanned to tags of the file, or refused for what is wrong with them")
    func replay() throws {
        let folder = URL(filePath: #filePath).appending(path: "../../../../Fuzz/Corpus/FuzzScan").standardized
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        #expect(files.count > 100)
        for file in files {
            let bytes = Array(try Data(contentsOf: file))
            do throws(ScanError) {
                let page = try ImageScanner().scan(bytes)
                for image in page.images {
                    let tag = page.encoding.decode(bytes[image.tag]).unicodeScalars
                    #expect(tag.first == "<" && tag.last == ">", "\(file.lastPathComponent)")
                }
            } catch {
                if case .parserDisagrees = error { Issue.record(error, "\(file.lastPathComponent)") }
            }
        }
    }
}
