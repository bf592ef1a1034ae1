// SPDX-License-Identifier: Apache-2.0

/// Lets no more programs run at once than a machine can bear; all tests would start theirs at the same moment otherwise.
actor ProgramSlots {
    static let shared = ProgramSlots(count: 16)

    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(count: Int) {
        free = count
    }

    /// Does what it is given once there is a slot.
    nonisolated func hold<Result: Sendable>(during operation: () async throws -> Result) async rethrows -> Result {
        await take()
        do {
            let result = try await operation()
            await give()
            return result
        } catch {
            await give()
            throw error
        }
    }

    private func take() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func give() {
        if waiting.isEmpty {
            free += 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
