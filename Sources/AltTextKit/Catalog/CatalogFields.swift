// SPDX-License-Identifier: Apache-2.0

/// The members of a catalog line while they are taken out one by one, so that the unknown ones are left.
///
/// A member that is `null` counts as absent.
struct CatalogFields {
    /// The members that nobody asked for so far.
    private(set) var rest: JSONObject

    init(_ object: JSONObject) {
        rest = object
    }

    mutating func takeString(_ name: String) throws(CatalogFieldError) -> String? {
        guard let value = take(name) else { return nil }
        guard let string = value.string else { throw CatalogFieldError(reason: "\"\(name)\" has to be a string") }
        return string
    }

    mutating func takeRequired(_ name: String) throws(CatalogFieldError) -> String {
        guard let string = try takeString(name), !string.isEmpty else {
            throw CatalogFieldError(reason: "\"\(name)\" is missing or empty")
        }
        return string
    }

    mutating func takePositive(_ name: String) throws(CatalogFieldError) -> Int? {
        guard let value = take(name) else { return nil }
        guard let number = value.int, number > 0 else {
            throw CatalogFieldError(reason: "\"\(name)\" has to be a whole number from 1")
        }
        return number
    }

    mutating func takeObject(_ name: String) throws(CatalogFieldError) -> JSONObject? {
        guard let value = take(name) else { return nil }
        guard let object = value.object else { throw CatalogFieldError(reason: "\"\(name)\" has to be an object") }
        return object
    }

    private mutating func take(_ name: String) -> JSONValue? {
        let value = rest[name]
        rest[name] = nil
        return value == .null ? nil : value
    }
}
