// SPDX-License-Identifier: Apache-2.0

internal import CHTMLScan

/// The libxml2 that is loaded.
public enum LibXML2 {
    /// Its release.
    public static let version = LibXML2Version(parserVersion: unsafe String(cString: chtmlscan_libxml2_version()))

    /// The oldest release that reads tags right.
    ///
    /// Those before it make up elements though told not to (`HTML_PARSE_NOIMPLIED`), and cannot be told to convert nothing
    /// (`HTML_PARSE_IGNORE_ENC`).
    public static let oldestVersion = LibXML2Version(20800)

    /// Refuses a release that is too old; every scan begins with it.
    ///
    /// - Throws: `ScanError.libXML2TooOld`.
    public static func check() throws(ScanError) {
        try check(version)
    }

    static func check(_ version: LibXML2Version) throws(ScanError) {
        guard version >= oldestVersion else { throw .libXML2TooOld(found: version, oldest: oldestVersion) }
    }
}
