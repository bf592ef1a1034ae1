// SPDX-License-Identifier: Apache-2.0

import Foundation
import SystemPackage
import Testing

@testable import AltTextKit

@Suite("Replacing a file")
struct FileReplacementTests {
    private let folder: TemporaryFolder
    private let old = Array("old".utf8)
    private let new = Array("new content".utf8)

    init() throws {
        folder = try TemporaryFolder()
    }

    private func path(_ name: String) -> FilePath { folder.path.appending(name) }

    @Test(
        "the new content stands under the old name with the old mode",
        arguments: [0o644, 0o600, 0o755, 0o664] as [CInterop.Mode]
    )
    func mode(mode: CInterop.Mode) throws {
        try folder.write(old, to: "a.html")
        try FileManager.default.setAttributes([.posixPermissions: Int(mode)], ofItemAtPath: path("a.html").string)
        try FileReplacement.replace(path("a.html"), containing: old, with: new)
        #expect(try folder.read("a.html") == new)
        #expect(try path("a.html").stat().permissions.rawValue == mode)
        #expect(try folder.names == ["a.html"])
    }

    @Test("a relative path works as well as an absolute one")
    func relative() throws {
        // From wherever the tests run up to the top, so that the path has no leading slash.
        let up = FileManager.default.currentDirectoryPath.split(separator: "/").map { _ in ".." }.joined(separator: "/")
        try folder.write(old, to: "a.html")
        try FileReplacement.replace(FilePath(up + path("a.html").string), containing: old, with: new)
        #expect(try folder.read("a.html") == new)
    }

    @Test("a symbolic link stays one, and its target gets the content")
    func symbolicLink() async throws {
        try await folder.run("sh", "-c", "mkdir d && printf old >d/a.html && ln -s d/a.html l1 && ln -s l1 l2")
        try FileReplacement.replace(path("l2"), containing: old, with: new)
        #expect(try folder.read("d/a.html") == new)
        #expect(try path("l2").stat(followTargetSymlink: false).type == .symbolicLink)
    }

    @Test("another hard link keeps the old content")
    func hardLink() async throws {
        try await folder.run("sh", "-c", "printf old >a.html && ln a.html b.html")
        try FileReplacement.replace(path("a.html"), containing: old, with: new)
        #expect(try folder.read("a.html") == new)
        #expect(try folder.read("b.html") == old)
    }

    @Test("a file that changed is left alone, and no temporary file stays")
    func changed() throws {
        try folder.write(Array("edited".utf8), to: "a.html")
        #expect(throws: FileError.changed(path("a.html"))) {
            try FileReplacement.replace(path("a.html"), containing: old, with: new)
        }
        #expect(try folder.read("a.html") == Array("edited".utf8))
        #expect(try folder.names == ["a.html"])
    }

    @Test("a file that vanishes while its successor is written is not made anew")
    func vanished() throws {
        try folder.write(old, to: "a.html")
        #expect(throws: FileError.missing(path("a.html"))) {
            _ = try FileReplacement.replacing(path("a.html"), containing: old, with: new) { _ in
                try POSIX.remove(path("a.html"))
            }
        }
        #expect(try folder.names == [])
    }

    @Test(
        "a failure while writing leaves the file and the folder as they were",
        arguments: [Errno.noSpace, .diskQuotaExceeded]
    )
    func fullDisk(errno: Errno) throws {
        try folder.write(old, to: "a.html")
        #expect(throws: FileError.noSpace(path("a.html"))) {
            _ = try FileReplacement.replacing(path("a.html"), containing: old, with: new) { _ in throw errno }
        }
        #expect(try folder.read("a.html") == old)
        #expect(try folder.names == ["a.html"])
    }

    @Test("what a killed run left in the folder is removed, and nothing that looks like it")
    func leftovers() async throws {
        let others = [
            ".alttext-.tmp", ".alttext-12345678901234567.tmp", ".alttext-1F.tmp", ".alttext-1f.tmp.html",
            "alttext-1f.tmp",
            "x.alttext-1f.tmp",
        ]
        for name in others + [".alttext-0.tmp", ".alttext-89abcdef01234567.tmp"] {
            try folder.write(old, to: FilePath(name))
        }
        try await folder.run(
            "sh", "-c", "mkdir .alttext-1.tmp; ln -s alttext-1f.tmp .alttext-2.tmp; mkfifo .alttext-3.tmp")
        try folder.write(old, to: "a.html")
        try FileReplacement.replace(path("a.html"), containing: old, with: new)
        let kept = others + ["a.html", ".alttext-1.tmp", ".alttext-2.tmp", ".alttext-3.tmp"]
        #expect(try folder.names.filter { $0 != ".input" } == kept.sorted())
    }

    @Test("what another run is just writing is left alone")
    func livingTemporary() throws {
        try folder.write(old, to: "a.html")
        let (temporary, descriptor) = try TemporaryFile.create(in: folder.path)
        try FileReplacement.replace(path("a.html"), containing: old, with: new)
        #expect(try folder.names == [temporary.lastComponent?.string ?? "", "a.html"].sorted())
        try descriptor.close()
    }

    @Test("what is no file, or not there, is refused without waiting")
    func notRegular() async throws {
        try await folder.run("sh", "-c", "mkfifo pipe.html && mkdir d.html && ln -s loop loop")
        #expect(throws: FileError.notRegular(path("pipe.html"))) {
            try FileReplacement.replace(path("pipe.html"), containing: old, with: new)
        }
        #expect(throws: FileError.notRegular(path("pipe.html"))) { try RegularFile(contentsOf: path("pipe.html")) }
        #expect(throws: FileError.notRegular(path("d.html"))) {
            try FileReplacement.replace(path("d.html"), containing: old, with: new)
        }
        #expect(throws: FileError.missing(path("none"))) {
            try FileReplacement.replace(path("none"), containing: old, with: new)
        }
        #expect(throws: FileError.failed(path("loop"), action: "find it", .tooManySymbolicLinkLevels)) {
            try FileReplacement.replace(path("loop"), containing: old, with: new)
        }
    }

    @Test(
        "the kinds of failure are told apart",
        arguments: [
            (Errno.noSpace, "no space left"), (.diskQuotaExceeded, "no space left"),
            (.permissionDenied, "no permission to write it"), (.notPermitted, "no permission to write it"),
            (.readOnlyFileSystem, "read-only file system"), (.noSuchFileOrDirectory, "no such file"),
            (.ioError, "cannot write it: "),
        ]
    )
    func kinds(errno: Errno, words: String) {
        let message = FileError(errno, "blog/a.html", action: "write it").description
        #expect(message.hasPrefix("blog/a.html: ") && message.contains(words))
    }

    @Test("a name cannot break or colour a message")
    func names() {
        #expect(FileError.missing("a\nb\u{1B}[31m.html").description.hasPrefix("\"a\\nb\\033[31m.html\": "))
    }
}
