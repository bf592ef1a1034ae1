// SPDX-License-Identifier: Apache-2.0

/// What the bytes of a catalog file say.
public struct CatalogContents: Sendable {
    /// One record for each key, sorted as in the file.
    public private(set) var records: [CaptionRecord] = []
    /// What had to be repaired or decided while reading, in line order.
    public private(set) var notices: [CatalogNotice] = []
    /// How many bytes from the start hold whole lines; what follows is the torn end of an interrupted run.
    private(set) var validByteCount = 0
    /// Whether the lines are out of order, doubled or torn, as an interrupted run or a merge leaves them.
    private(set) var isDisordered = false

    /// Reads the bytes of a catalog file; `path` is what messages call it.
    ///
    /// A byte order mark, carriage returns before line feeds, blank lines and a missing last line feed are tolerated.
    /// The last line is torn, not bad, where it has no line feed and is the beginning of an object: that is all a
    /// killed run can leave. JSON Lines: <https://jsonlines.org>
    public init(parsing bytes: [UInt8], path: String) throws(CatalogError) {
        var indices: [CaptionRecord.Key: Int] = [:]
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var lineNumber = 0
        while start < bytes.count {
            lineNumber += 1
            let lineFeed = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
            let line = Self.trimmed(bytes[start..<(lineFeed ?? bytes.count)], isUnterminated: lineFeed == nil)
            if line.isEmpty, lineFeed == nil {
                isDisordered = true
                break
            }
            if !line.isEmpty {
                guard let value = try parse(line, isUnterminated: lineFeed == nil, path: path, number: lineNumber)
                else {
                    notices.append(.tornLine(path: path, line: lineNumber, byteCount: bytes.count - start))
                    isDisordered = true
                    break
                }
                try add(value, path: path, line: lineNumber, indices: &indices)
            }
            start = lineFeed.map { $0 + 1 } ?? line.endIndex
        }
        validByteCount = start
        for (record, next) in zip(records, records.dropFirst()) where next.precedes(record) { isDisordered = true }
        records.sort { $0.precedes($1) }
    }

    /// The bytes of a catalog file with these records, sorted, one on each line.
    public static func bytes(of records: some Sequence<CaptionRecord>) -> [UInt8] {
        var bytes: [UInt8] = []
        for record in records.sorted(by: { $0.precedes($1) }) { record.json.writeLine(to: &bytes) }
        return bytes
    }

    /// The value of a line; `nil` for a torn one.
    private func parse(
        _ line: ArraySlice<UInt8>,
        isUnterminated: Bool,
        path: String,
        number: Int
    ) throws(CatalogError) -> JSONValue? {
        do throws(JSONParseError) {
            return try JSONValue(parsing: line)
        } catch {
            if isUnterminated, error.isTruncated, line.first == UInt8(ascii: "{") { return nil }
            throw .badLine(path: path, line: number, reason: Self.reason(for: line, error))
        }
    }

    private mutating func add(
        _ value: JSONValue,
        path: String,
        line: Int,
        indices: inout [CaptionRecord.Key: Int]
    ) throws(CatalogError) {
        guard let object = value.object else {
            throw .badLine(path: path, line: line, reason: "not a JSON object")
        }
        let record: CaptionRecord
        do throws(CatalogFieldError) {
            record = try CaptionRecord(json: object)
        } catch {
            throw .badLine(path: path, line: line, reason: error.reason)
        }
        guard let index = indices[record.key] else {
            indices[record.key] = records.count
            records.append(record)
            return
        }
        let merge = records[index].merged(withLater: record)
        records[index] = merge.record
        isDisordered = true
        if merge.isConflict { notices.append(.conflict(path: path, line: line, kept: merge.record)) }
    }

    /// A line without the white space around it and, at the end of the file, without the NUL bytes that some file
    /// systems leave there after a crash.
    private static func trimmed(_ line: ArraySlice<UInt8>, isUnterminated: Bool) -> ArraySlice<UInt8> {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
        var line = line.drop(while: isBlank)
        while let last = line.last, isBlank(last) || (isUnterminated && last == 0) { line.removeLast() }
        return line
    }

    private static func reason(for line: ArraySlice<UInt8>, _ error: JSONParseError) -> String {
        for marker in ["<<<<<<<", "|||||||", "=======", ">>>>>>>"] where line.starts(with: marker.utf8) {
            return "a git conflict marker: the merge of this file was not resolved"
        }
        return "not JSON: \(error)"
    }
}
