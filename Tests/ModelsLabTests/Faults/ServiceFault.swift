// SPDX-License-Identifier: Apache-2.0

import AltTextTestSupport
import Testing

/// One way in which the service misbehaves, and what has to come of it: a row of the table in docs/reliability.md.
struct ServiceFault: Sendable {
    /// What the client talks to.
    enum Service: Sendable {
        /// The stand-in, about an image that is on the web.
        case standIn(StandInVariant)
        /// The stand-in, about an image that has to be uploaded.
        case upload(StandInVariant)
        /// A server that takes any connection in the same way.
        case wire(WireFault, scheme: String, certificate: String?)
        /// Nobody.
        case nobody(origin: String)
    }

    let title: String
    let service: Service
    let outcome: StandInOutcome
    /// Requests of every kind.
    let requests: Int
    /// Requests that ask for a caption, which the service may charge.
    let submissions: Int
    /// How long the pauses between requests are in all.
    let seconds: Double
    /// What is told, without the name of the image; empty for a caption. An ellipsis stands for any text.
    let message: String
    /// How long a request may take.
    var limit = Duration.seconds(60)
}

extension ServiceFault {
    /// An answer of the stand-in.
    static func answer(
        _ title: String, _ variant: StandInVariant, requests: Int = 1, submissions: Int = 1, seconds: Double = 0,
        _ message: String = ""
    ) -> ServiceFault {
        ServiceFault(
            title: title, service: .standIn(variant), outcome: variant.outcome, requests: requests,
            submissions: submissions, seconds: seconds, message: message,
            limit: variant.needsTimeout ? .seconds(5) : .seconds(60))
    }

    /// An answer of the stand-in to an upload.
    static func upload(
        _ title: String, _ variant: StandInVariant, requests: Int = 2, submissions: Int = 1, _ message: String = ""
    ) -> ServiceFault {
        ServiceFault(
            title: title, service: .upload(variant), outcome: variant.outcome, requests: requests,
            submissions: submissions, seconds: 0, message: message)
    }

    /// A fault that leaves no usable answer, and after which the request is repeated until the retries are used up.
    static func broken(
        _ title: String, _ fault: WireFault, scheme: String = "http", certificate: String? = nil,
        limit: Duration = .seconds(60), _ reason: String
    ) -> ServiceFault {
        ServiceFault(
            title: title, service: .wire(fault, scheme: scheme, certificate: certificate), outcome: .unavailable,
            requests: 4, submissions: 4, seconds: 7, message: outOfReach(reason), limit: limit)
    }

    /// A service that is not there.
    static func nobody(_ title: String, at origin: String, _ reason: String) -> ServiceFault {
        ServiceFault(
            title: title, service: .nobody(origin: origin), outcome: .unavailable, requests: 4, submissions: 4,
            seconds: 7, message: outOfReach(reason))
    }

    /// An answer that came whole, to a single request.
    static func whole(_ title: String, _ fault: WireFault, _ outcome: StandInOutcome = .caption, _ message: String = "")
        -> ServiceFault
    {
        ServiceFault(
            title: title, service: .wire(fault, scheme: "http", certificate: nil), outcome: outcome, requests: 1,
            submissions: 1, seconds: 0, message: message)
    }

    /// An answer that came whole and is not one of the service's.
    static func unusable(_ title: String, _ fault: WireFault, _ reason: String) -> ServiceFault {
        whole(title, fault, .unavailable, noUsableAnswer(reason))
    }

    static func outOfReach(_ reason: String) -> String {
        "ModelsLab is out of reach: \(reason). Run again later."
    }

    static func noUsableAnswer(_ reason: String) -> String {
        "ModelsLab gave no usable answer: \(reason). Check MODELSLAB_API_URL, or run again later."
    }

    static func noCaption(_ reason: String) -> String {
        "ModelsLab made no caption: \(reason). Run again to ask anew."
    }

    static func notUsable(_ reason: String) -> String {
        "ModelsLab cannot use this image: \(reason). Check that it is a public PNG or JPEG."
    }

    static func notFetched(_ reason: String) -> String {
        "ModelsLab took the job 84512000, but its result cannot be fetched: \(reason). Run again later."
    }

    static func limited(_ reason: String) -> String {
        "ModelsLab still limits the rate: \(reason). Run again later, or lower --concurrency."
    }

    static func keyRefused(_ reason: String) -> String {
        "ModelsLab refused the key: \(reason). Check MODELSLAB_API_KEY or the file of --api-key-file."
    }

    static func creditGone(_ reason: String) -> String {
        "ModelsLab gives this key no more captions: \(reason). Add credit or change the plan; run again."
    }
}

extension ServiceFault: CustomTestStringConvertible {
    var testDescription: String { title }

    /// The variant, where the stand-in plays one.
    var variant: StandInVariant? {
        switch service {
        case .standIn(let variant), .upload(let variant): variant
        case .wire, .nobody: nil
        }
    }
}
