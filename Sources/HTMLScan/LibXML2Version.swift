// SPDX-License-Identifier: Apache-2.0

/// A release of libxml2.
public struct LibXML2Version: Hashable, Sendable {
    /// The release as libxml2 counts it: 20914 is 2.9.14.
    public let number: Int

    /// The release of that number.
    init(_ number: Int) {
        self.number = number
    }

    /// Reads what libxml2 says of itself: its number, and behind a hyphen what was built where it is no release as such.
    ///
    /// What has no number at its beginning is version 0.0.0, older than any.
    init(parserVersion: String) {
        number = Int(parserVersion.prefix { $0.isASCII && $0.isNumber }) ?? 0
    }
}

extension LibXML2Version: Comparable {
    /// Whether the first release is the older one.
    public static func < (first: LibXML2Version, second: LibXML2Version) -> Bool {
        first.number < second.number
    }
}

extension LibXML2Version: CustomStringConvertible {
    /// The release as its makers write it: `2.9.14`.
    public var description: String {
        "\(number / 10_000).\(number / 100 % 100).\(number % 100)"
    }
}
