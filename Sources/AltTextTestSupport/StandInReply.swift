// SPDX-License-Identifier: Apache-2.0

/// What the stand-in sends back, and how.
struct StandInReply: Sendable {
    /// Whether the answer gets through.
    enum Delivery: Sendable {
        case whole
        /// The connection is closed before the answer.
        case dropped
        /// The connection is closed in the middle of the body.
        case torn
        /// Nothing is sent.
        case withheld
        /// Half of the body is sent.
        case stalled
        /// The body is repeated as long as somebody reads it.
        case endless
    }

    var status = 200
    var contentType = "application/json"
    var headers: [String: String] = [:]
    var body: String
    var delivery = Delivery.whole
    /// Whether the job goes on behind this answer.
    var leavesJobOpen = false

    /// An answer whose body is this JSON.
    static func json(_ body: String, status: Int = 200, headers: [String: String] = [:]) -> StandInReply {
        StandInReply(status: status, headers: headers, body: body)
    }

    /// The error of the service with this message.
    static func error(_ message: String, status: Int = 200, more: String = "") -> StandInReply {
        .json(#"{"status":"error","message":"\#(message)"\#(more)}"#, status: status)
    }

    /// The page of a proxy.
    static func page(status: Int) -> StandInReply {
        StandInReply(
            status: status, contentType: "text/html", body: "<!DOCTYPE html><title>\(status)</title><h1>Trouble</h1>")
    }

    /// The same answer, delivered otherwise.
    func delivered(_ delivery: Delivery) -> StandInReply {
        var reply = self
        reply.delivery = delivery
        return reply
    }
}
