// SPDX-License-Identifier: Apache-2.0

internal import SystemPackage

/// What a link leads to, as its page has it.
struct LinkTarget {
    /// The decoded `href`.
    let href: String
    /// The page that the link is on, relative to the root.
    let page: FilePath
    /// The `base href` of that page.
    let baseHref: String?
}
