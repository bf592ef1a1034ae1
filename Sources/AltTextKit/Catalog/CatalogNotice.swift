// SPDX-License-Identifier: Apache-2.0

/// What a person should know about the catalog although the work goes on.
public enum CatalogNotice: Hashable, Sendable, CustomStringConvertible {
    /// Another run uses the catalog; this one waits for it.
    case waiting(path: String)
    /// The last line was cut off by an interrupted run, and is dropped.
    case tornLine(path: String, line: Int, byteCount: Int)
    /// Two persons decided differently on one image, role and language.
    case conflict(path: String, line: Int, kept: CaptionRecord)
    /// Another program changed or replaced the file during the run; both changes are kept.
    case changedOutside(path: String)
    /// The file system has no locks.
    case unlocked(path: String, reason: String)

    /// One line that says what happened.
    public var description: String {
        switch self {
        case .waiting(let path): "\(path): in use by another run; waiting until that ends."
        case .tornLine(let path, let line, let byteCount):
            "\(path):\(line): left out an unfinished last line (\(byteCount) bytes) of an interrupted run; the next run that writes "
                + "the catalog removes it."
        case .conflict(let path, let line, let kept):
            """
            \(path):\(line): decided twice and differently; kept the later decision: \
            \(kept.status.rawValue) \(JSONValue.string(kept.text ?? "")). Check it.
            """
        case .changedOutside(let path): "\(path): changed by another program during the run; its changes were kept."
        case .unlocked(let path, let reason):
            "\(path): cannot be locked here (\(reason)); let no second run use it at the same time."
        }
    }
}
