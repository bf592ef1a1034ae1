// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// The images that a captioner asked for: what an answer can be mixed up with.
///
/// An answer repeats the image's URL in `meta`, in forms that change. So a URL that is merely another proves nothing; one
/// that another question was about does.
final class AskedImages: Sendable {
    private struct State {
        var urls: Set<String> = []
        var urlsByTicket: [RateLimiter.Ticket: String] = [:]
    }

    private let state = Mutex(State())

    /// Notes the URL that a job asks for.
    func note(_ url: String, for ticket: RateLimiter.Ticket) {
        state.withLock {
            $0.urls.insert(url)
            $0.urlsByTicket[ticket] = url
        }
    }

    /// Whether the URL that an answer repeats is that of another image than the job's.
    func isOther(_ repeated: String, than ticket: RateLimiter.Ticket) -> Bool {
        state.withLock { state in
            guard let own = state.urlsByTicket[ticket], state.urls.contains(repeated) else { return false }
            return !own.isForm(of: repeated)
        }
    }
}

extension String {
    /// Whether two URLs are the same but for the scheme, and but for a query or fragment that only one of them has.
    fileprivate func isForm(of other: String) -> Bool {
        let (left, right) = (withoutScheme, other.withoutScheme)
        return left == right || left.stem == right || left == right.stem
    }

    private var withoutScheme: Substring {
        firstRange(of: "://").map { self[$0.upperBound...] } ?? self[...]
    }
}

extension Substring {
    fileprivate var stem: Substring { prefix { $0 != "?" && $0 != "#" } }
}
