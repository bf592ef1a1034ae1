// SPDX-License-Identifier: Apache-2.0

extension [Attribute] {
    /// The value of the attribute with this lower-case name; `nil` where there is none.
    package subscript(name: String) -> String? {
        first { $0.name == name }?.value
    }

    /// The first role in lower case, which is the one that counts where a browser knows it; `nil` where there is none.
    ///
    /// ARIA: <https://www.w3.org/TR/wai-aria-1.2/#document-handling_author-errors_roles>
    package var role: String? {
        self["role"]?.split(whereSeparator: \.isWhitespace).first?.lowercased()
    }
}
