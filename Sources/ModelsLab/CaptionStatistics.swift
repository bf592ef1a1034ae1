// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// What a captioner has done so far.
public struct CaptionStatistics: Hashable, Sendable {
    /// HTTP requests of every kind: submits, polls, uploads, loads of text files, and all their repetitions.
    public internal(set) var requests = 0
    /// Requests that asked for a caption; the service may charge each one that it takes.
    public internal(set) var submissions = 0
    /// Captions obtained.
    public internal(set) var captions = 0

    /// Nothing done yet.
    public init() {}
}

/// The statistics that all jobs of a captioner write to.
final class Tally: Sendable {
    private let statistics = Mutex(CaptionStatistics())

    /// The statistics at this moment.
    var current: CaptionStatistics { statistics.withLock { $0 } }

    /// Changes the counts.
    func update(_ change: (inout CaptionStatistics) -> Void) {
        statistics.withLock { change(&$0) }
    }
}
