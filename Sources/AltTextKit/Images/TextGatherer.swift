// SPDX-License-Identifier: Apache-2.0

/// Puts the text of one element together from its pieces.
struct TextGatherer {
    /// The longest text that is kept, in bytes; a longer one is no text alternative.
    static let maximumLength = 64 << 10

    /// The language that the element declares.
    let language: String?
    private var bytes: [UInt8] = []
    private var isTooLong = false

    init(language: String? = nil) {
        self.language = language
    }

    mutating func append(_ piece: [UInt8]) {
        isTooLong = isTooLong || piece.count > Self.maximumLength - bytes.count
        if !isTooLong {
            bytes += piece
        }
    }

    /// The text as it stands; `nil` where it is too long.
    var text: String? {
        isTooLong ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// The text without white space at its ends; `nil` where nothing is left, or it is too long.
    static func trimmed(_ text: String) -> String? {
        guard text.utf8.count <= maximumLength, let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return nil }
        return String(text[first...last])
    }

    /// The text with each run of white space made one space, as SVG shows it; `nil` where nothing is left.
    static func collapsed(_ text: String) -> String? {
        let words = text.split { $0.isWhitespace }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}
