// SPDX-License-Identifier: Apache-2.0

/// What a person should know about the journal of jobs although the work goes on.
public enum JobNotice: Hashable, Sendable, CustomStringConvertible {
    /// A line that names no job, counted from 1; it is left out.
    case badLine(path: String, line: Int)
    /// A job is too old to be asked for; its image is asked for anew.
    case expired(path: String, job: String, date: String)
    /// The journal cannot be written, for the reason given.
    case unwritable(String)

    /// One line that says what happened.
    public var description: String {
        switch self {
        case .badLine(let path, let line): "\(path):\(line): names no job; left out."
        case .expired(let path, let job, let date):
            "\(path): gave up the job \(JSONValue.string(job)) of \(JSONValue.string(date)), which is too old to be asked for."
        case .unwritable(let reason): "\(reason) A job that is under way when a run is killed may be paid for again."
        }
    }
}
