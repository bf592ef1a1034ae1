// SPDX-License-Identifier: Apache-2.0

public import SystemPackage

extension FilePath {
    /// The path for messages: as it is, or in quotes with C escapes where it holds what could break or forge a line.
    public var onOneLine: String {
        String(decoding: QuotedPath.bytes(of: bytes), as: UTF8.self)
    }
}
