// SPDX-License-Identifier: Apache-2.0

import CXMLScan

/// Reads XML metadata of unknown origin: bounded in time, without files, network, DTDs and entities.
///
/// The one Swift file that calls `CXMLScan`.
enum XMLReader {
    /// How many bytes of a document are read at most; of a longer one, its beginning.
    ///
    /// libxml2 itself gives up somewhere behind 10,000,000 bytes, at places that differ between releases.
    static let maximumLength = 8 << 20

    /// How the reading of a document ended. The events before a fault have been those of the bytes before it.
    enum Outcome: Hashable, Sendable {
        /// The document was well-formed and has been read to its end.
        case complete
        /// It is not well-formed.
        case malformed
        /// It declares something in an internal subset, or uses an entity that XML does not predefine.
        case declarations
        /// It is longer than what is read, nested too deeply, or has a tag with too many attributes.
        case limit
        /// There was not enough memory.
        case outOfMemory
    }

    /// Reads a document and hands its events, in document order, to `handler`.
    ///
    /// UTF-8, UTF-16 with a byte order mark, and ISO-8859-1 where it is declared are read.
    @discardableResult
    static func read(_ document: ByteView, handler: (XMLEvent) -> Void) -> Outcome {
        let source = XMLSource.utf8(document.view(from: 0, upTo: maximumLength))
        let outcome = withoutActuallyEscaping(handler) { handler in
            parse(Array(source.prefix(maximumLength)), into: Sink(handler: handler))
        }
        let isCut = document.count > maximumLength || source.count > maximumLength
        return isCut && outcome == .malformed ? .limit : outcome
    }

    private static func parse(_ source: [UInt8], into sink: Sink) -> Outcome {
        // `sink` is owned by this frame, which outlives the call; C keeps neither it nor the handler nor the bytes.
        var handler = unsafe cxmlscan_handler(
            context: Unmanaged.passUnretained(sink).toOpaque(),
            attribute: { unsafe Sink.at($0)?.attribute($1, $2, $3) },
            start_element: { unsafe Sink.at($0)?.start($1, $2) },
            end_element: { unsafe Sink.at($0)?.end() },
            characters: { unsafe Sink.at($0)?.text($1) }
        )
        let status = withExtendedLifetime(sink) {
            unsafe source.withUnsafeBufferPointer { bytes in
                unsafe cxmlscan_parse(bytes.baseAddress, bytes.count, &handler)
            }
        }
        return switch Int(status) {
        case CXMLSCAN_COMPLETE: .complete
        case CXMLSCAN_DECLARATIONS: .declarations
        case CXMLSCAN_LIMIT: .limit
        case CXMLSCAN_NO_MEMORY: .outOfMemory
        default: .malformed
        }
    }

    /// Bytes that C lends for the length of a callback: `count` of them, or none at all and `NULL`.
    private static func borrowed(_ text: cxmlscan_text) -> UnsafeBufferPointer<UInt8> {
        unsafe UnsafeBufferPointer(start: text.bytes, count: text.bytes == nil ? 0 : text.count)
    }

    /// A copy of borrowed bytes as a string.
    private static func string(of text: cxmlscan_text) -> String {
        unsafe String(decoding: borrowed(text), as: UTF8.self)
    }

    /// Gathers an element's attributes, which come before it.
    private final class Sink {
        private let handler: (XMLEvent) -> Void
        private var attributes: [(name: XMLName, value: String)] = []

        init(handler: @escaping (XMLEvent) -> Void) {
            self.handler = handler
        }

        /// The sink that `parse` passed as the context; only called while `parse` keeps it alive.
        static func at(_ context: UnsafeMutableRawPointer?) -> Sink? {
            unsafe context.map { unsafe Unmanaged<Sink>.fromOpaque($0).takeUnretainedValue() }
        }

        func attribute(_ name: cxmlscan_text, _ namespace: cxmlscan_text, _ value: cxmlscan_text) {
            let name = unsafe XMLName(namespace: string(of: namespace), local: string(of: name))
            let value = unsafe XMLSource.restoringAmpersands(in: string(of: value))
            attributes.append((name, value))
        }

        func start(_ name: cxmlscan_text, _ namespace: cxmlscan_text) {
            let name = unsafe XMLName(namespace: string(of: namespace), local: string(of: name))
            handler(.start(XMLElement(name: name, attributes: attributes)))
            attributes = []
        }

        func text(_ text: cxmlscan_text) {
            unsafe handler(.text(Array(borrowed(text))))
        }

        func end() {
            handler(.end)
        }
    }
}
