// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import AltTextKit

@Suite("Hosts")
struct WebHostTests {
    @Test(
        "An IPv4 address is the same in all its forms",
        arguments: [
            ("127.0.0.1", "127.0.0.1"), ("127.1", "127.0.0.1"), ("0x7f.1", "127.0.0.1"), ("0177.0.0.01", "127.0.0.1"),
            ("2130706433", "127.0.0.1"), ("0x7F000001", "127.0.0.1"), ("127.0.0.1.", "127.0.0.1"), ("0", "0.0.0.0"),
            ("0x", "0.0.0.0"), ("1.2.65535", "1.2.255.255"), ("%31%32%37.0.0.1", "127.0.0.1"),
            ("１２７．１", "127.0.0.1"), ("4294967295", "255.255.255.255"), ("１２７。０。０。１", "127.0.0.1"),
        ]
    )
    func ipv4(_ host: String, _ expected: String) {
        #expect(WebURL("http://\(host)/")?.host?.description == expected)
    }

    @Test(
        "A name that ends in a number but is no IPv4 address is no host",
        arguments: [
            "1.2.3.4.5", "256.0.0.1", "1.2.3.256", "1.2.65536", "4294967296", "0x100000000", "08", "1.2.3.08", "a.1",
            "1..2", "0xffffffffffffffffffffffff", "a.0x",
        ]
    )
    func notIPv4(_ host: String) {
        #expect(WebURL("http://\(host)/") == nil)
    }

    @Test("A name with digits elsewhere is a name", arguments: ["1.a", "0xg", "1a", "a.1a", "a.0xg"])
    func namesWithDigits(_ host: String) {
        #expect(WebURL("http://\(host)/")?.host == .domain(host))
    }

    @Test(
        "An IPv6 address is written in its short form",
        arguments: [
            ("::", "::"), ("::1", "::1"), ("1::", "1::"), ("1:0:0:2:0:0:0:3", "1:0:0:2::3"), ("0:0:1::", "0:0:1::"),
            ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
            ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"), ("ABCD::00fF", "abcd::ff"), ("::127.0.0.1", "::7f00:1"),
            ("::ffff:10.0.0.255", "::ffff:a00:ff"), ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"),
            ("1:0:0:2:0:0:3:4", "1::2:0:0:3:4"),
        ]
    )
    func ipv6(_ address: String, _ expected: String) {
        #expect(WebURL("http://[\(address)]/")?.host?.description == "[\(expected)]")
    }

    @Test(
        "What breaks the rules of IPv6 addresses is no host",
        arguments: [
            "", ":", ":1", "1:", "1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", ":::", "12345::", "g::",
            "::1%eth0",
            "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", "::1.2.3", "::1.2.3.4.5", "::01.2.3.4", "::256.0.0.1", "::1.2.3.",
            "::.1.2.3", "::1.2.3.4:5", "1:2:3:4:5:6:7:1.2.3.4", "::a.1.2.3", "::1..2.3",
        ]
    )
    func notIPv6(_ address: String) {
        #expect(WebURL("http://[\(address)]/") == nil)
        #expect(WebURL("http://[::1/") == nil)
    }

    @Test(
        "A host with a forbidden character is no host",
        arguments: ["a b", "a<b", "a>b", "a^b", "a|b", "a%b", "a%00b", "a%2Fb", "a%3Ab", "a%7F", "%", "a]b", "a%23b"]
    )
    func forbidden(_ host: String) {
        #expect(WebURL("http://\(host)/") == nil)
    }

    @Test("The host of an unknown scheme is opaque")
    func opaque() {
        #expect(WebURL("x://A%41é_1.2/")?.host == .opaque("A%41%C3%A9_1.2"))
        #expect(WebURL("x://a b/") == nil)
        #expect(WebURL("x:///a")?.host == .empty)
        #expect(WebURL("x://127.1/")?.host == .opaque("127.1"))
        #expect(WebURL("x://[::1]/")?.host?.description == "[::1]")
    }

    @Test(
        "An internationalised name is written in Punycode",
        arguments: [
            ("bücher.example", "xn--bcher-kva.example"), ("BÜCHER.example", "xn--bcher-kva.example"),
            ("bu\u{308}cher.example", "xn--bcher-kva.example"), ("straße.example", "xn--strae-oqa.example"),
            ("例え。テスト", "xn--r8jz45g.xn--zckzah"), ("exa\u{AD}mple.com", "example.com"),
            ("\u{FF25}xample.com", "example.com"), ("пример.рф", "xn--e1afmkfd.xn--p1ai"),
            ("xn--bcher-kva.é", "xn--bcher-kva.xn--9ca"), ("مثال.إختبار", "xn--mgbh0fb.xn--kgbechtv"),
            ("한국.kr", "xn--3e0b707e.kr"), ("\u{1112}\u{1161}\u{11AB}국.kr", "xn--3e0b707e.kr"),
            ("a%C3%A9.com", "xn--a-bga.com"), ("😀.example", "xn--e28h.example"),
            ("q\u{307}\u{323}.com", "xn--q-9bb7f.com"),
            ("\u{915}\u{94D}\u{200D}\u{937}.com", "xn--11b2ezcw70k.com"),
        ]
    )
    func international(_ name: String, _ expected: String) {
        #expect(WebURL("http://\(name)/")?.host == .domain(expected))
    }

    @Test(
        "An internationalised name that breaks the rules is no host",
        arguments: [
            "\u{AD}", "a\u{202E}b.com", "\u{301}a.com", "xn--a.é", "xn--é", "\u{200D}é.com", "a\u{200C}bé.com",
            "אa.com",
            "a\u{FFFD}.com", "a\u{A0}b.com", "é\u{FF0F}b.com", "a\u{2100}b.com", "é%2Fb", "xn--0000h-.é", "א1٠.com",
            "xn--zzzzzzzzzzzzzzzzzz.é",
        ]
    )
    func notInternational(_ name: String) {
        #expect(WebURL("http://\(name)/") == nil)
    }

    @Test("Punycode and its reverse agree", arguments: ["bücher", "他们为什么不说中文", "ليهمابتكلموشعربي؟", "3年b組金八先生", "é"])
    func punycode(_ label: String) throws {
        let scalars = Array(label.unicodeScalars)
        #expect(Punycode.decode(Array(Punycode.encode(scalars).unicodeScalars)) == scalars)
    }

    @Test("Punycode gives the samples of RFC 3492")
    func punycodeSamples() {
        #expect(Punycode.encode(Array("他们为什么不说中文".unicodeScalars)) == "ihqwcrb4cv8a8dqg056pqjye")
        #expect(Punycode.encode(Array("3年B組金八先生".unicodeScalars)) == "3B-ww4c5e180e575a65lsy2b")
        #expect(Punycode.encode(Array("-> $1.00 <-".unicodeScalars)) == "-> $1.00 <--")
    }

    @Test(
        "A host that not everybody can reach is private, however it is written",
        arguments: [
            "localhost", "LOCALHOST.", "a.localhost", "printer", "printer.", "nas.local", "metadata.google.internal",
            "router.home.arpa", "db.lan", "127.0.0.1", "127.1", "0x7f000001", "2130706433", "0", "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255", "192.168.1.1", "169.254.169.254", "168.63.129.16", "100.64.0.1", "100.127.255.255",
            "100.100.100.200",
            "224.0.0.1", "255.255.255.255", "240.0.0.1", "192.0.2.1", "198.18.0.1", "198.19.255.255", "198.51.100.7",
            "203.0.113.9", "192.0.0.192", "[::]", "[::1]", "[fe80::1]", "[fec0::1]", "[fc00::1]", "[fd00:ec2::254]",
            "[ff02::1]", "[::ffff:127.0.0.1]", "[::ffff:a9fe:a9fe]", "[::127.0.0.1]", "[::8.8.8.8]",
            "[64:ff9b::10.0.0.1]",
            "[64:ff9b:1::1]", "[2002:7f00:1::]", "[2002:a9fe:a9fe::1]", "[2001::1]", "[2001:db8::1]", "[3fff::1]",
            "[100::1]", "１２７．０．０．１", "ⓛocalhost",
        ]
    )
    func privateHosts(_ host: String) throws {
        let url = try #require(WebURL("http://\(host)/"))
        #expect(!url.hasPublicHost)
    }

    @Test(
        "A host on the internet is public",
        arguments: [
            "example.org", "a.b.example.org.", "8.8.8.8", "172.15.0.1", "172.32.0.1", "168.63.129.15", "168.63.129.17",
            "100.63.0.1", "100.128.0.1",
            "192.167.1.1", "198.17.0.1", "198.20.0.1", "11.0.0.1", "223.255.255.255", "[2606:4700::1111]",
            "[::ffff:8.8.8.8]", "[64:ff9b::8.8.8.8]", "[2002:808:808::1]", "[2a00::1]", "localhost.example",
            "local.org",
        ]
    )
    func publicHosts(_ host: String) throws {
        let url = try #require(WebURL("http://\(host)/"))
        #expect(url.hasPublicHost)
    }

    @Test("Without a host a URL has no public host", arguments: ["data:,", "file:///a", "x:///a", "x://example.org/"])
    func noHost(_ url: String) throws {
        #expect(try #require(WebURL(url)).hasPublicHost == false)
    }
}
