// SPDX-License-Identifier: Apache-2.0

extension PageEncoding {
    /// The bytes of a URL's query as this encoding's pages write it, before those that have to be are percent-encoded.
    ///
    /// A character that the encoding lacks is its numeric character reference, percent-encoded already. Pages in UTF-16
    /// write queries in UTF-8.
    /// URL: <https://url.spec.whatwg.org/#string-percent-encode-after-encoding>
    package func queryBytes(of query: String) -> [UInt8] {
        var codec = codec
        let table = singleByteTable
        guard codec != nil || table != nil else { return Array(query.utf8) }
        var bytes: [UInt8] = []
        for scalar in query.unicodeScalars {
            let isWritten =
                codec != nil
                ? codec?.appendForURL(scalar, to: &bytes) ?? false
                : append(scalar, to: &bytes, codec: &codec, table: table)
            if !isWritten { bytes += "%26%23\(reported(scalar))%3B".utf8 }
        }
        codec?.finish(&bytes)
        return bytes
    }

    /// The number in the reference: of characters that would change the state of a reader, that of U+FFFD.
    private func reported(_ scalar: Unicode.Scalar) -> UInt32 {
        self == .iso2022JP && scalar.isASCII ? 0xFFFD : scalar.value
    }
}
