// SPDX-License-Identifier: Apache-2.0

internal import SystemPackage

/// A finding that a team knows of, by what stays the same when lines move and sites are built again.
public struct BaselineEntry: Hashable, Sendable {
    /// What identifies the image's content: `sha256:` and a digest, or `url:` and a URL; `nil` where there is no image.
    public let image: String?
    /// The image's path relative to the root, or its URL; of a `data:` URL the type alone; `nil` where the element names no
    /// image.
    public let name: String?
    /// What kind of case it is.
    public let findingClass: FindingClass
    /// What the image is there for; `nil` where no text is ever written for it.
    public let role: Role?
    /// The primary language subtag of the text around the image; empty where that does not matter, or is not declared.
    public let language: String
    /// What is wrong with an alt, or where an area leads: there, the image alone does not tell one finding from another.
    public let reason: String?
    /// The page, where there is no image to know the finding by.
    public let page: String?

    /// The entry for a place: all places of one image that are alike have the same.
    init(_ use: ImageUse) {
        image = use.image?.key
        name = use.image?.name
        findingClass = use.ownClass
        role = use.role
        language = use.role == nil ? "" : use.language
        reason = use.findingClass == .suspiciousAlt || use.findingClass == .area ? use.reason : nil
        page = use.image == nil ? use.page.string : nil
    }

    /// What two entries for one finding have in common: they agree on one of these.
    ///
    /// An image is the same if its bytes are, under whatever name; and if its name is, however it was encoded anew. What is
    /// in a `data:` URL has no name of its own.
    var identities: [Identity] {
        let ownName = name.flatMap { image != nil && $0.hasPrefix("data:") ? nil : $0 }
        let subjects: [Subject?] = [image.map { .image($0) }, ownName.map { .name($0) }, page.map { .page($0) }]
        return subjects.compactMap { $0 }.map {
            Identity(subject: $0, findingClass: findingClass, role: role, language: language, reason: reason)
        }
    }

    enum Subject: Hashable {
        case image(String)
        case name(String)
        case page(String)
    }

    struct Identity: Hashable {
        let subject: Subject
        let findingClass: FindingClass
        let role: Role?
        let language: String
        let reason: String?
    }
}

extension BaselineEntry: CustomStringConvertible {
    /// How messages name it, as in `content img/a.png (en)`.
    public var description: String {
        "\(findingClass.rawValue) \(name ?? page.map { "on \($0)" } ?? "")\(language.isEmpty ? "" : " (\(language))")"
    }
}

// MARK: JSON

extension BaselineEntry {
    var json: JSONObject {
        var object: JSONObject = [:]
        object["name"] = name.map(JSONValue.string)
        object["page"] = page.map(JSONValue.string)
        object["class"] = .string(findingClass.rawValue)
        object["role"] = role.map { .string($0.rawValue) }
        object["language"] = language.isEmpty ? nil : .string(language)
        object["reason"] = reason.map(JSONValue.string)
        object["image"] = image.map(JSONValue.string)
        return object
    }

    /// Reads a line; members of other names are passed over.
    init(json object: JSONObject) throws(BaselineLineError) {
        func text(_ name: String) throws(BaselineLineError) -> String? {
            guard let value = object[name], value != .null else { return nil }
            guard let text = value.string else { throw BaselineLineError(reason: "\"\(name)\" has to be a string") }
            return text
        }
        func choice<Value: RawRepresentable<String>>(_ name: String) throws(BaselineLineError) -> Value? {
            guard let text = try text(name) else { return nil }
            guard let value = Value(rawValue: text) else {
                throw BaselineLineError(reason: "\"\(name)\" cannot be \"\(text)\"")
            }
            return value
        }
        guard let findingClass: FindingClass = try choice("class") else {
            throw BaselineLineError(reason: "\"class\" is missing")
        }
        self.findingClass = findingClass
        image = try text("image")
        name = try text("name")
        role = try choice("role")
        language = try text("language") ?? ""
        reason = try text("reason")
        page = try text("page")
        if image == nil, name == nil, page == nil {
            throw BaselineLineError(reason: "\"image\", \"name\" and \"page\" are missing")
        }
    }
}

/// What a line of a baseline has that no entry can have.
struct BaselineLineError: Error {
    let reason: String
}
