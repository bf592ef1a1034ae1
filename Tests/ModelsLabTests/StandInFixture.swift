// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import AltTextTestSupport
import Logging
import ModelsLab

/// A real client against a real socket, on a clock that needs no time.
struct StandInFixture {
    let server: StandInServer
    let captioner: ModelsLabCaptioner
    let clock: VirtualClock

    /// Runs `body` with a captioner and a stand-in that have the same key.
    static func run<Result>(
        _ behaviour: StandInBehaviour = StandInBehaviour(),
        isolation: isolated (any Actor)? = #isolation,
        configure: (inout ModelsLabConfiguration) -> Void = { _ in },
        logger: Logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }),
        _ body: (StandInFixture) async throws -> Result
    ) async throws -> Result {
        try await withStandInServer(behaviour) { server in
            let clock = VirtualClock()
            var configuration = ModelsLabConfiguration(
                key: Secret(behaviour.key), baseURL: server.origin, clock: clock, jitter: { 0 })
            configure(&configuration)
            return try await withModelsLabCaptioner(configuration: configuration, logger: logger) { captioner in
                try await body(StandInFixture(server: server, captioner: captioner, clock: clock))
            }
        }
    }

    /// The caption of the image with this URL, or the error.
    func result(for url: String, length: CaptionLength = .normal) async -> Result<String, CaptionError> {
        await result(for: CaptionRequest(image: .url(url), length: length, name: "img/a.png"))
    }

    func result(for request: CaptionRequest) async -> Result<String, CaptionError> {
        await captioner.result(for: request)
    }

    /// How many requests of a kind the stand-in received.
    func count(_ endpoint: StandInRequest.Endpoint) async -> Int {
        await server.requests.count { $0.endpoint == endpoint }
    }
}

extension ModelsLabCaptioner {
    /// The caption that is asked for, or the error.
    func result(for request: CaptionRequest) async -> Result<String, CaptionError> {
        do throws(CaptionError) {
            return .success(try await caption(for: request))
        } catch {
            return .failure(error)
        }
    }
}

extension Result<String, CaptionError> {
    /// The kind of result, in the terms of the stand-in; `nil` for a cancellation.
    var outcome: StandInOutcome? {
        switch self {
        case .success: .caption
        case .failure(.unauthorized): .unauthorized
        case .failure(.outOfCredit): .outOfCredit
        case .failure(.rejected): .rejected
        case .failure(.rateLimited): .rateLimited
        case .failure(.unavailable): .unavailable
        case .failure(.timedOut): .timedOut
        case .failure(.failed): .failed
        case .failure(.cancelled): nil
        }
    }

    /// The caption, or what the error says.
    var text: String {
        switch self {
        case .success(let text): text
        case .failure(.unauthorized(let text)), .failure(.outOfCredit(let text)), .failure(.rejected(let text)),
            .failure(.rateLimited(let text)), .failure(.unavailable(let text)), .failure(.timedOut(_, let text)),
            .failure(.failed(let text)):
            text
        case .failure(.cancelled): "cancelled"
        }
    }
}

/// The URL of an image that meets a variant.
func imageURL(_ variant: StandInVariant) -> String {
    "https://www.example.org/img/variant-\(variant.rawValue).png"
}
