// SPDX-License-Identifier: Apache-2.0

import SystemPackage
import Testing

@testable import AltTextKit

@Suite struct XMLReaderTests {
    /// The outcome, all text that was reported, and the names of the elements that began.
    private static func read(_ bytes: [UInt8]) -> (outcome: XMLReader.Outcome, text: String, names: [String]) {
        var text: [UInt8] = []
        var names: [String] = []
        var attributes = ""
        let outcome = XMLReader.read(ByteView(bytes)) { event in
            switch event {
            case .start(let element):
                names.append(element.name.local)
                attributes += element.attributes.map(\.value).joined()
            case .text(let piece): text += piece
            case .end: break
            }
        }
        return (outcome, attributes + String(decoding: text, as: UTF8.self), names)
    }

    private static func read(_ text: String) -> (outcome: XMLReader.Outcome, text: String, names: [String]) {
        read(Array(text.utf8))
    }

    @Test("Elements, namespaces, attributes and text arrive in document order")
    func events() {
        var seen: [String] = []
        let outcome = XMLReader.read(
            ByteView(Array("<a xmlns='n' xmlns:p='q' p:b='&lt;1&amp;' c=''>x<p:d/>é</a>".utf8))
        ) {
            switch $0 {
            case .start(let element):
                let attributes = element.attributes.map { "\($0.name.namespace)|\($0.name.local)=\($0.value)" }
                seen.append("<\(element.name.namespace)|\(element.name.local) \(attributes)")
            case .text(let bytes): seen.append(String(decoding: bytes, as: UTF8.self))
            case .end: seen.append(">")
            }
        }
        #expect(outcome == .complete)
        #expect(seen == ["<n|a [\"q|b=<1&\", \"|c=\"]", "x", "<q|d []", ">", "é", ">"])
    }

    private static let bomb =
        "<!DOCTYPE a [<!ENTITY a0 'ha'>"
        + (1...30).map { "<!ENTITY a\($0) '&a\($0 - 1);&a\($0 - 1);'>" }.joined() + "]><a b='&a30;'>&a30;</a>"

    @Test(
        "Entities and declarations end the reading and give nothing",
        arguments: [
            bomb,
            "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>",
            "<!DOCTYPE a [<!ENTITY e SYSTEM '/etc/passwd'>]><a b='&e;'/>",
            "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x.dtd'> %p;]><a>&e;</a>",
            "<!DOCTYPE a [<!ATTLIST a b CDATA 'default'>]><a>text</a>",
            "<!DOCTYPE a [<!NOTATION n SYSTEM 'x'><!ATTLIST a b NOTATION (n|n|n) 'n'>]><a>text</a>",
            "<!DOCTYPE a SYSTEM 'a<b' [<!ENTITY e 'text'>]><a>&e;</a>",
            "<!DOCTYPE a PUBLIC '>' \">\" [<!ENTITY e 'text'>]><a>&e;</a>",
            "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a>&e;text</a>",
            "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a b='&e;text'/>",
            "<a b='&nbsp;text'/>",
        ]
    )
    func declarations(document: String) {
        let wide = document.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        for result in [Self.read(document), Self.read(wide)] {
            #expect(result.outcome == .declarations)
            #expect(result.text == "")
        }
    }

    @Test("An external document type is not loaded")
    func externalSubset() {
        let result = Self.read("<!DOCTYPE a SYSTEM '\(ImageFixtures.folder.appending("make.py"))'><a>text</a>")
        #expect(result.outcome == .complete)
        #expect(result.text == "text")
    }

    @Test("Nesting, attributes, namespaces and length are bounded")
    func limits() {
        let deep = Self.read(String(repeating: "<a>", count: 100_000))
        #expect(deep.outcome == .limit)
        #expect(deep.names.count == 200)
        let attributes = (0..<100_000).map { " a\($0)=''" }.joined()
        #expect(Self.read("<a\(attributes)/>").outcome == .limit)
        // A comment with quotes must not hide them.
        #expect(Self.read("<a><!-- ' \" <b ' --><a\(attributes)/></a>").outcome == .limit)
        let namespaces = (0..<900).map { " xmlns:a\($0)='n\($0)'" }.joined()
        #expect(Self.read("<a\(namespaces)/>").outcome == .limit)
        let levels = (0..<50).map { level in "<a\((0..<9).map { " xmlns:a\(level)x\($0)='n'" }.joined())>" }.joined()
        #expect(Self.read(levels).outcome == .limit)
    }

    @Test("Of a document that is too long, the beginning is read")
    func longDocument() {
        let padding = String(repeating: " ", count: XMLReader.maximumLength)
        let result = Self.read("<a><b>text</b><!--\(padding)--><c/></a>")
        #expect(result.outcome == .limit)
        #expect(result.text == "text")
        #expect(result.names == ["a", "b"])
    }

    @Test("A tag with as many attributes as photo editors write is read")
    func manyAttributes() {
        let attributes = (0..<900).map { " a\($0)='x'" }.joined()
        let result = Self.read("<a\(attributes)/>")
        #expect(result.outcome == .complete)
        #expect(result.text.count == 900)
    }

    @Test(
        "What is not well-formed ends the reading",
        arguments: [
            "", "<", "a", "<a", "<a><b></a>", "<a b=1/>", "<a>\u{1}</a>", "<a>&#0;</a>", "<a>]]></a>", "<a/><b/>",
        ]
    )
    func malformed(document: String) {
        #expect(Self.read(document).outcome == .malformed)
    }

    @Test(
        "An encoding that hides markup is not switched to",
        arguments: [
            Array("<?xml version='1.0' encoding='UTF-7'?><a>+ADw-b/+AD4-</a>".utf8),
            Array("<?xml version='1.0' encoding='EBCDIC-CP-US'?><a>+ADw-b/+AD4-</a>".utf8),
        ]
    )
    func declaredEncoding(bytes: [UInt8]) {
        let result = Self.read(bytes)
        #expect(result.names == ["a"])
        #expect(result.text == "+ADw-b/+AD4-")
    }

    @Test(
        "An encoding that libxml2 would guess is refused",
        arguments: [[0x4C, 0x6F, 0xA7, 0x94], [0x3C, 0, 0, 0], [0, 0, 0, 0x3C], [0x3C, 0, 0x3F, 0]] as [[UInt8]]
    )
    func guessedEncoding(bytes: [UInt8]) {
        #expect(Self.read(bytes).outcome == .malformed)
    }

    @Test("Documents are read on several threads at once")
    func threads() async {
        let results = await withTaskGroup(of: String.self) { group in
            for number in 0..<64 {
                group.addTask { Self.read("<a>\(String(repeating: "<b>\(number % 10)</b>", count: 200))</a>").text }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.count == 64)
        #expect(results.allSatisfy { Set($0).count == 1 && $0.count == 200 })
    }
}
