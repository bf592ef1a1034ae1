// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import Testing

@Suite("data: URLs")
struct DataURLTests {
    @Test(
        "Contents are decoded and named as the Fetch standard has it",
        arguments: [
            ("data:,", "text/plain", ""),
            ("data:,a%20b", "text/plain", "a b"),
            ("data:,a b", "text/plain", "a b"),
            ("data:image/svg+xml,<svg>?a#f", "image/svg+xml", "<svg>?a"),
            ("data:IMAGE/PNG;base64,aGk=", "image/png", "hi"),
            ("data:image/png;base64,aGk", "image/png", "hi"),
            ("data:image/png;base64,a G\u{C}%0Ak%3D", "image/png", "hi"),
            ("data:image/png;charset=x;BASE64,aGk=", "image/png", "hi"),
            ("data:image/png; base64,aGk=", "image/png", "hi"),
            ("data:image/png;base64 ,aGk=", "image/png", "hi"),
            ("data:image/png;  base64,aGk=", "image/png", "hi"),
            ("data:;base64,aGk=", "text/plain", "hi"),
            ("data:base64,aGk=", "text/plain", "aGk="),
            ("data:image/png;base64;x,aGk=", "image/png", "aGk="),
            ("data:image/png;xbase64,aGk=", "image/png", "aGk="),
            ("data:image,a", "text/plain", "a"),
            ("data:image/,a", "text/plain", "a"),
            ("data:/png,a", "text/plain", "a"),
            ("data:im age/png,a", "text/plain", "a"),
            ("data: image/png ,a", "image/png", "a"),
            ("data:;charset=utf-8,a", "text/plain", "a"),
            ("data:a/b;base64,aGl=", "a/b", "hi"),
        ]
    )
    func decoding(_ url: String, _ mediaType: String, _ text: String) throws {
        let data = try #require(WebURL(url).flatMap(DataURL.init))
        #expect(data.mediaType == mediaType)
        #expect(data.bytes == Array(text.utf8))
    }

    @Test("Encoded bytes need not be text")
    func bytes() throws {
        #expect(
            try #require(WebURL("data:a/b,%ff%00%zz").flatMap(DataURL.init)).bytes == [0xFF, 0] + Array("%zz".utf8))
        #expect(try #require(WebURL("data:a/b;base64,/+8A").flatMap(DataURL.init)).bytes == [0xFF, 0xEF, 0])
    }

    @Test(
        "What cannot be decoded is nothing",
        arguments: [
            "data:", "data:image/png", "data:a/b;base64,a", "data:a/b;base64,a===", "data:a/b;base64,aGk==",
            "data:a/b;base64,aG=k", "data:a/b;base64,aG-_", "data:a/b;base64,====", "https://a.test/,",
        ]
    )
    func failures(_ url: String) throws {
        #expect(DataURL(try #require(WebURL(url))) == nil)
    }
}
