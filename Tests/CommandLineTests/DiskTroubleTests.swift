// SPDX-License-Identifier: Apache-2.0

import AltTextTestSupport
import Foundation
import Synchronization
import Testing

@Suite("Trouble with the disk")
struct DiskTroubleTests {
    private static let pixel = #"<img src="https://count.example.com/p.gif" width="1" height="1">"#
    private static let filled = #"<img alt="" src="https://count.example.com/p.gif" width="1" height="1">"#

    private let folder: WorkFolder

    init() throws {
        folder = try WorkFolder()
    }

    /// A page with one image that gets an empty alt, before and after that.
    private static func page(size: Int = 0) -> (before: String, after: String) {
        let rest = String(repeating: "<p>Some text.\n", count: size / 14)
        return ("<html lang=en>\n\(pixel)\n\(rest)", "<html lang=en>\n\(filled)\n\(rest)")
    }

    /// Runs a script of a shell in which `$0` is `alttext`.
    private func run(_ script: String, environment: [String: String] = [:]) async throws -> ProgramRun {
        try await Program.shell.run([script, Program.alttext.url.path], in: folder, environment: environment)
    }

    private func temporaryFiles() throws -> [String] {
        try folder.contents().keys.filter { $0.contains(".alttext-") }
    }

    // MARK: Full

    @Test("A page that is too large for what files may have stays as it was, and is not counted as done")
    func fileSizeLimit() async throws {
        try folder.write(Self.page(size: 20_000).before, to: "site/large.html")
        try folder.write(Self.page().before, to: "site/small.html")
        // Shells differ in the size of a block.
        let run = try await run(#"(ulimit -f 8; "$0" fix site --offline)"#)
        #expect(run.status == 3)
        #expect(
            run.errorLines.first == "alttext: site/large.html: cannot write it: File too large; left as it was. "
                + "Check path and disk, then run again.")
        #expect(run.errors.contains("\n  inserted: 1 (1 pixels)\n  on 1 page that failed: 1\n"), "\(run.errors)")
        #expect(try folder.text("site/large.html") == Self.page(size: 20_000).before)
        #expect(try folder.text("site/small.html") == Self.page().after)
        #expect(try temporaryFiles() == [])
    }

    @Test(
        "A report that is too large for what files may have leaves the one before it, or none",
        arguments: [true, false])
    func reportSizeLimit(isThere: Bool) async throws {
        try folder.write(String(repeating: Self.pixel, count: 200), to: "site/index.html")
        if isThere { try folder.write("before", to: "report.json") }
        // Most shells let SIGXFSZ end a program that does not care.
        let run = try await run(#"(ulimit -f 8; "$0" audit site --format json -o report.json)"#)
        #expect(run.status == 2, "\(run.errors)")
        #expect(run.errorLines.count == 1)
        #expect(run.errors.contains("report.json: ") && run.errors.contains("File too large"))
        #expect(folder.exists("report.json") == isThere)
        if isThere { #expect(try folder.text("report.json") == "before") }
        #expect(try temporaryFiles() == [])
    }

    @Test(
        "A full disk leaves every page as it was or as it should be",
        .enabled(if: Program.canMount, "no file system can be mounted here"))
    func fullDisk() async throws {
        for name in ["a", "b", "c"] { try folder.write(Self.page(size: 9_000).before, to: "site/\(name).html") }
        try folder.makeFolder("disk")
        let run = try await run(
            """
            exec unshare -m sh -c '
                mount -t tmpfs -o size=60k tmpfs disk && cp -r site disk/ && echo before >disk/report.json
                cat /dev/zero >disk/fill 2>/dev/null
                "$0" fix disk/site --offline; echo "status $?" >&2
                "$0" audit disk/site -o disk/report.json; echo "status $?" >&2
                "$0" audit disk/site -o disk/new.json; echo "status $?" >&2
                mkdir result && cp -r disk/site disk/report.json result/ && ls -A disk disk/site
            ' "$0"
            """)
        let lines = run.errorLines
        let full = "no space left on the disk; left as it was. Free some and run again."
        #expect(Array(lines.prefix(3)) == ["a", "b", "c"].map { "alttext: disk/site/\($0).html: \(full)" })
        #expect(run.errors.contains("\n  inserted: 0\n  on 3 pages that failed: 3\nstatus 3\n"), "\(run.errors)")
        #expect(run.errors.contains("alttext: disk/report.json: \(full)\nstatus 2\n"), "\(run.errors)")
        #expect(run.errors.contains("alttext: disk/new.json: cannot be written: No space left on device."))
        for name in ["a", "b", "c"] {
            #expect(try folder.text("result/site/\(name).html") == Self.page(size: 9_000).before)
        }
        #expect(try folder.text("result/report.json") == "before\n")
        #expect(!run.text.contains(".alttext-") && !run.text.contains("new.json"), "\(run.text)")
    }

    @Test(
        "A catalog that finds no more room ends the questions, and what it has is whole",
        .enabled(if: Program.canMount, "no file system can be mounted here"))
    func fullDiskOfCatalog() async throws {
        let images = (0..<60).map { "<img src=https://cdn.example.com/\($0).png>\n" }.joined()
        try folder.write("<html lang=en>\n\(images)", to: "site/index.html")
        try folder.makeFolder("disk")
        try await withStandInServer { server in
            let script = """
                exec unshare -m sh -c '
                    mount -t tmpfs -o size=8k tmpfs disk
                    "$0" caption site --catalog disk/catalog.jsonl --concurrency 1; echo "status $?" >&2
                    cp disk/catalog.jsonl alttext.captions.jsonl
                ' "$0"
                """
            let run = try await run(
                script, environment: ["MODELSLAB_API_KEY": "stand-in-key", "MODELSLAB_API_URL": server.origin])
            #expect(run.errorLines.last == "status 2")
            #expect(run.errors.hasPrefix("alttext: disk/catalog.jsonl: no space left on the disk; "), "\(run.errors)")
            // One more came than could be saved; nothing was paid for behind it.
            let saved = try folder.captions()
            #expect(saved.count > 10)
            #expect(await server.requests.count == saved.count + 1)
            for (image, caption) in saved { #expect(caption == StandInServer.caption(for: String(image.dropFirst(4)))) }
        }
    }

    @Test(
        "Results that find no room are an error",
        arguments: [
            "audit site", "audit site --format json", "audit site --format jsonl", "diff site --offline",
            "caption site --estimate",
        ])
    func fullOutput(command: String) async throws {
        guard folder.deviceExists("/dev/full") else { return }
        try folder.write(Self.page().before, to: "site/index.html")
        let run = try await run("\"$0\" \(command) -q >/dev/full")
        // A text report is one that nobody wants who wants it quiet.
        guard command != "audit site" else {
            let loud = try await self.run("\"$0\" \(command) >/dev/full")
            #expect(loud.status == 2 && loud.errorLines.count == 1)
            return
        }
        #expect(run.status == 2)
        #expect(
            run.errorLines == [
                "alttext: standard output: cannot write the results: No space left on device. Make room, then run again."
            ])
    }

    // MARK: Closed

    @Test(
        "Where the user may not write is told for each page, and all others are done",
        .enabled(if: Program.canRunUnprivileged, "the tests run as the superuser, who cannot become nobody"))
    func noPermission() async throws {
        for name in ["closed/page", "mode/read-only", "mode/unreadable", "mode/open"] {
            try folder.write(Self.page().before, to: "site/\(name).html")
        }
        let run = try await run(
            """
            chmod 444 site/mode/read-only.html; chmod 000 site/mode/unreadable.html; chmod 555 site/closed
            [ "$(id -u)" != 0 ] || chown -R 65534 site
            \(Program.asNobody) "$0" fix site --offline; echo "status $?" >&2
            \(Program.asNobody) "$0" caption site --catalog site/closed/catalog.jsonl --allow-empty; echo "status $?" >&2
            chmod 755 site/closed; chmod 644 site/mode/*
            """, environment: ["MODELSLAB_API_KEY": "key-of-nobody"])
        #expect(
            run.errors.hasPrefix(
                """
                alttext: site/closed/page.html: no permission to create a file in its folder; left as it was. \
                Check its owner and mode.
                alttext: site/mode/read-only.html: no permission to write it; left as it was. Check its owner and mode.
                error: site/mode/unreadable.html: no permission to read it; left as it was. Check its owner and mode.
                3 pages, 3 images without alt
                  inserted: 1 (1 pixels)
                  on 2 pages that failed: 2
                status 2

                """), "\(run.errors)")
        #expect(run.errors.contains("site/closed/catalog.jsonl: no permission to open it for writing"), "\(run.errors)")
        #expect(try folder.text("site/mode/open.html") == Self.page().after)
        for name in ["closed/page", "mode/read-only", "mode/unreadable"] {
            #expect(try folder.text("site/\(name).html") == Self.page().before)
        }
        #expect(try temporaryFiles() == [])
    }

    @Test(
        "A file system that cannot be written to is told",
        .enabled(if: Program.canMount, "no file system can be mounted here"))
    func readOnly() async throws {
        try folder.write(Self.page().before, to: "site/index.html")
        let run = try await run(
            """
            exec unshare -m sh -c 'mount -t tmpfs tmpfs /mnt && cp -r site /mnt/ && mount -o remount,ro /mnt
                "$0" fix /mnt/site --offline; echo "status $?" >&2
                "$0" caption /mnt/site --catalog /mnt/catalog.jsonl; echo "status $?" >&2
                "$0" audit /mnt/site -o /mnt/report.txt; echo "status $?" >&2' "$0"
            """)
        let readOnly = "on a read-only file system; left as it was. Run on a copy that can be written."
        #expect(run.errors.contains("alttext: /mnt/site/index.html: \(readOnly)\n"), "\(run.errors)")
        #expect(run.errors.contains("  inserted: 0\n  on 1 page that failed: 1\nstatus 3\n"), "\(run.errors)")
        #expect(run.errors.contains("alttext: /mnt/catalog.jsonl: \(readOnly)\nstatus 2\n"), "\(run.errors)")
        #expect(run.errors.contains("alttext: /mnt/report.txt: cannot be written: Read-only file system."))
    }

    // MARK: Changing

    /// What another program does to a page while captions are asked for.
    enum Change: String, CaseIterable {
        case edited, removed, pipe, folder, linkedOutside, linkLoop

        var script: String {
            switch self {
            case .edited: "printf '<p>New' >>site/b.html"
            case .removed: "rm site/b.html"
            case .pipe: "rm site/b.html; mkfifo site/b.html"
            case .folder: "rm site/b.html; mkdir site/b.html"
            // The bytes that were audited, in a file that is none of the site's.
            case .linkedOutside: "mv site/b.html outside.html; ln -s ../outside.html site/b.html"
            case .linkLoop: "rm site/b.html; ln -s b.html site/b.html"
            }
        }

        var message: String {
            switch self {
            case .edited: "alttext: site/b.html: changed on disk during the run; left alone. "
            case .removed: "alttext: site/b.html: no such file. "
            case .pipe, .folder: "alttext: site/b.html: not a regular file; left alone. "
            case .linkedOutside: "alttext: b.html: a link to somewhere outside of the root; not read. "
            case .linkLoop: "alttext: site/b.html: cannot read it: Too many levels of symbolic links; left as it was. "
            }
        }
    }

    @Test(
        "A page that another program takes in hand during the run is left to it, and told", arguments: Change.allCases)
    func changed(change: Change) async throws {
        for name in ["a", "b", "c"] {
            try folder.write("<html lang=en><img src=https://cdn.example.com/x.png>", to: "site/\(name).html")
        }
        let once = Mutex(false)
        let location = folder.url
        let plan = StandInPlan { _ in
            let isFirst = once.withLock { isDone in
                defer { isDone = true }
                return !isDone
            }
            if isFirst { Self.runNow(change.script, in: location) }
            return .outputArray
        }
        try await withStandInServer(StandInBehaviour(plan: plan)) { server in
            let run = try await Program.alttext.run(
                ["fix", "site"], in: folder,
                environment: ["MODELSLAB_API_KEY": "stand-in-key", "MODELSLAB_API_URL": server.origin])
            #expect(run.status == 3, "\(run.errors)")
            #expect(run.errorLines.first?.hasPrefix(change.message) == true, "\(run.errors)")
            #expect(run.errors.contains("\n  inserted: 2 (2 captions)\n  on 1 page that failed: 1\n"), "\(run.errors)")
        }
        for name in ["a", "c"] { #expect(try folder.text("site/\(name).html").contains("<img alt=")) }
        for name in ["site/b.html", "outside.html"] where folder.isFile(name) {
            #expect(!(try folder.text(name)).contains("alt="))
        }
        #expect(try temporaryFiles() == [])
    }

    private static func runNow(_ script: String, in folder: URL) {
        #expect(runShell("cd '\(folder.path)' && \(script)"))
    }

    @Test("What an editor does to the catalog during the run is kept beside the captions", arguments: [false, true])
    func catalogChanged(isReplaced: Bool) async throws {
        try folder.write("<html lang=en><img src=https://cdn.example.com/x.png>", to: "site/a.html")
        let line =
            #"{"image":"url:https://e.org/y.png","role":"content","lang":"en","status":"approved","text":"A kite"}"#
        let location = folder.url
        let script =
            isReplaced
            ? "echo '\(line)' >new && mv new alttext.captions.jsonl" : "echo '\(line)' >>alttext.captions.jsonl"
        let plan = StandInPlan { _ in
            Self.runNow(script, in: location)
            return .outputArray
        }
        try await withStandInServer(StandInBehaviour(plan: plan)) { server in
            let run = try await Program.alttext.run(
                ["caption", "site"], in: folder,
                environment: ["MODELSLAB_API_KEY": "stand-in-key", "MODELSLAB_API_URL": server.origin])
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.errors.contains("alttext.captions.jsonl: changed by another program during the run"))
        }
        #expect(try folder.catalog().map(\.status).sorted() == ["approved", "suggested"])
    }

    @Test("Runs at the same time write each page once")
    func runsAtOnce() async throws {
        for index in 0..<40 { try folder.write(Self.page(size: 3_000).before, to: "site/\(index).html") }
        let runs = try await withThrowingTaskGroup(of: ProgramRun.self) { group in
            for _ in 0..<4 {
                group.addTask { [folder] in try await Program.alttext.run(["fix", "site", "--offline"], in: folder) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        // A page that another run has just written was changed during this one.
        for run in runs {
            #expect(run.status == 0 || run.status == 3, "\(run.errors)")
            #expect(run.errorLines.filter { $0.hasPrefix("alttext: ") }.allSatisfy { $0.contains("changed on disk") })
        }
        for index in 0..<40 { #expect(try folder.text("site/\(index).html") == Self.page(size: 3_000).after) }
        #expect(try temporaryFiles() == [])
    }

    // MARK: Odd files

    @Test("Pipes, devices, loops, hard links and odd names hold nothing up")
    func oddFiles() async throws {
        let page = Self.page().before
        try folder.write(page, to: "site/plain.html")
        let script = """
            cd site
            mkfifo pipe.html pipe.png; mknod device.html c 1 5; mknod device.png c 1 5
            ln -s loop.html loop.html; ln -s two.html one.html; ln -s one.html two.html; ln -s . folder; ln -s nowhere x.html
            ln plain.html hard.html
            cp plain.html "$(printf 'new\\nline.html')"; cp plain.html "$(printf 'not\\377utf8.html')"; cp plain.html -- '-x.html'
            cp plain.html ' .html'; cp plain.html '$(touch owned).html'
            printf '<html lang=en><img src=pipe.png><img src=device.png><img src=folder><img src=loop.html>' >images.html
            """
        _ = try await Program.shell.run([script], in: folder)
        let audit = try await Program.alttext.run(["audit", "site", "--format", "jsonl"], in: folder)
        #expect(audit.status == 1, "\(audit.errors)")
        let lines = try AuditLine.lines(of: audit.text)
        #expect(lines.count { $0.findingClass == "pixel" } == 7)
        #expect(lines.count { $0.findingClass == "unresolvable" } == 4)
        let fix = try await Program.alttext.run(["fix", "site", "--offline"], in: folder)
        #expect(fix.status == 1, "\(fix.errors)")
        #expect(fix.errors.contains("inserted: 7 (7 pixels)"), "\(fix.errors)")
        let check = try await Program.shell.run(
            [#"find site -type f -exec grep -l 'img alt=""' {} + | grep -c html; ls -A | tr '\n' ' '"#], in: folder)
        #expect(check.text == "7\nsite ", "\(check.text)")

        for page in ["pipe.html", "loop.html", "x.html", "one.html"] {
            let named = try await Program.alttext.run(
                ["fix", "--root", "site", "site/\(page)", "--offline"], in: folder)
            #expect(named.status == 2)
            #expect(named.errors.contains("site/\(page): "), "\(named.errors)")
        }
    }

    @Test("A file of the key that has no end is not read to it")
    func endlessKey() async throws {
        try folder.write(Self.page().before, to: "site/index.html")
        let run = try await Program.alttext.run(["caption", "site", "--api-key-file", "/dev/zero"], in: folder)
        #expect(run.status == 2)
        #expect(
            run.errorLines == [
                "alttext: /dev/zero: cannot be read: File too large. Check the file that --api-key-file names."
            ])
    }
}

extension WorkFolder {
    fileprivate func deviceExists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// Whether a regular file has the name, itself or at the end of links.
    fileprivate func isFile(_ name: String) -> Bool {
        var isFolder = false as ObjCBool
        guard unsafe FileManager.default.fileExists(atPath: location(of: name).path, isDirectory: &isFolder),
            !isFolder.boolValue
        else { return false }
        let attributes = try? FileManager.default.attributesOfItem(
            atPath: location(of: name).resolvingSymlinksInPath().path)
        return attributes?[.type] as? FileAttributeType == .typeRegular
    }
}
