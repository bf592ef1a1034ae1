// SPDX-License-Identifier: Apache-2.0

/// The ASCII bytes that the syntax of HTML and of URLs is made of.
package enum ASCII {
    package static let tab = UInt8(ascii: "\t")
    package static let lineFeed = UInt8(ascii: "\n")
    package static let formFeed: UInt8 = 0x0C
    package static let carriageReturn = UInt8(ascii: "\r")
    package static let space = UInt8(ascii: " ")
    package static let lessThan = UInt8(ascii: "<")
    package static let greaterThan = UInt8(ascii: ">")
    package static let slash = UInt8(ascii: "/")
    package static let equals = UInt8(ascii: "=")
    package static let quote = UInt8(ascii: "\"")
    package static let apostrophe = UInt8(ascii: "'")
    package static let exclamation = UInt8(ascii: "!")
    package static let question = UInt8(ascii: "?")
    package static let hyphen = UInt8(ascii: "-")
    package static let ampersand = UInt8(ascii: "&")

    /// Whether the byte is white space of the HTML syntax, in which a carriage return counts as a line feed.
    package static func isSpace(_ byte: UInt8) -> Bool {
        byte == space || byte == lineFeed || byte == tab || byte == carriageReturn || byte == formFeed
    }

    /// Whether the byte is a letter of either case.
    package static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26
    }

    /// Whether the byte is a decimal digit.
    package static func isDigit(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") < 10
    }

    /// The byte, a capital letter replaced by its small one.
    package static func lowercased(_ byte: UInt8) -> UInt8 {
        byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
    }
}
