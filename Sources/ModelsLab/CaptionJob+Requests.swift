// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import Logging

extension CaptionJob {
    /// Asks for a job's result. An answer about another job counts as none.
    func fetch(_ target: ServiceOrigin.FetchTarget) async throws(CaptionError) -> Answer {
        let body = FetchWireRequest(key: configuration.key.revealed)
        return try await exchange(fields: Answer.captionFields, jobID: target.jobID) { () throws(TransportFailure) in
            try await client.post(body, to: target.path, for: name)
        }
    }

    /// Loads a result that the answer only points to.
    func load(_ url: String) async throws(CaptionError) -> Answer {
        try await exchange(read: Answer.init(file:), isFree: true) { () throws(TransportFailure) in
            try await client.load(url, for: name)
        }
    }

    /// The URL under which the service finds the image, after an upload if there is none.
    func publicURL(of image: CaptionImage) async throws(CaptionError) -> String {
        let url = try await url(of: image)
        client.askedImages.note(url, for: ticket)
        return url
    }

    private func url(of image: CaptionImage) async throws(CaptionError) -> String {
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
                        + "\(UploadWireRequest.largestImage) at most. Shrink it, or publish it and give --site-url."
                )
            }
            let request = UploadWireRequest(key: configuration.key.revealed, image: bytes, mediaType: mediaType)
            let answer = try await exchange(fields: Answer.uploadFields) { () throws(TransportFailure) in
                try await client.post(request, to: UploadWireRequest.path, for: name)
            }
            switch answer {
            case .file(let url): return url
            case .failure(let failure): throw error(failure)
            case .text, .pending, .blank:
                throw .failed("\(name): ModelsLab took the upload, but gave no URL. Run again.")
            }
        }
    }

    /// Makes a JSON request as `exchange(read:isFree:send:)` does.
    /// - Parameter jobID: the job that the request asks for, if it is a poll.
    func exchange(
        fields: [String], jobID: String? = nil, send: () async throws(TransportFailure) -> Reply
    ) async throws(CaptionError) -> Answer {
        let read = { reply in
            Answer(reply, fields: fields, expecting: jobID) { client.askedImages.isOther($0, than: ticket) }
        }
        return try await exchange(read: read, isFree: jobID != nil, send: send)
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
                metadata: [
                    "image": "\(client.readable(name))", "in": "\(pause)",
                    "because": "\(client.readable(failure.message))",
                ])
            if failure.kind == .rateLimited {
                await limiter.turnAway(ticket, pause: pause)
            } else {
                try await wait(pause)
            }
        }
    }

    /// Waits on the configuration's clock.
    func wait(_ duration: Duration) async throws(CaptionError) {
        do { try await configuration.clock.sleep(for: duration) } catch { throw .cancelled }
    }
}
