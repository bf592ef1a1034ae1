// SPDX-License-Identifier: Apache-2.0

/// A service that describes images.
public protocol Captioner: Sendable {
    /// What tells the service from others in the journal of jobs, such as its origin; never holds a key.
    var service: String { get }

    /// The caption as the service gave it, trimmed, never blank; hygiene is the caller's.
    ///
    /// Returns once the service has answered, however often it had to be asked. Bounds its own number of open jobs.
    ///
    /// A service that takes a job and answers later is asked for the request's ``CaptionRequest/earlierJob`` before a new
    /// job is submitted, and each new job is told to ``CaptionRequest/jobBegan`` before its result is asked for.
    func caption(for request: CaptionRequest) async throws(CaptionError) -> String
}

extension Captioner {
    /// No name, as fits a service that answers at once.
    public var service: String { "" }
}
