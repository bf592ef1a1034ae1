// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import AltTextReports
internal import Synchronization

/// A line on the terminal that tells how far the run is; nothing where nobody watches.
final class ProgressLine: Sendable {
    private struct State {
        var title = ""
        /// How many steps there are; `nil` where that is not known yet.
        var total: Int?
        var done = 0
        var captions = 0
    }

    private let isShown: Bool
    private let state = Mutex(State())

    init(_ options: OutputOptions) {
        isShown = !options.quiet && !options.noProgress && Console.standardError.isTerminal
    }

    /// Begins a stage of so many steps; `nil` where that is not known yet.
    func begin(_ title: String, of total: Int?) {
        state.withLock {
            $0.title = title
            $0.total = total
            $0.done = 0
        }
    }

    /// Counts a page.
    func notePage() {
        advance { _ in }
    }

    /// Counts an image that was asked for.
    func note(_ outcome: CaptionRunner.Outcome) {
        advance { if case .captioned = outcome { $0.captions += 1 } }
    }

    /// Takes the line away.
    func end() {
        StatusLine.replace()
    }

    private func advance(_ count: (inout State) -> Void) {
        state.withLock { state in
            count(&state)
            state.done += 1
            if isShown { StatusLine.show(Self.line(for: state)) }
        }
    }

    private static func line(for state: State) -> String {
        guard let total = state.total else {
            let done = state.done > 400 ? state.done / 100 * 100 : state.done
            return "\(state.title): \(done.counting("page"))"
        }
        let percent = total == 0 ? 100 : state.done * 100 / total
        let filled = percent / 5
        let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: 20 - filled)
        var line = "\(state.title) [\(bar)] \(percent) % of \(total)"
        if state.captions > 0 { line += ", \(Money.text(forCaptions: state.captions)) so far" }
        return line
    }
}
