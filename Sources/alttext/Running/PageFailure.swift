// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import SystemPackage

/// A page whose edits came to nothing.
struct PageFailure {
    /// The path relative to the root.
    let page: FilePath
    /// Why; it names the file.
    let error: any Error
}

extension AltPlan {
    /// The failures among what became of the plan's pages, in their order.
    func failures<Success>(in results: [Result<Success, any Error>]) -> [PageFailure] {
        zip(pages, results).compactMap { page, result in
            if case .failure(let error) = result { PageFailure(page: page.path, error: error) } else { nil }
        }
    }
}
