// SPDX-License-Identifier: Apache-2.0

internal import SystemPackage
internal import Synchronization

/// The last line on the terminal while a run is under way: what is written to standard error takes its place.
enum StatusLine {
    private struct State {
        /// What stands there now.
        var text = ""
        var isOver = false
    }

    private static let state = Mutex(State())
    private static let erasure = "\r\u{1B}[K"

    /// Shows a line, in the place of the one before.
    static func show(_ text: String) {
        state.withLock { state in
            // Written when it says something new: some hundred times a stage, not once a page.
            guard text != state.text, !state.isOver else { return }
            state.text = text
            put("\r\(text)\u{1B}[K")
        }
    }

    /// Takes the line away, and writes text in its place.
    ///
    /// - Parameter isLast: Whether no line is to be shown any more.
    static func replace(with text: String = "", isLast: Bool = false) {
        state.withLock { state in
            if isLast { state.isOver = true }
            put((state.text.isEmpty ? "" : erasure) + text)
            state.text = ""
        }
    }

    private static func put(_ text: String) {
        // Where that fails there is nobody to tell.
        _ = try? FileDescriptor.standardError.writeAll(text.utf8)
    }
}
