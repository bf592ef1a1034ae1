// SPDX-License-Identifier: Apache-2.0

import AltTextTestSupport
import Foundation
import Testing

/// The key as it is and in every form in which a service, a proxy or a library is known to repeat one.
@Suite("The key")
struct KeyTests {
    /// Has what the forms write differently.
    private static let key = "MARKED-4f/1c+9a7e~Zq"

    private static let forms: [String: String] = {
        let bytes = Array(key.utf8)
        let hexadecimal = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
        return [
            "plain": key,
            "percent": key.replacing("/", with: "%2F").replacing("+", with: "%2B").replacing("~", with: "%7E"),
            "percent-all": hexadecimal.map { "%\($0)" }.joined(),
            "json": key.replacing("/", with: #"\/"#),
            "json-all": hexadecimal.map { #"\u00\#($0)"# }.joined(),
            "entities": bytes.map { "&#\($0);" }.joined(),
            "base64": base64(key), "base64-user": base64("user:\(key)"), "base64-bearer": base64("x:\(key):y"),
            "base64-url": base64(key).replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: ""),
            "unseen": key.prefix(5) + "\u{202E}" + key.dropFirst(5).prefix(5) + "\u{200B}\u{AD}" + key.dropFirst(10),
        ]
    }()

    /// What of the key is in a text, whatever form it has there.
    private static func traces(in text: String) -> [String] {
        let seen = String(
            String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.generalCategory != .format }))
        let digits = ["base64", "base64-user", "base64-bearer", "base64-url"]
        return forms.compactMap { name, form in
            // The first and last digits of base64 depend on what is around the key.
            let form = digits.contains(name) ? String(form.dropFirst(8).dropLast(6)) : form
            return seen.lowercased().contains(form.lowercased()) ? name : nil
        }
    }

    /// What the service says of an image `PLACE-FORM.png`: the key in that form, in that place of the answer.
    private static let answers: [String: String] = {
        var answers: [String: String] = [:]
        for (name, form) in forms {
            let encoder = JSONEncoder()
            guard let data = try? encoder.encode(form) else { continue }
            let form = String(decoding: data, as: UTF8.self).dropFirst().dropLast()
            answers["/caption-\(name).png"] = #"{"status":"success","id":1,"output":["A dog \#(form) on a rug"]}"#
            answers["/output-\(name).png"] = #"{"status":"success","id":1,"output":"\#(form)"}"#
            answers["/meta-\(name).png"] =
                #"{"status":"success","id":1,"output":["A dog"],"meta":{"key":"\#(form)"},"tip":"\#(form)"}"#
            answers["/message-\(name).png"] = #"{"status":"error","message":"Bad key=\#(form)&x","tip":"\#(form)"}"#
            answers["/field-\(name).png"] = #"{"status":"error","message":{"\#(form)":["\#(form)"]}}"#
            answers["/refused-\(name).png"] =
                #"{"status":"error","message":"Image \#(form) not allowed","code":"not_found"}"#
            answers["/file-\(name).png"] = #"{"status":"success","id":1,"output":["https://127.0.0.1/\#(form)"]}"#
            answers["/host-\(name).png"] = #"{"status":"success","id":1,"output":["https://\#(form).invalid/"]}"#
            answers["/job-\(name).png"] = #"{"status":"processing","id":"\#(form)","eta":1,"fetch_result":"\#(form)"}"#
            answers["/status-\(name).png"] = #"{"status":"\#(form)","message":"\#(form)"}"#
        }
        return answers
    }()

    private let folder: WorkFolder

    init() throws {
        folder = try WorkFolder()
    }

    @Test(
        "is in no output and no file, whatever the service does with it",
        arguments: [false, true])
    func marked(isInFile: Bool) async throws {
        // Outside of the folder that is searched.
        let keyFile = try folder.makeStreams(input: Self.key).input.path
        let images = Self.answers.keys.sorted() + ["/variant-redirect.png", "/variant-key-echoed.png", "/own.png"]
        try folder.write(
            "<!DOCTYPE html><html lang=en>\n"
                + images.map { "<img src=\"https://cdn.example.com\($0)\">\n" }.joined() + "<img src=upload.png>",
            to: "site/index.html")
        try folder.writeImage("site/upload.png")
        var behaviour = StandInBehaviour(key: Self.key, queueLimit: nil)
        behaviour.answers = Self.answers
        try await withStandInServer(behaviour) { server in
            var environment = ["MODELSLAB_API_URL": server.origin]
            if !isInFile { environment["MODELSLAB_API_KEY"] = Self.key }
            let more = isInFile ? ["--api-key-file", keyFile] : []
            for (number, arguments) in [
                ["caption", "--upload", "--concurrency", "60"], ["caption", "--estimate"], ["diff"],
                ["fix", "--upload"],
                ["fix", "--offline"], ["audit", "-o", "report.txt"], ["audit", "--format", "json"],
            ].enumerated() {
                let isAudit = arguments[0] == "audit"
                let run = try await Program.alttext.run(
                    arguments + ["site", "-v"] + (isAudit ? [] : more), in: folder, environment: environment)
                #expect([0, 1, 2, 3].contains(run.status), "\(run.errors)")
                for line in (run.text + run.errors).split(whereSeparator: \.isNewline) {
                    #expect(Self.traces(in: String(line)) == [], "\(arguments): \(line)")
                }
                if number == 0 {
                    #expect(run.errors.contains("Asking ModelsLab"))
                    #expect(run.errors.contains("'s caption repeats the API key; left out."))
                    #expect(run.errors.contains("[key]"))
                }
            }
            // It was sent, and in bodies to the service only.
            let requests = await server.requests
            #expect(requests.count > Self.answers.count && requests.allSatisfy { $0.hasRightKey })
            #expect(!requests.contains { $0.endpoint == .elsewhere })
        }
        for (name, bytes) in try folder.contents() {
            #expect(Self.traces(in: String(decoding: bytes, as: UTF8.self)) == [], "\(name)")
        }
        #expect(try folder.captions()["url:https://cdn.example.com/own.png"] != nil)
    }

    @Test("is in no message about a configuration that is wrong")
    func configuration() async throws {
        try folder.write("<html lang=en><img src=https://cdn.example.com/a.png>", to: "site/index.html")
        try folder.write("\(Self.key) \(Self.key)\n", to: "two.txt")
        let urls = [
            "http://example.org/\(Self.key)", "https://example.org/?key=\(Self.key)",
            "https://u:\(Self.key)@example.org/",
            "ftp://\(Self.key)/", Self.key,
        ]
        for url in urls {
            let run = try await Program.alttext.run(
                ["caption", "site", "-v"], in: folder,
                environment: ["MODELSLAB_API_KEY": Self.key, "MODELSLAB_API_URL": url])
            #expect(run.status == 2)
            #expect(Self.traces(in: run.text + run.errors) == [], "\(run.errors)")
        }
        for environment in [
            ["MODELSLAB_API_KEY": "\(Self.key) \(Self.key)"], ["MODELSLAB_API_KEY": "\(Self.key)\u{7}"],
        ] {
            let run = try await Program.alttext.run(["caption", "site", "-v"], in: folder, environment: environment)
            #expect(run.status == 2)
            #expect(Self.traces(in: run.text + run.errors) == [], "\(run.errors)")
        }
        let run = try await Program.alttext.run(["caption", "site", "-v", "--api-key-file", "two.txt"], in: folder)
        #expect(run.status == 2)
        #expect(Self.traces(in: run.text + run.errors) == [], "\(run.errors)")
    }

    @Test(
        "is in no list of arguments and no environment of another program, since none is started",
        .enabled(if: Program.canTrace, "strace is not installed, or may not trace"))
    func children() async throws {
        try folder.write("<html lang=en><img src=https://cdn.example.com/a.png>", to: "site/index.html")
        try await withStandInServer(StandInBehaviour(key: Self.key)) { server in
            for command in [["caption"], ["diff"], ["fix"], ["audit"]] {
                let (run, calls) = try await Program.trace(
                    "trace=execve,execveat,fork,vfork", command + ["site"], in: folder,
                    environment: ["MODELSLAB_API_KEY": Self.key, "MODELSLAB_API_URL": server.origin])
                #expect(run.status == 0, "\(run.errors)")
                #expect(calls.begun.count == 1, "\(calls.lines)")
                #expect(!calls.lines.joined().contains(Self.key))
            }
        }
    }
}
