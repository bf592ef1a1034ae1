// SPDX-License-Identifier: Apache-2.0

extension Clock where Duration == Swift.Duration {
    /// A function that tells how much time has passed since this call.
    package func stopwatch() -> @Sendable () -> Swift.Duration {
        let start = now
        return { start.duration(to: self.now) }
    }
}
