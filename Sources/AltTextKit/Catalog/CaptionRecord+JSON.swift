// SPDX-License-Identifier: Apache-2.0

extension CaptionRecord {
    /// The record as the members of its catalog line, in the catalog's order.
    public var json: JSONObject {
        var object: JSONObject = [
            "image": .string(key.image), "role": .string(key.role), "lang": .string(key.language),
            "status": .string(status.rawValue),
        ]
        object["text"] = text.map(JSONValue.string)
        object["problem"] = problem.map(JSONValue.string)
        object["advice"] = advice.map(JSONValue.string)
        var lengths = JSONObject()
        for length in CaptionLength.allCases { lengths[length.rawValue] = captions[length].map(JSONValue.string) }
        lengths = lengths.filled(from: additionalCaptions)
        object["captions"] = lengths.isEmpty ? nil : .object(lengths)
        object["source"] = source.map(JSONValue.string)
        object["src"] = src.map(JSONValue.string)
        object["page"] = page.map(JSONValue.string)
        object["line"] = line.map(JSONValue.int)
        object["date"] = date.map(JSONValue.string)
        return object.filled(from: additionalFields)
    }

    /// The record of a catalog line.
    ///
    /// Unknown members are kept. A member that is `null` counts as absent.
    init(json: JSONObject) throws(CatalogFieldError) {
        var fields = CatalogFields(json)
        let image = try fields.takeRequired("image")
        let role = try fields.takeRequired("role")
        guard Role(rawValue: role) != nil else {
            let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
            throw CatalogFieldError(reason: "unknown role \(JSONValue.string(role)); known are \(known)")
        }
        let language = try fields.takeString("lang") ?? ""
        let word = try fields.takeRequired("status")
        guard let status = CaptionStatus(rawValue: word) else {
            let known = CaptionStatus.allCases.map(\.rawValue).joined(separator: ", ")
            throw CatalogFieldError(reason: "unknown status \(JSONValue.string(word)); known are \(known)")
        }
        let text = try fields.takeString("text")
        // An empty alt is suggested beside the text of a link, and may be approved there.
        let mayBeEmpty = status == .approved && role == Role.functionalWithText.rawValue && text != nil
        if status == .approved || status == .edited, !mayBeEmpty, text?.isEmpty ?? true {
            throw CatalogFieldError(reason: "\"\(word)\" needs a text; for an empty alt the status is \"decorative\"")
        }
        self.init(key: Key(image: image, role: role, language: language), status: status, text: text)
        problem = try fields.takeString("problem")
        advice = try fields.takeString("advice")
        var lengths = CatalogFields(try fields.takeObject("captions") ?? JSONObject())
        for length in CaptionLength.allCases { captions[length] = try lengths.takeString(length.rawValue) }
        additionalCaptions = lengths.rest
        source = try fields.takeString("source")
        src = try fields.takeString("src")
        page = try fields.takeString("page")
        line = try fields.takePositive("line")
        date = try fields.takeString("date")
        additionalFields = fields.rest
    }
}
