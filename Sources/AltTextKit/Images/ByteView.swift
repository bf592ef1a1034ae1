// SPDX-License-Identifier: Apache-2.0

/// A stretch of a file's bytes that can only be read within its bounds.
///
/// Offsets count from the stretch's own beginning. Whatever a file claims, a read outside of the stretch gives `nil`.
struct ByteView: Sendable {
    /// In which order the bytes of a number stand.
    enum Order: Sendable {
        case bigEndian
        case littleEndian
    }

    private let bytes: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        self.bytes = bytes[...]
    }

    private init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    var count: Int { bytes.count }
    /// A copy of the bytes.
    var array: [UInt8] { Array(bytes) }

    /// The byte at this offset.
    func byte(at offset: Int) -> UInt8? {
        guard offset >= 0, offset < count else { return nil }
        return bytes[bytes.startIndex + offset]
    }

    /// The unsigned number of `width` bytes, 0 to 8, at this offset; `nil` too where it does not fit `Int`.
    func integer(at offset: Int, width: Int, _ order: Order = .bigEndian) -> Int? {
        guard (0...8).contains(width), let field = view(at: offset, count: width) else { return nil }
        let number =
            switch order {
            case .bigEndian: field.bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            case .littleEndian: field.bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            }
        return Int(exactly: number)
    }

    /// The `count` bytes from this offset on; `nil` where the stretch does not hold all of them.
    func view(at offset: Int, count: Int) -> ByteView? {
        guard offset >= 0, offset <= self.count, count >= 0, count <= self.count - offset else { return nil }
        let start = bytes.startIndex + offset
        return ByteView(bytes[start..<start + count])
    }

    /// The bytes from this offset to the end; empty where the stretch ends before.
    func view(from offset: Int) -> ByteView {
        ByteView(bytes.dropFirst(max(0, offset)))
    }

    /// As many of the `count` bytes from this offset on as there are.
    func view(from offset: Int, upTo count: Int) -> ByteView {
        ByteView(bytes.dropFirst(max(0, offset)).prefix(max(0, count)))
    }

    /// Whether the ASCII characters of `text` stand at this offset.
    func hasASCII(_ text: StaticString, at offset: Int = 0) -> Bool {
        let expected = "\(text)".utf8
        return view(at: offset, count: expected.count)?.bytes.elementsEqual(expected) ?? false
    }

    /// Whether these bytes stand at this offset.
    func has(_ expected: [UInt8], at offset: Int = 0) -> Bool {
        view(at: offset, count: expected.count)?.bytes.elementsEqual(expected) ?? false
    }

    /// The offset of the first byte with this value at or after `offset`.
    func offset(of byte: UInt8, from offset: Int = 0) -> Int? {
        view(from: offset).bytes.firstIndex(of: byte).map { $0 - bytes.startIndex }
    }

    /// The bytes as text, with U+FFFD for what is not UTF-8.
    var text: String {
        String(decoding: bytes, as: UTF8.self)
    }
}
