// SPDX-License-Identifier: Apache-2.0

/// The audit of the fixture site, made once for all tests that only look at it.
enum FixtureAudit {
    private static let runs = [
        "jsonl": Task { try await run("jsonl") }, "json": Task { try await run("json") },
        "text": Task { try await run("text") },
    ]

    /// What `audit --format FORMAT -v` printed.
    static func report(_ format: String) async throws -> ProgramRun {
        guard let run = runs[format] else { return try await run(format) }
        return try await run.value
    }

    /// The places that it reports.
    static func lines() async throws -> [AuditLine] {
        try AuditLine.lines(of: try await report("jsonl").text)
    }

    private static func run(_ format: String) async throws -> ProgramRun {
        let folder = try WorkFolder()
        try folder.copyFixture()
        return try await Program.alttext.run(["audit", "site", "--format", format, "-v"], in: folder)
    }
}
