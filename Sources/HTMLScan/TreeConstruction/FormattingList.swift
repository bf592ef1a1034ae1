// SPDX-License-Identifier: Apache-2.0

/// The list of active formatting elements.
///
/// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#the-list-of-active-formatting-elements>
struct FormattingList {
    /// A formatting element of the list.
    struct Item {
        fileprivate(set) var entry: OpenElements.Entry
        /// The same number for all elements with the same name and attributes; `nil` where none are compared.
        fileprivate var signature: Int32?
        /// How many markers stand before it.
        fileprivate let markerCount: Int32
    }

    /// Elements behind the same marker that have the same name and attributes.
    private struct Likeness: Hashable {
        let signature: Int32
        let markerCount: Int32
    }

    /// The elements, the latest last; `nil` stands for a marker.
    private(set) var items: [Item?] = []
    /// How many items were looked at in walks through the list.
    private(set) var stepCount = 0
    private var markerCount: Int32 = 0
    private var alike: [Likeness: Int] = [:]
    private var signatures = TagSignatures()
    /// How often each name is in the list: most questions are about one that is not.
    private var counts = [Int](repeating: 0, count: TagName.allCases.count)
    /// The names that were in the list three times, so that a further element may be one too many.
    private var comparedNames = [Bool](repeating: false, count: TagName.allCases.count)

    /// Adds an element; of those that are alike, the latest three stay.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#push-onto-the-list-of-active-formatting-elements>
    mutating func add(_ entry: OpenElements.Entry, of document: Document, page: [UInt8]) {
        let name = Int(entry.name.known.rawValue)
        if counts[name] >= 3, !comparedNames[name] { compareAll(named: entry.name, of: document, page: page) }
        let signature = comparedNames[name] ? signatures.signature(of: document[entry.node], in: page) : nil
        if let signature, alike[Likeness(signature: signature, markerCount: markerCount), default: 0] >= 3 {
            removeEarliest(signature: signature)
        }
        let item = Item(entry: entry, signature: signature, markerCount: markerCount)
        items.append(item)
        tally(item, by: 1)
    }

    /// Compares attributes from now on, which takes far more time than everything else here.
    private mutating func compareAll(named name: ElementName, of document: Document, page: [UInt8]) {
        comparedNames[Int(name.known.rawValue)] = true
        stepCount += items.count
        for index in items.indices {
            guard var item = items[index], item.entry.name == name else { continue }
            item.signature = signatures.signature(of: document[item.entry.node], in: page)
            items[index] = item
            tallyLikeness(of: item, by: 1)
        }
    }

    private mutating func removeEarliest(signature: Int32) {
        var earliest: Int?
        var left = 3
        var index = items.count - 1
        while left > 0, index >= 0, let item = items[index] {
            if item.signature == signature {
                earliest = index
                left -= 1
            }
            index -= 1
            stepCount += 1
        }
        if let earliest { remove(at: earliest) }
    }

    mutating func addMarker() {
        items.append(nil)
        markerCount += 1
    }

    mutating func clearToMarker() {
        while let last = items.popLast() {
            guard let item = last else {
                markerCount -= 1
                return
            }
            tally(item, by: -1)
        }
    }

    /// The latest element with this name behind the last marker.
    mutating func last(named name: ElementName) -> OpenElements.Entry? {
        guard counts[Int(name.known.rawValue)] > 0 else { return nil }
        for case let item in items.reversed() {
            stepCount += 1
            guard let item else { return nil }
            if item.entry.name == name { return item.entry }
        }
        return nil
    }

    /// The index of an element; `nil` where it is not in the list.
    mutating func index(of entry: OpenElements.Entry) -> Int? {
        guard counts[Int(entry.name.known.rawValue)] > 0 else { return nil }
        var index = items.count - 1
        while index >= 0, items[index]?.entry.node != entry.node { index -= 1 }
        stepCount += items.count - index
        return index < 0 ? nil : index
    }

    mutating func remove(_ entry: OpenElements.Entry) {
        if let index = index(of: entry) { remove(at: index) }
    }

    private mutating func remove(at index: Int) {
        stepCount += items.count - index
        if let item = items.remove(at: index) { tally(item, by: -1) }
    }

    /// Puts a copy of an item's element into the item's place.
    mutating func replace(at index: Int, with entry: OpenElements.Entry) {
        items[index]?.entry = entry
    }

    /// Puts a copy of a listed element at another index of the list, and takes the element out.
    mutating func move(_ entry: OpenElements.Entry, to bookmark: Int, as copy: OpenElements.Entry) {
        guard let index = index(of: entry), var item = items[index] else { return }
        stepCount += items.count - min(index, bookmark)
        items.remove(at: index)
        item.entry = copy
        items.insert(item, at: index < bookmark ? bookmark - 1 : bookmark)
    }

    private mutating func tally(_ item: Item, by step: Int) {
        counts[Int(item.entry.name.known.rawValue)] += step
        tallyLikeness(of: item, by: step)
    }

    private mutating func tallyLikeness(of item: Item, by step: Int) {
        guard let signature = item.signature else { return }
        let likeness = Likeness(signature: signature, markerCount: item.markerCount)
        let count = alike[likeness, default: 0] + step
        alike[likeness] = count == 0 ? nil : count
    }
}
