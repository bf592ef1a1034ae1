// SPDX-License-Identifier: Apache-2.0

/// One line of the caption catalog: the text of one image in one role and language.
public struct CaptionRecord: Hashable, Sendable {
    /// What a record is about; the catalog holds one record for each.
    public struct Key: Hashable, Sendable {
        /// The image: `sha256:` and the hexadecimal digest of its bytes, or `url:` and its normalised URL.
        public let image: String
        /// The role in which the image is used, such as `content`.
        public let role: String
        /// The language of the text as in `lang`, such as `en`; empty where the page declares none.
        public let language: String

        /// The key of an image in one role and language.
        public init(image: String, role: String, language: String) {
            self.image = image
            self.role = role
            self.language = language
        }
    }

    /// What the record is about.
    public var key: Key
    /// Who decided on the text, and what becomes of it.
    public var status: CaptionStatus
    /// The text alternative; `nil` where there is none, as in most decorative and rejected records.
    public var text: String?
    /// Why the text is not written as it is: the rule of hygiene that it breaks, as the end of a sentence that begins with
    /// the text; `nil` where it is fit.
    public var problem: String?
    /// What to look at in the text, in the same form; `nil` where that is nothing.
    public var advice: String?
    /// What a captioner answered, unchanged, by length.
    public var captions: [CaptionLength: String]
    /// What the text comes from, such as `modelslab`.
    public var source: String?
    /// The path of the image relative to the root, or its URL: where it was first met.
    public var src: String?
    /// The path of the page, relative to the root, where the image was first met.
    public var page: String?
    /// The line of the tag in that page, counted from 1.
    public var line: Int?
    /// The day of the last change, as `2026-01-31`.
    public var date: String?
    /// The members that a newer version wrote and this one does not know, in their order; written behind the known.
    public var additionalFields: JSONObject
    /// What the link leads to that the text is a name of: it is no name of another target.
    public var target: String? {
        get { additionalFields["target"]?.string }
        set { additionalFields["target"] = newValue.map(JSONValue.string) }
    }
    /// The captions of lengths that only a newer version knows.
    var additionalCaptions: JSONObject

    /// A record without fields of newer versions.
    public init(
        key: Key,
        status: CaptionStatus,
        text: String? = nil,
        captions: [CaptionLength: String] = [:],
        source: String? = nil,
        src: String? = nil,
        page: String? = nil,
        line: Int? = nil,
        date: String? = nil
    ) {
        self.key = key
        self.status = status
        self.text = text
        self.captions = captions
        self.source = source
        self.src = src
        self.page = page
        self.line = line
        self.date = date
        additionalFields = JSONObject()
        additionalCaptions = JSONObject()
    }
}
