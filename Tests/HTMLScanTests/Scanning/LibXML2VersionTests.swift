// SPDX-License-Identifier: Apache-2.0

@testable import HTMLScan
import Testing

@Suite("The libxml2 that is loaded")
struct LibXML2VersionTests {
    @Test(
        "is known by the number at the beginning of what it says",
        arguments: [
            ("20914", "2.9.14"), ("20900", "2.9.0"), ("21004", "2.10.4"), ("21500", "2.15.0"),
            ("21207-GITv2.12.7", "2.12.7"), ("21504-GITc8eaf2236f", "2.15.4"), ("20904-CVS2843", "2.9.4"),
            ("30000", "3.0.0"), ("", "0.0.0"), ("GIT", "0.0.0"), ("2.9.14", "0.0.2"),
            ("99999999999999999999", "0.0.0"), ("٢٠٩١٤", "0.0.0"),
        ]
    )
    func reading(spelling: String, version: String) {
        #expect(LibXML2Version(parserVersion: spelling).description == version)
    }

    @Test("is refused where it is older than the oldest that is right", arguments: [0, 2, 20632, 20708])
    func refusal(number: Int) {
        let version = LibXML2Version(number)
        #expect(throws: ScanError.libXML2TooOld(found: version, oldest: LibXML2.oldestVersion)) {
            try LibXML2.check(version)
        }
    }

    @Test("is taken from the oldest that is right on", arguments: [20800, 20914, 21504, 30000])
    func acceptance(number: Int) throws {
        try LibXML2.check(LibXML2Version(number))
    }

    @Test("is not too old here")
    func loaded() throws {
        try LibXML2.check()
    }

    @Test("is named in the error, beside the oldest that is right and the way out")
    func error() {
        let error = ScanError.libXML2TooOld(found: LibXML2Version(20708), oldest: LibXML2Version(20800))
        #expect(
            error.description
                == "was not read: libxml2 2.7.8 is loaded, and 2.8.0 is the oldest that reads every page right. "
                + "Install a newer libxml2.")
    }
}
