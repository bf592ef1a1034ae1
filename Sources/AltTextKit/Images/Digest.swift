// SPDX-License-Identifier: Apache-2.0

internal import Crypto

/// SHA-256, as the catalog writes it.
package enum Digest {
    /// What identifies an image with these bytes in the catalog.
    static func catalogKey(of bytes: [UInt8]) -> String {
        "sha256:" + hexadecimal(of: bytes)
    }

    /// The 64 hexadecimal digits of the digest, in lower case.
    static func hexadecimal(of bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let text = SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    /// The 32 bytes of the digest.
    package static func bytes(of bytes: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: bytes))
    }
}
