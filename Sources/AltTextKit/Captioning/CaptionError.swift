// SPDX-License-Identifier: Apache-2.0

/// Why there is no caption.
public enum CaptionError: Error, Hashable, Sendable {
    /// The key was refused, or is missing. Ends the run.
    case unauthorized(String)
    /// No credit is left, or the plan does not include captions. Ends the run.
    case outOfCredit(String)
    /// The service cannot use this image or request; asking again would not help.
    case rejected(String)
    /// The service still limits the rate after all retries.
    case rateLimited(String)
    /// The service could not be reached, or answered with a server error or with something unreadable, after all retries.
    case unavailable(String)
    /// The job was accepted but its result did not come in time. `jobID` can be fetched later.
    case timedOut(jobID: String?, String)
    /// The job ended without a caption: it failed, or the answer held no text.
    case failed(String)
    /// The run was cancelled.
    case cancelled

    /// Whether no other image can fare better, so that the whole run has to stop.
    public var endsRun: Bool {
        switch self {
        case .unauthorized, .outOfCredit, .cancelled: true
        case .rejected, .rateLimited, .unavailable, .timedOut, .failed: false
        }
    }

    /// Whether no job of the question goes on, so that there is none to be asked for later.
    var endsJob: Bool {
        switch self {
        case .rejected, .failed: true
        case .unauthorized, .outOfCredit, .rateLimited, .unavailable, .timedOut, .cancelled: false
        }
    }
}
