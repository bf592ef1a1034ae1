// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import Synchronization

/// Collects the notices of a catalog.
final class Notices: Sendable {
    private let collected = Mutex<[CatalogNotice]>([])

    func add(_ notice: CatalogNotice) { collected.withLock { $0.append(notice) } }

    var all: [CatalogNotice] { collected.withLock { $0 } }
}

/// A clock on which every sleep ends at once, after something was done.
struct ActingClock: Clock {
    let onSleep: @Sendable () async throws -> Void

    var now: ContinuousClock.Instant { ContinuousClock().now }
    var minimumResolution: Duration { .zero }

    func sleep(until deadline: ContinuousClock.Instant, tolerance: Duration?) async throws {
        try await onSleep()
    }
}
