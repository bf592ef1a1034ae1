// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

extension PageSelection {
    /// What an operation makes of the steps of a walk through the selection, in their order, with `width` running at once.
    ///
    /// The walk goes on while pages are worked on, and a step of which nothing is made takes no memory.
    func concurrentCompactMap<Result: Sendable>(
        width: Int, _ operation: @escaping @Sendable (PageWalk.Step) -> Result?
    ) async -> (results: [Result], pageCount: Int) {
        await concurrentCompactMap(width: width, having: {}, { step, _ in operation(step) })
    }

    /// The same, with a tool for each worker, which need not be `Sendable`.
    func concurrentCompactMap<Result: Sendable, Tool>(
        width: Int, having makeTool: @escaping @Sendable () -> Tool,
        _ operation: @escaping @Sendable (PageWalk.Step, Tool) -> Result?
    ) async -> (results: [Result], pageCount: Int) {
        let queue = StepQueue(makeIterator())
        let results = await withTaskGroup(of: [(number: Int, result: Result)].self) { group in
            for _ in 0..<max(1, width) {
                group.addTask {
                    let tool = makeTool()
                    var results: [(number: Int, result: Result)] = []
                    while !Task.isCancelled, let (number, step) = queue.next() {
                        if let result = operation(step, tool) { results.append((number, result)) }
                    }
                    return results
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        return (results.sorted { $0.number < $1.number }.map(\.result), queue.pageCount)
    }
}

/// Hands out the steps of a walk to several workers, numbered from 0.
private final class StepQueue: Sendable {
    private struct State {
        var steps: PageSelection.Iterator
        var count = 0
        var pageCount = 0
    }

    private let state: Mutex<State>

    init(_ steps: PageSelection.Iterator) {
        state = Mutex(State(steps: steps))
    }

    var pageCount: Int { state.withLock(\.pageCount) }

    func next() -> (number: Int, step: PageWalk.Step)? {
        state.withLock { state in
            guard let step = state.steps.next() else { return nil }
            defer { state.count += 1 }
            if case .page = step { state.pageCount += 1 }
            return (state.count, step)
        }
    }
}
