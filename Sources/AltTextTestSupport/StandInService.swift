// SPDX-License-Identifier: Apache-2.0

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The state of a stand-in: its jobs and the record of what was asked.
actor StandInService {
    private struct CaptionBody: Decodable {
        var key: String?
        var init_image: String?
        var length: String?
        var base64: Bool?
        var webhook: String?
        var track_id: Int?
    }

    private struct UploadBody: Decodable {
        var key: String?
        var base64_string: String?
        var init_image: String?
    }

    private struct FetchBody: Decodable {
        var key: String?
    }

    /// What the documentation allows an upload to have.
    private static let largestUpload = 5_000_000

    nonisolated let behaviour: StandInBehaviour
    private var jobs: [String: StandInJob] = [:]
    private var openJobs: Set<Int> = []
    private var submits: [String: Int] = [:]
    /// Every request so far, in the order of arrival.
    private(set) var requests: [StandInRequest] = []
    /// The largest number of jobs that were open at the same time.
    private(set) var highWaterMark = 0

    init(_ behaviour: StandInBehaviour) {
        self.behaviour = behaviour
    }

    /// Answers `POST /api/v6/image_editing/caption`.
    func caption(_ call: StandInCall) -> StandInReply {
        var request = record(call, as: .caption)
        guard let body = try? JSONDecoder().decode(CaptionBody.self, from: Data(call.body)) else {
            return .invalidRequest
        }
        request.image = body.init_image
        request.length = body.length
        request.webhook = body.webhook
        request.hasRightKey = body.key == behaviour.key
        requests[requests.count - 1] = request
        if let refusal = refusal(ofKey: body.key) { return refusal }
        guard let image = body.init_image, !image.isEmpty else {
            return .json(#"{"status":"error","message":{"init_image":["The init image field is required."]}}"#)
        }
        let length = body.length ?? "normal"
        guard ["short", "normal", "long"].contains(length) else {
            return .error("The selected length is invalid.", status: 400)
        }
        if let answer = behaviour.answers.first(where: { image.contains($0.key) }) { return .json(answer.value) }
        if let limit = behaviour.queueLimit, openJobs.count >= limit { return .rateLimit }
        let earlier = submits["\(length) \(image)", default: 0]
        submits["\(length) \(image)"] = earlier + 1
        let number = 84_512_000 + jobs.count
        let job = StandInJob(
            number: number, image: image, length: length, variant: behaviour.plan.variant(for: image),
            earlierSubmits: earlier, origin: call.origin, key: behaviour.key,
            unfinishedPolls: behaviour.unfinishedPolls,
            estimate: behaviour.estimate)
        jobs[job.variant == .processingStringID ? "job-\(number)-a" : "\(number)"] = job
        let reply = job.answerToSubmit()
        if reply.leavesJobOpen {
            openJobs.insert(number)
            highWaterMark = max(highWaterMark, openJobs.count)
        }
        return reply
    }

    /// Answers `POST /api/v6/image_editing/fetch/{id}`.
    func fetch(_ call: StandInCall, jobID: String) -> StandInReply {
        var request = record(call, as: .fetch)
        let body = try? JSONDecoder().decode(FetchBody.self, from: Data(call.body))
        request.image = jobs[jobID]?.image
        request.hasRightKey = body?.key == behaviour.key
        requests[requests.count - 1] = request
        if let refusal = refusal(ofKey: body?.key) { return refusal }
        guard var job = jobs[jobID] else { return .unknownJob }
        job.polls += 1
        jobs[jobID] = job
        let reply = job.answerToFetch()
        if !reply.leavesJobOpen { openJobs.remove(job.number) }
        return reply
    }

    /// Answers `POST /api/v6/base64_to_url` and its twin under `image_editing`.
    func upload(_ call: StandInCall) -> StandInReply {
        var request = record(call, as: .upload)
        let body = try? JSONDecoder().decode(UploadBody.self, from: Data(call.body))
        request.hasRightKey = body?.key == behaviour.key
        defer { requests[requests.count - 1] = request }
        if let refusal = refusal(ofKey: body?.key) { return refusal }
        let parts = (body?.base64_string ?? body?.init_image ?? "").split(separator: ",", maxSplits: 1)
        guard parts.count == 2, parts[0] == "data:image/png;base64" || parts[0] == "data:image/jpeg;base64",
            let image = Data(base64Encoded: String(parts[1]))
        else { return .error("The base64 string is invalid.", status: 400) }
        guard image.count <= Self.largestUpload else { return .error("The image is larger than 5 MB.", status: 400) }
        let path = StandInServer.uploadPath(Array(image))
        request.image = path
        let url = "\(call.origin)\(path)"
        return switch StandInVariant(markedIn: path) {
        case .uploadOutputString: .json(#"{"status":"success","id":5512,"output":"\#(url)"}"#)
        case .uploadURL: .json(#"{"status":"success","id":5512,"url":"\#(url)"}"#)
        case .uploadLink: .json(#"{"status":"success","request_id":5512,"messege":"Stored","link":"\#(url)"}"#)
        case .uploadRefused: .error("The image is no image.", status: 400)
        default: .json(#"{"status":"success","id":5512,"output":["\#(url)"]}"#)
        }
    }

    /// Answers `GET /files/{name}`, where the results of some jobs are.
    func file(_ call: StandInCall, name: String) -> StandInReply {
        _ = record(call, as: .file)
        let parts = name.split(separator: ".").map(String.init)
        guard parts.count == 2, let job = jobs[parts[0]] else { return .page(status: 404) }
        let text = StandInCaption.text(image: job.image, length: job.length)
        return switch parts[1] {
        case "txt": StandInReply(contentType: "text/plain; charset=utf-8", body: "\(text)\n")
        case "json": .json(#"[{"text":"\#(text)"}]"#)
        default: StandInReply(contentType: "image/png", body: "\u{89}PNG\r\n\u{1A}\n\u{0}\u{0}\u{0}\u{0D}IHDR")
        }
    }

    /// Answers any other request.
    func elsewhere(_ call: StandInCall) -> StandInReply {
        _ = record(call, as: .elsewhere)
        return .json(#"{"message":"Not Found"}"#, status: 404)
    }

    private func record(_ call: StandInCall, as endpoint: StandInRequest.Endpoint) -> StandInRequest {
        // Megabytes of image between the ends of an upload take too long to search.
        let ends = [call.body.prefix(4096), call.body.suffix(4096)].map { String(decoding: $0, as: UTF8.self) }
        let request = StandInRequest(
            endpoint: endpoint, path: call.path,
            mentionsKey: ([call.path, call.headers] + ends).contains { $0.contains(behaviour.key) })
        requests.append(request)
        return request
    }

    private func refusal(ofKey key: String?) -> StandInReply? {
        switch key {
        case behaviour.key: nil
        case nil, "": .error("API key required", status: 401)
        default: .error("Invalid API key", status: 401)
        }
    }
}

extension StandInReply {
    fileprivate static let invalidRequest = error(
        "Invalid API Request", more: #","tip":"Check header, method and JSON.""#)
}
