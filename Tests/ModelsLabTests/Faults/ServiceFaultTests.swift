// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import AltTextTestSupport
import Logging
import ModelsLab
import PageTestSupport
import Testing

@Suite("When the service misbehaves", .timeLimit(.minutes(20)))
struct ServiceFaultTests {
    private static let sections = ServiceFault.answers + ServiceFault.connections

    /// Faults after which a repetition can meet the connection while it is being closed, and is one more than needed.
    private static let mayTakeOneMore: Set<StandInVariant> = [.connectionDropped, .answerTorn]

    @Test(
        "there is the caption or one error that names the image, after as many requests as needed",
        arguments: sections.flatMap(\.faults))
    func fault(_ fault: ServiceFault) async throws {
        switch fault.service {
        case .standIn(let variant):
            let url = imageURL(variant)
            try await play(
                fault, CaptionRequest(image: .url(url), length: .normal, name: "img/a.png"),
                caption: StandInServer.caption(for: url))
        case .upload(let variant):
            let image = Array("PNG variant-\(variant.rawValue)!".utf8)
            try await play(
                fault,
                CaptionRequest(image: .upload(bytes: image, mediaType: "image/png"), length: .long, name: "img/a.png"),
                caption: StandInServer.caption(forUpload: image, length: "long"))
        case .wire(let wire, let scheme, let certificate):
            try await withWireServer(wire, certificate: certificate) { server in
                try await ask(fault, at: "\(scheme)://127.0.0.1:\(server.port)")
                #expect(server.record.connections <= fault.requests)
                #expect(server.record.requests.count <= fault.requests)
                // What was to be a GB of it is left unread, but for what the system buffers.
                #expect(server.record.sentBytes < 1 << 28)
            }
        case .nobody(let origin):
            try await ask(fault, at: origin)
        }
    }

    @Test("the table has every variant of the stand-in once")
    func completeness() {
        let variants = Self.sections.flatMap(\.faults).compactMap(\.variant)
        #expect(variants.count == StandInVariant.allCases.count)
        #expect(Set(variants) == Set(StandInVariant.allCases))
    }

    @Test("docs/reliability.md has the table")
    func table() throws {
        let table = Self.sections.map { section in
            let rows = section.faults.map(\.row).joined(separator: "\n")
            return """
                ### \(section.title)

                | fault | comes to | requests | asked for | pauses | message |
                | --- | --- | ---: | ---: | ---: | --- |
                \(rows)
                """
        }
        .joined(separator: "\n\n")
        let document = try DocumentSection(named: "service", in: "docs/reliability.md").text(recording: table)
        #expect(document == table)
    }

    /// Asks the stand-in.
    private func play(_ fault: ServiceFault, _ request: CaptionRequest, caption: String) async throws {
        try await StandInFixture.run(configure: { $0.requestTimeout = fault.limit }) { fixture in
            let result = await fixture.result(for: request)
            check(result, fault, caption: caption)
            let requests = await fixture.server.requests
            #expect(requests.count == fault.requests)
            #expect(await fixture.count(.caption) == fault.submissions)
            #expect(
                requests.allSatisfy { $0.hasRightKey == ($0.endpoint != .file) && $0.mentionsKey == $0.hasRightKey })
            #expect(!requests.contains { $0.endpoint == .elsewhere })
            if let variant = fault.variant, Self.mayTakeOneMore.contains(variant) {
                #expect(fixture.captioner.statistics.requests >= fault.requests)
            } else {
                check(fixture.captioner.statistics, fixture.clock, fault)
            }
        }
    }

    /// Asks whoever listens there.
    private func ask(_ fault: ServiceFault, at origin: String) async throws {
        let clock = VirtualClock()
        let configuration = ModelsLabConfiguration(
            key: Secret("stand-in-key"), baseURL: origin, requestTimeout: fault.limit, clock: clock, jitter: { 0 })
        let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        try await withModelsLabCaptioner(configuration: configuration, logger: logger) { captioner in
            let request = CaptionRequest(
                image: .url("https://www.example.org/img/a.png"), length: .normal, name: "img/a.png")
            check(await captioner.result(for: request), fault, caption: WireFault.caption)
            check(captioner.statistics, clock, fault)
        }
    }

    private func check(_ result: Result<String, CaptionError>, _ fault: ServiceFault, caption: String) {
        #expect(result.outcome == fault.outcome)
        guard case .failure(let error) = result else {
            #expect(result.text == caption)
            return
        }
        let told = error.endsRun ? result.text : String(result.text.trimmingPrefix("img/a.png: "))
        #expect(error.endsRun || told != result.text, "the image is named")
        #expect(!told.contains { $0.isNewline })
        let parts = fault.message.replacing("{limit}", with: "\(fault.limit)").split(separator: "…")
        #expect(told.hasPrefix(parts.first ?? "?") && told.hasSuffix(parts.last ?? "?"), "\(told)")
        if parts.count == 1 { #expect(told == parts[0]) }
    }

    private func check(_ statistics: CaptionStatistics, _ clock: VirtualClock, _ fault: ServiceFault) {
        #expect(statistics.requests == fault.requests)
        #expect(statistics.submissions == fault.submissions)
        #expect(statistics.captions == (fault.outcome == .caption ? 1 : 0))
        #expect(clock.sleeps.reduce(.zero, +) == .seconds(fault.seconds))
    }
}

extension ServiceFault {
    /// The fault as a row of a table in Markdown.
    fileprivate var row: String {
        let pauses = seconds == 0 ? "" : seconds == seconds.rounded() ? "\(Int(seconds)) s" : "\(seconds) s"
        let told = message.replacing("{limit}", with: "60.0 seconds").replacing("<", with: "&lt;")
        return "| \(title) | \(outcome.rawValue) | \(requests) | \(submissions) | \(pauses) | \(told) |"
    }
}
