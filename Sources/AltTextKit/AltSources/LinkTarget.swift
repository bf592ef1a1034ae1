// SPDX-License-Identifier: Apache-2.0

/// What a link leads to, as its page has it.
struct LinkTarget {
    /// The decoded `href`.
    let href: String
    /// What the page of the link reads it with.
    let base: DocumentBase
}
