// SPDX-License-Identifier: Apache-2.0

/// How to reach the caption service, and how patiently.
public struct ModelsLabConfiguration: Sendable {
    /// The API key. It is sent to the origin of `baseURL` only.
    public var key: Secret
    /// Where the service is; `https`, or `http` to a loopback address (a stand-in, a local proxy).
    public var baseURL: String
    /// How many jobs may be open at once, each counted from its first request to its answer.
    ///
    /// ModelsLab queues 5, 10 or 15 jobs an account, by plan, and refuses more: stay one below.
    public var concurrency: Int
    /// How long one request may take, the body of its answer included. Measured in real time.
    public var requestTimeout: Duration
    /// How long one image may take in all, retries and polls included, once it is its turn. Measured by `clock`.
    public var imageDeadline: Duration
    /// How long the answer to a request that may be charged is waited for after a cancellation. Measured in real time.
    public var cancellationGrace: Duration
    /// When to ask again.
    public var retryPolicy: RetryPolicy
    /// What measures and waits out pauses between requests; tests pass one that does not sleep.
    public var clock: any Clock<Duration>
    /// A source of numbers from 0 up to 1 that spreads retries; tests pass a constant.
    public var jitter: @Sendable () -> Double

    /// The service itself, asked patiently, unless said otherwise.
    public init(
        key: Secret,
        baseURL: String = "https://modelslab.com",
        concurrency: Int = 4,
        requestTimeout: Duration = .seconds(60),
        imageDeadline: Duration = .seconds(300),
        cancellationGrace: Duration = .seconds(5),
        retryPolicy: RetryPolicy = RetryPolicy(),
        clock: any Clock<Duration> = ContinuousClock(),
        jitter: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
    ) {
        self.key = key
        self.baseURL = baseURL
        self.concurrency = concurrency
        self.requestTimeout = requestTimeout
        self.imageDeadline = imageDeadline
        self.cancellationGrace = cancellationGrace
        self.retryPolicy = retryPolicy
        self.clock = clock
        self.jitter = jitter
    }

    /// Throws why the service cannot be at a base URL.
    package static func validate(baseURL: String) throws(ModelsLabConfigurationError) {
        _ = try ServiceOrigin(baseURL, hiding: Secret(""))
    }
}

/// A configuration that would leak the key or cannot work; thrown before the first request.
public enum ModelsLabConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The base URL is not a plain `http` or `https` URL.
    case invalidBaseURL(String)
    /// The base URL would send the key unencrypted over a network.
    case insecureBaseURL(String)
    /// There is no key, or it has characters that no key has.
    case unusableKey
    /// Fewer than one open job.
    case invalidConcurrency(Int)

    /// What is wrong and what to do, in one line without the key.
    public var description: String {
        switch self {
        case .invalidBaseURL(let url):
            "\(url): not a base URL for ModelsLab; give scheme and host without user, query or fragment, "
                + "such as https://modelslab.com."
        case .insecureBaseURL(let url):
            "\(url): would send the API key unencrypted; use https, or http with a loopback address."
        case .unusableKey:
            "the ModelsLab API key is empty or holds white space or control characters; "
                + "check MODELSLAB_API_KEY or the file of --api-key-file."
        case .invalidConcurrency(let count):
            "\(count) open jobs are too few; give a concurrency of 1 or more."
        }
    }
}
