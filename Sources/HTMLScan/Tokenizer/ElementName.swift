// SPDX-License-Identifier: Apache-2.0

/// The name of an element: one of the known ones, or a number that stands for another name on the same page.
struct ElementName: Hashable {
    let known: TagName
    /// Which of the page's other names it is; 0 for the known ones.
    let otherNumber: Int32

    init(_ known: TagName) {
        self.known = known
        otherNumber = 0
    }

    /// Another name; `NameTable` gives the numbers.
    init(otherNumber: Int32) {
        known = .other
        self.otherNumber = otherNumber
    }
}
