// SPDX-License-Identifier: Apache-2.0

extension Sequence where Self: Sendable, Element: Sendable {
    /// The results of an operation on each element, in the order of the elements, with at most `width` running at once.
    public func concurrentMap<Result: Sendable>(
        width: Int, _ operation: @escaping @Sendable (Element) async -> Result
    ) async -> [Result] {
        await withTaskGroup(of: (Int, Result).self) { group in
            var results: [Result?] = []
            func add(_ element: Element) {
                let index = results.count
                results.append(nil)
                group.addTask { (index, await operation(element)) }
            }
            var rest = makeIterator()
            for _ in 0..<Swift.max(1, width) {
                guard let element = rest.next() else { break }
                add(element)
            }
            while let (index, result) = await group.next() {
                results[index] = result
                if let element = rest.next() { add(element) }
            }
            return results.compactMap { $0 }
        }
    }
}

extension Sequence where Self: Sendable, Element: Sendable {
    /// What an operation that can fail makes of each element, in the order of the elements, at most `width` at once.
    public func concurrentResults<Success: Sendable>(
        width: Int, _ operation: @escaping @Sendable (Element) throws -> Success
    ) async -> [Result<Success, any Error>] {
        await concurrentMap(width: width) { element in Result { try operation(element) } }
    }
}
