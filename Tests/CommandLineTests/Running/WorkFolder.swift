// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A folder of one test to work in, removed with it.
final class WorkFolder: Sendable {
    /// The folder of the fixtures of the whole package.
    static let fixtures = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("fixtures")

    private let base: URL
    /// The folder itself, without symbolic links.
    let url: URL

    init() throws {
        base = FileManager.default.temporaryDirectory.appendingPathComponent("alttext-cli-\(UUID().uuidString)")
        url = base.appendingPathComponent("work")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: base)
    }

    func location(of name: String) -> URL {
        name.isEmpty ? url : url.appendingPathComponent(name)
    }

    // MARK: Filling

    /// Copies the fixture site, or a part of it, to `name`.
    func copyFixture(_ fixture: String = "site", to name: String = "site") throws {
        try makeFolder(of: name)
        try FileManager.default.copyItem(at: Self.fixtures.appendingPathComponent(fixture), to: location(of: name))
    }

    func copy(_ source: String, to name: String) throws {
        try makeFolder(of: name)
        try FileManager.default.copyItem(at: location(of: source), to: location(of: name))
    }

    func write(_ text: String, to name: String) throws {
        try write(Array(text.utf8), to: name)
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        try makeFolder(of: name)
        try Data(bytes).write(to: location(of: name))
    }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(at: location(of: name), withIntermediateDirectories: true)
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: location(of: name).path, withDestinationPath: target)
    }

    func setMode(_ mode: Int, of name: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: location(of: name).path)
    }

    private func makeFolder(of name: String) throws {
        try FileManager.default.createDirectory(
            at: location(of: name).deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
    }

    // MARK: Looking

    func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: location(of: name).path)
    }

    func read(_ name: String) throws -> [UInt8] {
        try Array(Data(contentsOf: location(of: name)))
    }

    func text(_ name: String) throws -> String {
        String(decoding: try read(name), as: UTF8.self)
    }

    /// The bytes of all regular files below a folder, by their paths in it; Git's own are left out.
    func contents(of folder: String = "") throws -> [String: [UInt8]] {
        var contents: [String: [UInt8]] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: location(of: folder).path)
        where !name.split(separator: "/").contains(".git") {
            let file = location(of: folder).appendingPathComponent(name)
            let type = try FileManager.default.attributesOfItem(atPath: file.path)[.type] as? FileAttributeType
            if type == .typeRegular { contents[name] = try Array(Data(contentsOf: file)) }
        }
        return contents
    }

    /// What tells one file from another, and an untouched one from one that was written.
    func identity(of name: String) throws -> FileIdentity {
        let attributes = try FileManager.default.attributesOfItem(atPath: location(of: name).path)
        return FileIdentity(
            number: attributes[.systemFileNumber] as? Int,
            modified: attributes[.modificationDate] as? Date,
            mode: attributes[.posixPermissions] as? Int
        )
    }

    /// Files for the streams of one run, outside of the folder.
    func makeStreams(input: String) throws -> ProgramFiles {
        let files = ["in", "out", "err"].map { base.appendingPathComponent("\(UUID().uuidString).\($0)") }
        try Data(input.utf8).write(to: files[0])
        for file in files[1...] { try Data().write(to: file) }
        return ProgramFiles(input: files[0], output: files[1], errors: files[2])
    }
}

/// What stays as it is when a file is not touched.
struct FileIdentity: Hashable, Sendable {
    let number: Int?
    let modified: Date?
    let mode: Int?
}
