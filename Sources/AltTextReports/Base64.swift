// SPDX-License-Identifier: Apache-2.0

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Bytes as text, for `data:` URLs and digests.
///
/// RFC 4648: <https://www.rfc-editor.org/rfc/rfc4648#section-4>
enum Base64 {
    static func encode(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}
