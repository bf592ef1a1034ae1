// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import Logging

/// One image's way through the service, from the upload to the text, within its open place and its deadline.
struct CaptionJob: Sendable {
    /// How a job that the service took has ended.
    enum Outcome: Sendable {
        case text(String)
        case failure(ServiceFailure)
    }

    let name: String
    let ticket: RateLimiter.Ticket
    let client: ModelsLabClient
    let limiter: RateLimiter
    let configuration: ModelsLabConfiguration
    /// The time since the job began, by the configuration's clock.
    let elapsed: @Sendable () -> Duration

    /// Asks for a caption, of an earlier job first.
    ///
    /// A job that failed with "try again" is submitted a second time, and no more: each may be charged.
    func text(for question: CaptionRequest) async throws(CaptionError) -> String {
        if case .url(let url) = question.image { client.askedImages.note(url, for: ticket) }
        if let job = question.earlierJob, let text = try await text(ofEarlierJob: job) { return text }
        let request = CaptionWireRequest(
            key: configuration.key.revealed, initImage: try await publicURL(of: question.image),
            length: question.length)
        var mayResubmit = true
        while true {
            let answer = try await exchange(fields: Answer.captionFields) { () throws(TransportFailure) in
                client.tally.update { $0.submissions += 1 }
                return try await outlastingCancellation(by: configuration.cancellationGrace) {
                    () async throws(TransportFailure) in
                    try await client.post(request, to: CaptionWireRequest.path, for: name)
                }
            }
            switch try await outcome(of: answer, jobBegan: question.jobBegan) {
            case .text(let text): return text
            case .failure(let failure):
                guard failure.kind == .failedJob(mayTryAgain: true), mayResubmit else { throw error(failure) }
                mayResubmit = false
                try await wait(configuration.retryPolicy.firstServerPause)
            }
        }
    }

    /// The result of a job that was submitted earlier; `nil` where the service has none, or does not know the job.
    private func text(ofEarlierJob jobID: String) async throws(CaptionError) -> String? {
        let reason: String
        if let target = client.origin.fetchTarget(jobID: jobID, fetchURL: nil) {
            switch try await outcome(of: try await fetch(target), at: target) {
            case .text(let text): return text
            // A refusal of the key or the account too: the new request finds out whether it holds for that as well.
            case .failure(let failure): reason = failure.message
            }
        } else {
            reason = "that is not the id of a job"
        }
        client.logger.info(
            "The job of an earlier run has no result; asking anew",
            metadata: [
                "image": "\(client.readable(name))", "job": "\(client.readable(jobID))",
                "because": "\(client.readable(reason))",
            ])
        return nil
    }

    /// Follows a job from its first answer to its end.
    /// - Parameters:
    ///   - target: where to ask for the result, if that is known before the answer.
    ///   - jobBegan: is told the id of a job that goes on, before its result is asked for.
    private func outcome(
        of first: Answer, at target: ServiceOrigin.FetchTarget? = nil,
        jobBegan: (String) async -> Void = { _ in }
    ) async throws(CaptionError) -> Outcome {
        var answer = first
        var target = target
        var polls = 0
        var mayBeBlank = true
        while true {
            var estimate: Duration?
            switch answer {
            case .text(let text):
                return .text(text)
            case .file(let url):
                answer = try await load(url)
                continue
            case .failure(let failure):
                guard let target, failure.isTransient else { return .failure(failure) }
                throw .timedOut(
                    jobID: target.jobID,
                    "\(name): ModelsLab took the job \(target.jobID), but its result cannot be fetched: "
                        + "\(reason(failure)). Run again later.")
            case .blank(let jobID):
                target = target ?? client.origin.fetchTarget(jobID: jobID, fetchURL: nil)
                guard mayBeBlank, target != nil else { return .failure(.noText) }
                mayBeBlank = false
            case .pending(let jobID, let fetchURL, let eta):
                target = target ?? client.origin.fetchTarget(jobID: jobID, fetchURL: fetchURL)
                estimate = eta
            }
            guard let target else { return .failure(.noJob) }
            if polls == 0 { await jobBegan(target.jobID) }
            try await awaitPoll(of: target, estimate: estimate, polls: polls)
            polls += 1
            answer = try await fetch(target)
        }
    }

    /// Waits until a job's result can be asked for; the last time is at the deadline itself.
    private func awaitPoll(
        of target: ServiceOrigin.FetchTarget, estimate: Duration?, polls: Int
    ) async throws(CaptionError) {
        let remaining = configuration.imageDeadline - elapsed()
        guard remaining > .zero else {
            throw .timedOut(
                jobID: target.jobID,
                "\(name): ModelsLab took the job \(target.jobID), but did not finish it "
                    + "within \(configuration.imageDeadline). Run again later.")
        }
        try await wait(min(configuration.retryPolicy.pollPause(eta: estimate, polls: polls), remaining))
    }

    /// What the caller is told.
    func error(_ failure: ServiceFailure) -> CaptionError {
        CaptionError(failure, name: name, reason: reason(failure))
    }

    /// What the service said, fit for a part of a sentence.
    private func reason(_ failure: ServiceFailure) -> String {
        let text = client.readable(failure.message)
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
}
