// SPDX-License-Identifier: Apache-2.0

/// The members of a JSON object in the order in which they are written.
///
/// Looking a member up takes time linear in their number: objects here have about a dozen.
public struct JSONObject: Hashable, Sendable {
    /// One name and its value.
    public struct Member: Hashable, Sendable {
        /// The name, unescaped.
        public let name: String
        /// The value.
        public var value: JSONValue

        /// A member of this name and value.
        public init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// The members in order; each name occurs once.
    public private(set) var members: [Member] = []

    /// An object without members.
    public init() {}

    /// An object with these members; of a repeated name the last value holds, in the place of the first.
    public init(_ members: some Sequence<(String, JSONValue)>) {
        for (name, value) in members { self[name] = value }
    }

    /// An object with these members, whose names differ.
    init(uniqueMembers members: [Member]) {
        self.members = members
    }

    /// Whether there are no members.
    public var isEmpty: Bool { members.isEmpty }

    /// The value of the member with this name; `nil` where there is none.
    ///
    /// A new name is added at the end, a known one keeps its place, and setting `nil` removes it. JSON's `null` is
    /// the value ``JSONValue/null``.
    public subscript(name: String) -> JSONValue? {
        get { members.first { $0.name == name }?.value }
        set {
            let index = members.firstIndex { $0.name == name }
            switch (index, newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(name: name, value: value))
            case (nil, nil): break
            }
        }
    }

    /// These members, and after them those of `other` whose names are not among them.
    public func filled(from other: JSONObject) -> JSONObject {
        var result = self
        for member in other.members where self[member.name] == nil { result.members.append(member) }
        return result
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// An object with its members in this order.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements)
    }
}
