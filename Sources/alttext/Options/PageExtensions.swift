// SPDX-License-Identifier: Apache-2.0

/// The endings of pages, as an option lists them.
enum PageExtensions {
    /// The endings in a list such as `html, .HTM`: in lower case, without dots.
    static func list(_ text: String) -> [String] {
        text.split(separator: ",").map { $0.lowercased().filter { !$0.isWhitespace && $0 != "." } }
            .filter { !$0.isEmpty }
    }
}
