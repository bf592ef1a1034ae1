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

    /// Asks for a caption.
    ///
    /// A job that failed with "try again" is submitted a second time, and no more: each may be charged.
    func text(of image: CaptionImage, length: CaptionLength) async throws(CaptionError) -> String {
        let request = CaptionWireRequest(
            key: configuration.key.revealed, initImage: try await publicURL(of: image), length: length)
        var mayResubmit = true
        while true {
            let answer = try await exchange(fields: Answer.captionFields) { () throws(TransportFailure) in
                client.tally.update { $0.submissions += 1 }
                return try await client.post(request, to: CaptionWireRequest.path, for: name)
            }
            switch try await outcome(of: answer) {
            case .text(let text): return text
            case .failure(let failure):
                guard failure.kind == .failedJob(mayTryAgain: true), mayResubmit else { throw error(failure) }
                mayResubmit = false
                try await wait(configuration.retryPolicy.firstServerPause)
            }
        }
    }

    /// Asks for the result of a job that was submitted earlier.
    func text(ofJob jobID: String) async throws(CaptionError) -> String {
        guard let target = client.origin.fetchTarget(jobID: jobID, fetchURL: nil) else {
            throw .rejected("\(name): \(client.readable(jobID)) is not the id of a job.")
        }
        switch try await outcome(of: try await fetch(target)) {
        case .text(let text): return text
        case .failure(let failure): throw error(failure)
        }
    }

    /// Follows a job from its first answer to its end.
    private func outcome(of first: Answer) async throws(CaptionError) -> Outcome {
        var answer = first
        var target: ServiceOrigin.FetchTarget?
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
                        + "\(client.readable(failure.message)). Run again later.")
            case .blank(let jobID):
                target = target ?? client.origin.fetchTarget(jobID: jobID, fetchURL: nil)
                guard mayBeBlank, target != nil else { return .failure(.noText) }
                mayBeBlank = false
            case .pending(let jobID, let fetchURL, let eta):
                target = target ?? client.origin.fetchTarget(jobID: jobID, fetchURL: fetchURL)
                estimate = eta
            }
            guard let target else { return .failure(.noJob) }
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

    /// Asks for a job's result. An answer about another job counts as none.
    private func fetch(_ target: ServiceOrigin.FetchTarget) async throws(CaptionError) -> Answer {
        let body = FetchWireRequest(key: configuration.key.revealed)
        return try await exchange(fields: Answer.captionFields, jobID: target.jobID) { () throws(TransportFailure) in
            try await client.post(body, to: target.path, for: name)
        }
    }

    /// Loads a result that the answer only points to.
    private func load(_ url: String) async throws(CaptionError) -> Answer {
        try await exchange(read: Answer.init(file:), isFree: true) { () throws(TransportFailure) in
            try await client.load(url, for: name)
        }
    }

    /// The URL under which the service finds the image, after an upload if there is none.
    private func publicURL(of image: CaptionImage) async throws(CaptionError) -> String {
        switch image {
        case .url(let url):
            return url
        case .upload(let bytes, let mediaType):
            guard UploadWireRequest.mediaTypes.contains(mediaType) else {
                throw .rejected("\(name): ModelsLab takes PNG and JPEG, not \(mediaType). Convert the image.")
            }
            guard bytes.count <= UploadWireRequest.largestImage else {
                throw .rejected(
                    "\(name): the image has \(bytes.count) bytes, and ModelsLab takes uploads of "
                        + "\(UploadWireRequest.largestImage) at most. Shrink it, or give it a public URL with --site-url.")
            }
            let request = UploadWireRequest(key: configuration.key.revealed, image: bytes, mediaType: mediaType)
            let answer = try await exchange(fields: Answer.uploadFields) { () throws(TransportFailure) in
                try await client.post(request, to: UploadWireRequest.path, for: name)
            }
            switch answer {
            case .file(let url): return url
            case .failure(let failure): throw error(failure)
            case .text, .pending, .blank: throw .failed("\(name): ModelsLab took the upload, but gave no URL. Run again.")
            }
        }
    }
}

extension CaptionJob {
    /// Makes a JSON request as `exchange(read:isFree:send:)` does.
    /// - Parameter jobID: the job that the request asks for, if it is a poll.
    private func exchange(
        fields: [String], jobID: String? = nil, send: () async throws(TransportFailure) -> Reply
    ) async throws(CaptionError) -> Answer {
        try await exchange(
            read: { Answer($0, fields: fields, expecting: jobID) }, isFree: jobID != nil, send: send)
    }

    /// Makes a request, and makes it again where the retry policy and the deadline allow.
    private func exchange(
        read: (Reply) -> Answer, isFree: Bool, send: () async throws(TransportFailure) -> Reply
    ) async throws(CaptionError) -> Answer {
        var retries = 0
        while true {
            try await limiter.ready()
            let answer: Answer
            do {
                answer = read(try await send())
            } catch {
                guard let failure = error.failure else { throw .cancelled }
                answer = .failure(failure)
            }
            guard case .failure(let failure) = answer,
                let pause = configuration.retryPolicy.pause(
                    after: failure, retries: retries, isFree: isFree, jitter: configuration.jitter()),
                elapsed() + pause < configuration.imageDeadline
            else {
                await limiter.letIn(ticket)
                return answer
            }
            retries += 1
            client.logger.debug(
                "Asking again",
                metadata: ["image": "\(client.readable(name))", "in": "\(pause)", "because": "\(client.readable(failure.message))"])
            if failure.kind == .rateLimited {
                await limiter.turnAway(ticket, pause: pause)
            } else {
                try await wait(pause)
            }
        }
    }

    private func wait(_ duration: Duration) async throws(CaptionError) {
        do { try await configuration.clock.sleep(for: duration) } catch { throw .cancelled }
    }

    /// Says in one line which image, what happened and what to do next.
    private func error(_ failure: ServiceFailure) -> CaptionError {
        let reason = client.readable(failure.message)
        return switch failure.kind {
        case .unauthorized:
            .unauthorized("ModelsLab refused the key: \(reason). Check MODELSLAB_API_KEY or the file of --api-key-file.")
        case .outOfCredit:
            .outOfCredit("ModelsLab gives this key no more captions: \(reason). Add credit or change the plan, then run again.")
        case .invalidRequest:
            .rejected("\(name): ModelsLab cannot use this image: \(reason). Check that it is a public PNG or JPEG.")
        case .rateLimited:
            .rateLimited("\(name): ModelsLab still limits the rate: \(reason). Run again later, or lower --concurrency.")
        case .unavailable:
            .unavailable("\(name): ModelsLab is out of reach: \(reason). Run again later.")
        case .unreadable:
            .unavailable("\(name): ModelsLab gave no usable answer: \(reason). Check MODELSLAB_API_URL, or run again later.")
        case .failedJob:
            .failed("\(name): ModelsLab made no caption: \(reason). Run again to ask anew.")
        }
    }
}
