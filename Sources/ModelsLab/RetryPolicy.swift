// SPDX-License-Identifier: Apache-2.0

/// When to ask again, and how often.
///
/// Pauses double from a first one up to a longest one and are shortened by up to a half at random, so that clients that
/// failed together do not come back together. A pause that the service asks for is kept to in full.
public struct RetryPolicy: Sendable {
    /// How often a request is repeated after a network error or a server error.
    public var serverRetries: Int
    /// How often a request is repeated because the service limits the rate.
    public var rateLimitRetries: Int
    /// The pause before the first repetition after a network or server error.
    public var firstServerPause: Duration
    /// The pause before the first repetition after a rate limit that names none.
    public var firstRateLimitPause: Duration
    /// The longest pause that is taken without being asked for.
    public var longestPause: Duration

    /// The pauses and numbers of tries that the service has been seen to need, unless said otherwise.
    public init(
        serverRetries: Int = 3,
        rateLimitRetries: Int = 6,
        firstServerPause: Duration = .seconds(1),
        firstRateLimitPause: Duration = .seconds(5),
        longestPause: Duration = .seconds(60)
    ) {
        self.serverRetries = serverRetries
        self.rateLimitRetries = rateLimitRetries
        self.firstServerPause = firstServerPause
        self.firstRateLimitPause = firstRateLimitPause
        self.longestPause = longestPause
    }

    /// How long to wait before the next try, or `nil` if another try cannot help or there were enough.
    /// - Parameters:
    ///   - retries: how often the request was repeated already.
    ///   - isFree: whether asking again costs nothing (a poll), so that unreadable answers are retried too.
    ///   - jitter: from 0 up to 1.
    func pause(after failure: ServiceFailure, retries: Int, isFree: Bool, jitter: Double) -> Duration? {
        switch failure.kind {
        case .rateLimited:
            guard retries < rateLimitRetries else { return nil }
            if let asked = failure.retryAfter { return asked + min(asked, longestPause) * (jitter / 10) }
            return backoff(from: firstRateLimitPause, retries: retries, jitter: jitter)
        case .unavailable:
            guard retries < serverRetries else { return nil }
            let pause = backoff(from: firstServerPause, retries: retries, jitter: jitter)
            return max(pause, failure.retryAfter ?? .zero)
        case .unreadable:
            guard isFree, retries < serverRetries else { return nil }
            return backoff(from: firstServerPause, retries: retries, jitter: jitter)
        case .unauthorized, .outOfCredit, .invalidRequest, .failedJob:
            return nil
        }
    }

    /// How long to wait before the result of a job is asked for.
    ///
    /// The service's estimate counts, from 1 to 60 s; without one, 3 s and slowly more.
    func pollPause(eta: Duration?, polls: Int) -> Duration {
        if let eta { return min(max(eta, .seconds(1)), .seconds(60)) }
        return .seconds(min(3 + polls, 15))
    }

    private func backoff(from first: Duration, retries: Int, jitter: Double) -> Duration {
        min(first * (1 << min(retries, 20)), longestPause) * (1 - jitter / 2)
    }
}
