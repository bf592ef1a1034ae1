// SPDX-License-Identifier: Apache-2.0

/// A service that describes images.
public protocol Captioner: Sendable {
    /// The caption as the service gave it, trimmed, never blank; hygiene is the caller's.
    ///
    /// Returns once the service has answered, however often it had to be asked. Bounds its own number of open jobs.
    func caption(for request: CaptionRequest) async throws(CaptionError) -> String
}
