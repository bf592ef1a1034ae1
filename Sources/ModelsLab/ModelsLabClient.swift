// SPDX-License-Identifier: Apache-2.0

internal import AsyncHTTPClient
internal import Logging
internal import NIOCore
internal import NIOHTTP1

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Makes single requests to the service: knows HTTP and its limits, and nothing of what answers mean.
struct ModelsLabClient: Sendable {
    /// How many bytes of an answer are read; real ones have some hundred.
    static let largestAnswer = 1 << 20

    let http: HTTPClient
    let origin: ServiceOrigin
    let key: Secret
    let timeout: Duration
    let tally: Tally
    let logger: Logger
    let askedImages = AskedImages()

    /// Sends a JSON body, key inside, to a path of the configured origin.
    func post(_ body: some Encodable, to path: String, for name: String) async throws(TransportFailure) -> Reply {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        var request = HTTPClientRequest(url: origin.url(path))
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        do {
            request.body = .bytes(try encoder.encode(body))
        } catch {
            throw .connection("the request could not be encoded")
        }
        return try await perform(request, for: name)
    }

    /// Loads a text file, without the key, if the origin's rules allow that.
    func load(_ url: String, for name: String) async throws(TransportFailure) -> Reply {
        guard origin.mayLoad(url) else { throw .refusedURL(url) }
        return try await perform(HTTPClientRequest(url: url), for: name)
    }

    /// What a server or a library said, fit for one line of a message or log: without the key and control characters.
    func readable(_ text: String) -> String {
        let scalars = key.redacted(from: text).unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: " "
            default: scalar
            }
        }
        let line = String(String.UnicodeScalarView(scalars)).split(separator: " ").joined(separator: " ")
        return line.count > 240 ? line.prefix(240) + "…" : line
    }

    private func perform(_ request: HTTPClientRequest, for name: String) async throws(TransportFailure) -> Reply {
        var request = request
        request.headers.add(name: "Accept", value: "application/json, text/plain")
        request.headers.add(name: "User-Agent", value: "alttext")
        let metadata: Logger.Metadata = ["url": "\(readable(request.url))", "image": "\(readable(name))"]
        logger.debug("Asking ModelsLab", metadata: metadata)
        tally.update { $0.requests += 1 }
        do {
            let reply = try await execute(request)
            logger.debug("ModelsLab answered", metadata: metadata.merging(["status": "\(reply.status)"]) { $1 })
            logger.trace("The answer begins", metadata: ["body": "\(readable(reply.text))"])
            return reply
        } catch {
            let failure = Task.isCancelled ? .cancelled : TransportFailure(error)
            logger.debug(
                "ModelsLab did not answer", metadata: metadata.merging(["error": "\(readable("\(failure)"))"]) { $1 })
            throw failure
        }
    }

    /// Runs a request against time; the timeout of the HTTP library ends with the head of the response.
    private func execute(_ request: HTTPClientRequest) async throws -> Reply {
        try await withThrowingTaskGroup(of: Reply.self) { group in
            group.addTask {
                let response = try await http.execute(request, deadline: .distantFuture)
                let body = try await response.body.collect(upTo: Self.largestAnswer)
                return Reply(
                    status: Int(response.status.code),
                    retryAfter: response.headers.first(name: "Retry-After"),
                    contentType: response.headers.first(name: "Content-Type"),
                    body: Array(body.readableBytesView)
                )
            }
            group.addTask {
                try await Task.sleep(for: timeout)
                throw TransportFailure.timedOut(timeout)
            }
            defer { group.cancelAll() }
            guard let reply = try await group.next() else { throw CancellationError() }
            return reply
        }
    }
}
