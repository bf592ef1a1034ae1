// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import Foundation
import SystemPackage

/// A folder of one test, removed with it.
final class TemporaryFolder: Sendable {
    let path: FilePath
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("alttext-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = FilePath(url.path)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path.string)
    }

    func write(_ bytes: [UInt8], to name: FilePath, mode: FilePermissions = [.ownerReadWrite, .groupRead]) throws {
        let descriptor = try FileDescriptor.open(
            path.pushing(name),
            .writeOnly,
            options: [.create, .truncate],
            permissions: mode
        )
        _ = try descriptor.closeAfter { try descriptor.writeAll(bytes) }
    }

    func read(_ name: FilePath) throws -> [UInt8] {
        try RegularFile(contentsOf: path.pushing(name)).bytes
    }

    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: path.string).sorted() }
    }
}
