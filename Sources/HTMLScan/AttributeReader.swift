// SPDX-License-Identifier: Apache-2.0

/// Reads the attributes of start tags with libxml2.
///
/// libxml2 is shown the tags that are asked for, one behind the other and each in its own length, so that its positions are
/// theirs; and in ASCII, since its positions are exact only while it converts no encoding. Thus nothing that a browser
/// takes for text can be taken for a tag, and no release's idea of how elements nest can matter: the tree is built already.
/// What it reports is held against what was asked for, so a parser that stopped early is an error.
struct AttributeReader {
    private let page: PageText
    private var attributesByTag: [TagSource: [Attribute]] = [:]
    /// libxml2 compares each attribute of a tag with all before it.
    private static let attributeLimit = 10_000

    /// Reads these tags of a page.
    ///
    /// - Throws: `ScanError.parserDisagrees` where libxml2 does not report exactly these tags, and `.tooManyAttributes`.
    init(page: PageText, tags: Set<TagSource>) throws(ScanError) {
        self.page = page
        let tags = tags.sorted { $0.range.lowerBound < $1.range.lowerBound }
        var projection = TagProjection(length: tags.reduce(0) { $0 + $1.range.count })
        var attributes: [[AttributeRange]] = []
        for tag in tags {
            let shown = projection.show(tag, of: page.bytes)
            guard shown.count <= Self.attributeLimit else {
                throw .tooManyAttributes(offset: tag.range.lowerBound, limit: Self.attributeLimit)
            }
            attributes.append(shown)
        }
        var end = 0
        let (reported, stopCode) = ParserBridge.startTags(of: projection.bytes)
        for (index, tag) in tags.enumerated() {
            end += tag.range.count
            guard index < reported.count, reported[index].end == end - 1,
                reported[index].attributeNames.count == attributes[index].count
            else {
                throw .parserDisagrees(
                    offset: tag.range.lowerBound, detail: stopCode.map { "error \($0)" } ?? "no error")
            }
            attributesByTag[tag] = zip(reported[index].attributeNames, attributes[index]).map { name, range in
                Attribute(name: name, value: range.value.map(page.attributeValue(of:)) ?? "")
            }
        }
        if let stopCode, reported.count != tags.count {
            throw .parserDisagrees(offset: tags.last?.range.upperBound ?? 0, detail: "error \(stopCode)")
        }
    }

    /// The attributes of an element, the first of each name; empty where the element's tags were not asked for.
    func attributes(of id: NodeID, in document: Document) -> [Attribute] {
        let tags = document.tags(of: id)
        guard tags.count > 1 else { return tags.first.flatMap { attributesByTag[$0] } ?? [] }
        var names: Set<String> = []
        return tags.flatMap { attributesByTag[$0] ?? [] }.filter { names.insert($0.name).inserted }
    }
}

/// Tags in a spelling of the same length that every release of libxml2 reads alike.
private struct TagProjection {
    private(set) var bytes: [UInt8] = []
    private static let letter = UInt8(ascii: "x")

    /// - Parameter length: That of all tags together.
    init(length: Int) {
        bytes.reserveCapacity(length)
    }

    /// Shows a tag, and gives the attributes of it that are shown: the first of each name, of names that are plain.
    ///
    /// The element's name becomes one that means nothing, so that no rule of HTML 4 applies to it, and that has one
    /// letter: libxml2 2.9 cuts a name behind 100, and takes the rest for an attribute.
    mutating func show(_ tag: TagSource, of page: [UInt8]) -> [AttributeRange] {
        // How far in front of its place in the page a byte stands here.
        let shift = tag.range.lowerBound - bytes.count
        bytes.append(ASCII.lessThan)
        bytes.append(Self.letter)
        bytes.append(contentsOf: repeatElement(ASCII.space, count: tag.range.count - 3))
        bytes.append(ASCII.greaterThan)

        var shown: [AttributeRange] = []
        var names: Set<[UInt8]> = []
        var cursor = AttributeCursor(bytes: page, nameEnd: tag.nameEnd)
        while let attribute = cursor.next() {
            let start = attribute.name.lowerBound - shift
            for index in attribute.name { bytes[index - shift] = ASCII.lowercased(page[index]) }
            let name = Array(bytes[start..<attribute.name.upperBound - shift])
            guard Self.isPlain(name), names.insert(name).inserted else {
                for index in attribute.name { bytes[index - shift] = ASCII.space }
                continue
            }
            shown.append(attribute)
            if let value = attribute.value {
                show(value, quote: attribute.quote, nameEnd: attribute.name.upperBound, shift: shift)
            }
        }
        return shown
    }

    /// Shows a value as something of the same length that needs no quotes and holds no markup.
    private mutating func show(_ value: Range<Int>, quote: UInt8?, nameEnd: Int, shift: Int) {
        guard quote != nil || !value.isEmpty else { return }
        bytes[nameEnd - shift] = ASCII.equals
        if let quote {
            bytes[value.lowerBound - 1 - shift] = quote
            bytes[value.upperBound - shift] = quote
        }
        for index in value { bytes[index - shift] = Self.letter }
    }

    /// Whether libxml2 reads the name as it stands: up to 100 letters, digits and a few marks behind a letter.
    private static func isPlain(_ name: [UInt8]) -> Bool {
        guard let first = name.first, ASCII.isLetter(first), name.count <= 100 else { return false }
        return name.allSatisfy {
            ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == ASCII.hyphen || $0 == UInt8(ascii: "_")
                || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
        }
    }
}
