// SPDX-License-Identifier: Apache-2.0

/// A request as the state of the stand-in sees it.
struct StandInCall: Sendable {
    let path: String
    let headers: String
    let body: [UInt8]
    /// The stand-in's own origin, as the client addressed it.
    let origin: String
}
