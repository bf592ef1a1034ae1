// SPDX-License-Identifier: Apache-2.0

internal import AltTextReports
internal import ArgumentParser
internal import SystemPackage

/// A report that is asked for, as `--report` names it: `sarif=alttext.sarif`.
struct ReportRequest: ExpressibleByArgument {
    let format: ReportFormat
    let destination: ReportDestination

    init(format: ReportFormat, destination: ReportDestination) {
        self.format = format
        self.destination = destination
    }

    /// The request in `FORMAT=FILE`; `nil` for any other text.
    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let format = ReportFormat(rawValue: String(parts[0])), !parts[1].isEmpty else {
            return nil
        }
        self.init(format: format, destination: ReportDestination(String(parts[1])))
    }

    /// The request of `--report`.
    ///
    /// - Throws: `ValidationError`, which names the formats.
    static func parsing(_ argument: String) throws -> ReportRequest {
        if let request = ReportRequest(argument: argument) { return request }
        throw ValidationError("Give \(form).")
    }

    /// What an argument has to be.
    static var form: String {
        "FORMAT=FILE, where FORMAT is one of \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", "))"
    }

    static var allValueStrings: [String] { ReportFormat.allCases.map { "\($0.rawValue)=FILE" } }
}

/// Where a report goes.
enum ReportDestination: Equatable {
    case standardOutput
    case file(FilePath)

    /// The place that an option names: a file, or `-` for standard output.
    init(_ argument: String) {
        self = argument == "-" ? .standardOutput : .file(FilePath(argument))
    }

    /// Whether both are the same place, whatever the spelling.
    func isSame(as other: ReportDestination) -> Bool {
        guard case .file(let path) = self, case .file(let otherPath) = other else { return self == other }
        return path.isSameFile(as: otherPath)
            || (path.lastComponent == otherPath.lastComponent && path.folder.isSameFile(as: otherPath.folder))
    }

    var name: String {
        switch self {
        case .standardOutput: "standard output"
        case .file(let path): path.string
        }
    }
}

extension FilePath {
    /// The folder of what the path names.
    fileprivate var folder: FilePath {
        let folder = removingLastComponent()
        return folder.isEmpty ? "." : folder
    }

    /// Whether both lead to one and the same file or folder. Two names of a device or a pipe are no two reports in one file.
    fileprivate func isSameFile(as other: FilePath) -> Bool {
        guard let file = try? stat(), let otherFile = try? other.stat() else { return false }
        return file.deviceID == otherFile.deviceID && file.inode == otherFile.inode
            && (file.type == .regular || file.type == .directory)
    }
}
