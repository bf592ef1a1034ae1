// SPDX-License-Identifier: Apache-2.0

internal import CHTMLScan

/// Runs libxml2's HTML parser over a page. The only file of this target that touches memory by pointer for it.
enum ParserBridge {
    /// A start tag as libxml2 reports it.
    struct StartTag {
        /// The attributes' names, in order.
        let attributeNames: [String]
        /// The zero-based offset of the `>` (or of the `/` before it).
        let end: Int
    }

    /// The start tags of a page in ASCII, in order.
    ///
    /// - Returns: The tags, and libxml2's code for its last error where it gave up before the end of the page.
    static func startTags(of projection: [UInt8]) -> (tags: [StartTag], stoppedWith: Int?) {
        let sink = Sink()
        let outcome = unsafe projection.withUnsafeBytes { buffer in
            // libxml2 reads `buffer` during the call only; the sink outlives the call, which is all that uses the pointer to it.
            withExtendedLifetime(sink) {
                unsafe chtmlscan_parse(
                    buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count,
                    { unsafe Sink.receive(context: $0, attributes: $1, offset: $2) },
                    Unmanaged.passUnretained(sink).toOpaque())
            }
        }
        return (sink.tags, outcome.stopped == 0 ? nil : Int(outcome.error_code))
    }

    /// Gathers what the C callback reports.
    private final class Sink {
        var tags: [StartTag] = []

        /// `context` is the sink of the call that is running; `attributes` is as CHTMLScan.h has it.
        static func receive(
            context: UnsafeMutableRawPointer?, attributes: UnsafePointer<UnsafePointer<CChar>?>?, offset: Int64
        ) {
            guard let context = unsafe context else { return }
            var names: [String] = []
            var next = unsafe attributes
            while let pair = unsafe next, let name = unsafe pair[0] {
                names.append(unsafe String(cString: name))
                unsafe next = pair + 2
            }
            let sink = unsafe Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue()
            sink.tags.append(StartTag(attributeNames: names, end: Int(offset)))
        }
    }
}
