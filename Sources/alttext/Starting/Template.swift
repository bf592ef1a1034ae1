// SPDX-License-Identifier: Apache-2.0

/// A text with places such as `{{root}}` to fill in.
struct Template {
    private let text: String

    init(_ bytes: [UInt8]) {
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// The text with a value in each place that has a name.
    func filled(_ values: [String: String]) -> String {
        values.reduce(text) { $0.replacing("{{\($1.key)}}", with: $1.value) }
    }
}
