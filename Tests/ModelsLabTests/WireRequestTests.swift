// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import Testing

@testable import ModelsLab

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("A request body")
struct WireRequestTests {
    @Test("leaves out what is not set")
    func caption() throws {
        let request = CaptionWireRequest(key: "k", initImage: "https://a.example/b.png", length: .normal)
        #expect(
            try json(request)
                == #"{"base64":false,"init_image":"https://a.example/b.png","key":"k","length":"normal"}"#)
    }

    @Test("carries webhook and track_id")
    func webhook() throws {
        let request = CaptionWireRequest(
            key: "k", initImage: "https://a.example/b.png", length: .long, webhook: "https://c.example/d", trackID: 7)
        #expect(
            try json(request)
                == #"{"base64":false,"init_image":"https://a.example/b.png","key":"k","length":"long","track_id":7,"#
                + #""webhook":"https://c.example/d"}"#)
    }

    @Test("of an upload is a data URI")
    func upload() throws {
        let request = UploadWireRequest(key: "k", image: [1, 2, 3], mediaType: "image/png")
        #expect(try json(request) == #"{"base64_string":"data:image/png;base64,AQID","key":"k"}"#)
    }

    private func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
