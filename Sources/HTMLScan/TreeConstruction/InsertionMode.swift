// SPDX-License-Identifier: Apache-2.0

/// Which rules of tree construction are in force.
///
/// There is no mode for `select`: the standard dropped it when it let `select` have rich content.
///
/// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#the-insertion-mode>
enum InsertionMode {
    case initial, beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead
    case inBody, text, inTemplate
    case inTable, inTableText, inCaption, inColumnGroup, inTableBody, inRow, inCell
    case inFrameset, afterFrameset, afterAfterFrameset
    case afterBody, afterAfterBody
}
