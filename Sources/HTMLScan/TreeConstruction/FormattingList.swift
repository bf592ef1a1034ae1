// SPDX-License-Identifier: Apache-2.0

/// The list of active formatting elements.
///
/// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#the-list-of-active-formatting-elements>
struct FormattingList {
    /// An element of the list; `nil` stands for a marker.
    private(set) var entries: [OpenElements.Entry?] = []

    mutating func add(_ entry: OpenElements.Entry) {
        entries.append(entry)
    }

    mutating func addMarker() {
        entries.append(nil)
    }

    mutating func clearToMarker() {
        while let last = entries.popLast(), last != nil {}
    }

    /// The elements behind the last marker, the latest first.
    var sinceMarker: some Sequence<OpenElements.Entry> {
        entries.reversed().lazy.prefix { $0 != nil }.compactMap { $0 }
    }

    /// The latest element with this name behind the last marker.
    func last(named name: ElementName) -> OpenElements.Entry? {
        sinceMarker.first { $0.name == name }
    }

    func index(of node: NodeID) -> Int? {
        entries.lastIndex { $0?.node == node }
    }

    mutating func remove(_ node: NodeID) {
        if let index = index(of: node) { entries.remove(at: index) }
    }

    mutating func insert(_ entry: OpenElements.Entry, at index: Int) {
        entries.insert(entry, at: index)
    }

    mutating func replace(at index: Int, with entry: OpenElements.Entry) {
        entries[index] = entry
    }
}
