// SPDX-License-Identifier: Apache-2.0

/// Why a page could not be scanned. Nothing is known of its images then: never take it for a clean page.
public enum ScanError: Error, Hashable, Sendable {
    /// The page has 2 GiB or more, which libxml2 cannot address.
    case tooLarge(byteCount: Int)
    /// The page's misnested formatting makes more elements than the page has bytes.
    case tooManyElements(limit: Int)
    /// The page's misnested tags ask for work that is out of proportion to its size; `offset` is how far it was read.
    case tooMisnested(offset: Int)
    /// What nested links, captions, labels and pictures say of the images is out of proportion to the page.
    case tooEntangled(limit: Int)
    /// The start tag at this byte offset has more attributes than libxml2 reads in a reasonable time.
    case tooManyAttributes(offset: Int, limit: Int)
    /// libxml2 did not report the start tag at this byte offset, or reported another; `detail` is its own last error.
    case parserDisagrees(offset: Int, detail: String)
    /// The page declares an encoding that browsers refuse to decode, for safety.
    case refusedEncoding
    /// The libxml2 that is loaded reads some pages wrong; it is the same for every page.
    case libXML2TooOld(found: LibXML2Version, oldest: LibXML2Version)
}

extension ScanError: CustomStringConvertible {
    /// What is wrong and what to do, to follow the path of the page.
    public var description: String {
        switch self {
        case .tooLarge(let byteCount):
            "has \(byteCount) bytes; pages of 2 GiB and more are not read. Split the page or exclude it."
        case .tooManyElements(let limit):
            "its unclosed formatting tags multiply to more than \(limit) elements. Close them or exclude the page."
        case .tooMisnested(let offset):
            "its tags are nested too badly to go on behind byte \(offset). Close them in order or exclude the page."
        case .tooEntangled(let limit):
            "its nested links, captions, labels or pictures put more than \(limit) bytes around its images. "
                + "Nest them less or exclude the page."
        case .tooManyAttributes(let offset, let limit):
            "the tag at byte \(offset) has more than \(limit) attributes. Take some away or exclude the page."
        case .parserDisagrees(let offset, let detail):
            "libxml2 stopped before the tag at byte \(offset) (\(detail)). Please report this page as a bug."
        case .refusedEncoding:
            "declares an encoding that browsers refuse to read, such as HZ or ISO-2022-KR. Convert the page to UTF-8."
        case .libXML2TooOld(let found, let oldest):
            "was not read: libxml2 \(found) is loaded, and \(oldest) is the oldest that reads every page right. "
                + "Install a newer libxml2."
        }
    }
}
