// SPDX-License-Identifier: Apache-2.0

/// Runs an operation that learns of a cancellation of the task only after a while, so that it may come to its end.
///
/// For a request that may be charged: once it is sent, its answer is worth a short wait.
///
/// - Parameter grace: How long the operation is left alone. Measured in real time.
func outlastingCancellation<Success: Sendable, Failure: Error>(
    by grace: Duration, _ operation: @escaping @Sendable () async throws(Failure) -> Success
) async throws(Failure) -> Success {
    // Not a child of the task, whose cancellation would reach it at once; but awaited here, so that it never outlives this.
    let work = Task {
        do throws(Failure) {
            return Result<Success, Failure>.success(try await operation())
        } catch {
            return .failure(error)
        }
    }
    let result = await withTaskCancellationHandler {
        await work.value
    } onCancel: {
        Task {
            try? await Task.sleep(for: grace)
            work.cancel()
        }
    }
    return try result.get()
}
