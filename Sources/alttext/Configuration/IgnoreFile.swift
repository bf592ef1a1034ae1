// SPDX-License-Identifier: Apache-2.0

internal import AltTextConfig
internal import AltTextKit
internal import SystemPackage

/// `.alttextignore`: regular expressions, one a line, for the URLs and paths of images that are left out.
///
/// Blank lines, and lines that begin with `#`, say nothing; white space around a pattern does not belong to it.
enum IgnoreFile {
    /// The patterns in the file of a folder; none where there is no file.
    ///
    /// - Throws: `FileError`, `ConfigurationError`.
    static func patterns(in folder: FilePath) throws -> [String] {
        let path = folder.appending(".alttextignore")
        guard path.exists else { return [] }
        let bytes = try RegularFile(contentsOf: path).bytes
        let name = path.onOneLine
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        let lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return try lines.enumerated().compactMap { index, line in
            func error(_ column: Int, _ reason: String) -> ConfigurationError {
                ConfigurationError(path: name, mark: ConfigurationMark(line: index + 1, column: column), reason: reason)
            }
            guard let text = String(validating: line, as: UTF8.self) else { throw error(1, "not UTF-8") }
            let start = text.prefix { $0.isWhitespace }
            let pattern = text.dropFirst(start.count).trimmingSuffix { $0.isWhitespace }
            if pattern.isEmpty || pattern.first == "#" { return nil }
            if let problem = Setting.named["exclude"]?.problem(with: String(pattern)) {
                throw error(start.unicodeScalars.count + 1, "'\(pattern)': \(problem)")
            }
            return String(pattern)
        }
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
        var text = self
        while let last = text.last, isTrimmed(last) { text.removeLast() }
        return text
    }
}
