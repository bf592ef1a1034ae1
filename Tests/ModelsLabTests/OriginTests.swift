// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import Logging
import Testing

@testable import ModelsLab

@Suite("The origin that gets the key")
struct OriginTests {
    private let modelsLab: ServiceOrigin
    private let standIn: ServiceOrigin

    init() throws {
        modelsLab = try ServiceOrigin("https://modelslab.com", hiding: Secret("k"))
        standIn = try ServiceOrigin("http://127.0.0.1:4321/", hiding: Secret("k"))
    }

    @Test(
        "is refused unless it is encrypted or on this machine",
        arguments: [
            "http://modelslab.com", "http://127.0.0.1.example.com", "http://192.168.1.2", "http://[::2]:80",
            "http://localhost.example.com", "http://2130706433", "http://0.0.0.0",
        ])
    func insecure(_ url: String) async throws {
        await #expect(throws: ModelsLabConfigurationError.insecureBaseURL(url)) { try await open(url) }
    }

    @Test(
        "is refused unless it is a plain URL",
        arguments: [
            "", "modelslab.com", "ftp://modelslab.com", "https://", "https://a:b@modelslab.com",
            "https://modelslab.com?x", "https://modelslab.com#x", "file:///etc/passwd",
        ])
    func invalid(_ url: String) async throws {
        await #expect(throws: ModelsLabConfigurationError.invalidBaseURL(url)) { try await open(url) }
    }

    @Test(
        "may be on this machine without encryption",
        arguments: [
            "http://127.0.0.1:1", "http://127.9.9.9", "http://[::1]:8080", "http://localhost",
            "HTTPS://Proxy.example/lab/",
        ])
    func valid(_ url: String) async throws {
        try await open(url)
    }

    @Test("needs a key that can be one, and a place for a job", arguments: ["", "a b", "key\n", "k\u{7}"])
    func key(_ key: String) async throws {
        await #expect(throws: ModelsLabConfigurationError.unusableKey) {
            try await open("https://modelslab.com", key: key)
        }
        await #expect(throws: ModelsLabConfigurationError.invalidConcurrency(0)) {
            try await open("https://modelslab.com", concurrency: 0)
        }
    }

    @Test("is not shown with the key in it")
    func keyInURL() async throws {
        await #expect(throws: ModelsLabConfigurationError.invalidBaseURL("https://modelslab.com?key=[key]")) {
            try await open("https://modelslab.com?key=S3CR3T", key: "S3CR3T")
        }
    }

    @Test(
        "is the only one that is polled",
        arguments: [
            ("https://modelslab.com/api/v6/image_editing/fetch/7", "/api/v6/image_editing/fetch/7"),
            ("https://MODELSLAB.com:443/api/v7/images/fetch/7", "/api/v7/images/fetch/7"),
            ("http://modelslab.com/api/v7/images/fetch/7", nil),
            ("https://modelslab.com.example.com/api/v7/images/fetch/7", nil),
            ("https://modelslab.com@example.com/api/v7/images/fetch/7", nil),
            ("https://modelslab.com:8443/api/v7/images/fetch/7", nil),
            ("https://modelslab.com/api/v7/images/fetch/8", nil),
            ("https://modelslab.com/api/v7/images/fetch/7?x=1", nil),
            ("https://modelslab.com/api/v7/../fetch/7", nil),
            ("https://modelslab.com/redirect/fetch/7", nil),
            ("https://modelslab.com/api/vx/fetch/7", nil),
            ("//modelslab.com/api/v7/images/fetch/7", nil),
            ("not a URL", nil),
        ] as [(String, String?)])
    func fetch(_ url: String, _ path: String?) {
        let target = modelsLab.fetchTarget(jobID: "7", fetchURL: url)
        #expect(target == .init(jobID: "7", path: path ?? "/api/v6/image_editing/fetch/7"))
    }

    @Test("gives no job without a usable id", arguments: [nil, "", "..", "a/b", "1?x", "a b"] as [String?])
    func noJob(_ id: String?) {
        #expect(modelsLab.fetchTarget(jobID: id, fetchURL: nil) == nil)
        let url = "https://modelslab.com/api/v6/image_editing/fetch/9"
        #expect(modelsLab.fetchTarget(jobID: id, fetchURL: url)?.jobID == "9")
    }

    @Test("is not asked for a job that is called after the key, and no other host for a file that is")
    func keyInAnswer() throws {
        let origin = try ServiceOrigin("https://modelslab.com", hiding: Secret("S3CR3T"))
        let url = "https://modelslab.com/api/v6/image_editing/fetch/"
        #expect(origin.fetchTarget(jobID: "S3CR3T", fetchURL: nil) == nil)
        #expect(origin.fetchTarget(jobID: nil, fetchURL: "\(url)S3CR3T") == nil)
        #expect(origin.fetchTarget(jobID: "7", fetchURL: "\(url)S3CR3T")?.jobID == "7")
        #expect(!origin.mayLoad("https://files.example.com/S3CR3T.txt"))
        #expect(!origin.mayLoad("https://files.example.com/?%533CR3T"))
        #expect(origin.mayLoad("https://files.example.com/S3CR3.txt"))
    }

    @Test("keeps the path of a proxy")
    func proxy() throws {
        let origin = try ServiceOrigin("https://proxy.example/lab/", hiding: Secret("k"))
        #expect(origin.url("/api/v6/x") == "https://proxy.example:443/lab/api/v6/x")
        let url = "https://proxy.example/lab/api/v6/image_editing/fetch/7"
        #expect(origin.fetchTarget(jobID: nil, fetchURL: url)?.path == "/api/v6/image_editing/fetch/7")
    }

    @Test(
        "lets result files be loaded from public hosts only",
        arguments: [
            ("https://files.example.com/a.txt", true), ("http://files.example.com/a.txt", false),
            ("https://127.0.0.1/a", false), ("https://10.0.0.1/a", false), ("https://[fd00::1]/a", false),
            ("https://169.254.169.254/a", false), ("https://2130706433/a", false), ("https://0x7f.0x1/a", false),
            ("https://localhost/a", false), ("https://printer.local/a", false), ("https://intranet/a", false),
            ("https://a:b@files.example.com/a", false), ("file:///etc/passwd", false),
            ("http://127.0.0.1:4321/a", false), ("https://127.1/a", false),
        ])
    func files(_ url: String, _ mayLoad: Bool) {
        #expect(modelsLab.mayLoad(url) == mayLoad)
    }

    @Test("on this machine may hand out its own files")
    func ownFiles() {
        #expect(standIn.mayLoad("http://127.0.0.1:4321/files/a.txt"))
        #expect(!standIn.mayLoad("http://127.0.0.1:4322/files/a.txt"))
    }

    private func open(_ url: String, key: String = "key", concurrency: Int = 1) async throws {
        let configuration = ModelsLabConfiguration(key: Secret(key), baseURL: url, concurrency: concurrency)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        try await withModelsLabCaptioner(configuration: configuration, logger: logger) { _ in }
    }
}
