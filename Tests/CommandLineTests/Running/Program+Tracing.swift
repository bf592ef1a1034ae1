// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What a run asked of the system, as `strace` saw it.
struct SystemCalls {
    /// The calls of all threads, without what `strace` says of threads and signals.
    let lines: [String]

    /// The lines without the second halves of calls that others came in between.
    var begun: [String] { lines.filter { !$0.contains(" resumed>") } }

    /// The calls of these names.
    func named(_ names: String...) -> [String] {
        lines.filter { line in names.contains { line.contains("\($0)(") } }
    }

    /// The files that were opened, by their own paths, wherever links have led.
    var openedFiles: [String] {
        lines.compactMap { $0.firstMatch(of: #/ = [0-9]+<(.*)>$/#).map { String($0.1) } }
    }
}

extension Program {
    /// Whether `strace` is there and may look at what it starts.
    static let canTrace = succeeds("strace -o /dev/null true")
    /// Whether `script` of util-linux is there, which runs a program on a terminal of its own.
    static let hasTerminal = succeeds("script -qec true /dev/null")
    /// Whether a file system of one's own may be mounted, out of the sight of other programs.
    static let canMount = succeeds("unshare -m mount -t tmpfs tmpfs /mnt")
    /// Whether the tool runs as somebody who may not do everything, be it the user of the tests or nobody.
    static let canRunUnprivileged = getuid() != 0 || succeeds("\(asNobody) \(alttext.url.path) --version")

    /// What a shell puts in front of a command for it to run without the rights of the superuser.
    static let asNobody = getuid() == 0 ? "setpriv --reuid 65534 --regid 65534 --clear-groups" : ""

    /// Runs `alttext` and tells what it asked of the system.
    ///
    /// - Parameter calls: Those to record, as `strace -e` takes them.
    static func trace(
        _ calls: String, _ arguments: [String], in folder: WorkFolder, environment: [String: String] = [:]
    ) async throws -> (run: ProgramRun, calls: SystemCalls) {
        let record = "trace-\(UUID().uuidString)"
        let strace = Program(url: URL(fileURLWithPath: "/usr/bin/env"), firstArguments: ["strace"])
        let run = try await strace.run(
            ["-f", "-qq", "-y", "-s", "4096", "-e", calls, "-e", "signal=none", "-o", record, alttext.url.path]
                + arguments,
            in: folder, environment: environment)
        let text = try folder.text(record)
        try FileManager.default.removeItem(at: folder.location(of: record))
        return (run, SystemCalls(lines: text.split(separator: "\n").map(String.init)))
    }

    private static func succeeds(_ command: String) -> Bool {
        runShell("\(command) </dev/null >/dev/null 2>&1")
    }
}
