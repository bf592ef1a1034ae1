// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// Remembers which alts can be suspicious wherever they stand: the same few, such as that of a logo, come on every page.
final class AltSuspicions: Sendable {
    private struct Alt: Hashable {
        let text: String
        let imageName: String?
    }

    /// How many are remembered, so that a site of any size takes the same memory.
    private static let capacity = 10_000

    private let known = Mutex<[Alt: Bool]>([:])

    /// Whether a rule can speak against an alt in some language, for what it says itself.
    func suspects(_ text: String, imageName: String?) -> Bool {
        let alt = Alt(text: text, imageName: imageName)
        if let answer = known.withLock({ $0[alt] }) { return answer }
        let answer = AltTextHygiene.suspects(text, imageName: imageName)
        known.withLock { if $0.count < Self.capacity { $0[alt] = answer } }
        return answer
    }
}
