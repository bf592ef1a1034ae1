// SPDX-License-Identifier: Apache-2.0

public import AltTextKit
internal import AsyncHTTPClient
public import Logging
internal import NIOCore
internal import NIOPosix

/// Describes images with ModelsLab Image-Caption.
///
/// Retries, polls and waits as the service asks, within the bounds of its configuration. Once the service has refused
/// the key or the account, every later question gets the same error without a request. `withModelsLabCaptioner` makes
/// one.
public struct ModelsLabCaptioner: Captioner {
    /// What the service charges for one caption, in US dollars; nothing on its premium plan.
    public static let pricePerCaption = 0.0047

    private let configuration: ModelsLabConfiguration
    private let client: ModelsLabClient
    private let limiter: RateLimiter

    init(
        configuration: ModelsLabConfiguration, http: HTTPClient, logger: Logger
    ) throws(ModelsLabConfigurationError) {
        guard configuration.key.isUsable else { throw .unusableKey }
        guard configuration.concurrency > 0 else { throw .invalidConcurrency(configuration.concurrency) }
        self.configuration = configuration
        client = ModelsLabClient(
            http: http, origin: try ServiceOrigin(configuration.baseURL, hiding: configuration.key),
            key: configuration.key, timeout: configuration.requestTimeout, tally: Tally(), logger: logger)
        limiter = RateLimiter(places: configuration.concurrency, clock: configuration.clock)
    }

    /// What was done so far.
    public var statistics: CaptionStatistics { client.tally.current }

    /// Scheme, host and port of the service.
    public var service: String { client.origin.description }

    /// The caption that the service gives for an image.
    public func caption(for request: CaptionRequest) async throws(CaptionError) -> String {
        let ticket = try await limiter.open()
        let job = CaptionJob(
            name: request.name, ticket: ticket, client: client, limiter: limiter, configuration: configuration,
            elapsed: configuration.clock.stopwatch())
        do throws(CaptionError) {
            let text = try await job.text(for: request)
            // A service that sends the key back as a caption would have it published.
            guard !configuration.key.isTold(by: text) else {
                throw .failed("\(request.name): ModelsLab's caption repeats the API key; left out.")
            }
            client.tally.update { $0.captions += 1 }
            await limiter.close(ticket)
            return text
        } catch {
            if error.endsRun, error != .cancelled { await limiter.refuse(error) }
            await limiter.close(ticket)
            throw error
        }
    }
}

/// Runs `body` with a captioner whose connections are closed when it ends.
/// - Parameter logger: is told of requests at level debug and of the beginnings of answers at trace, never of the key.
/// - Throws: `ModelsLabConfigurationError` before any request, and what `body` throws.
public func withModelsLabCaptioner<Result>(
    configuration: ModelsLabConfiguration,
    logger: Logger,
    isolation: isolated (any Actor)? = #isolation,
    _ body: (ModelsLabCaptioner) async throws -> Result
) async throws -> Result {
    var http = HTTPClient.Configuration()
    // A redirect would carry the key to wherever the answer says.
    http.redirectConfiguration = .disallow
    http.timeout = .init(connect: .seconds(10))
    // The retry policy decides on that, and counts.
    http.connectionPool.retryConnectionEstablishment = false
    http.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = max(8, configuration.concurrency)
    // With HTTP/2 all open jobs would share one connection and its fate.
    http.httpVersion = .http1Only
    // The same sockets and TLS on every system, so that they fail alike.
    let group = MultiThreadedEventLoopGroup.singleton
    return try await HTTPClient.withHTTPClient(eventLoopGroup: group, configuration: http) { client in
        try await body(ModelsLabCaptioner(configuration: configuration, http: client, logger: logger))
    }
}
