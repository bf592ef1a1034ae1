// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit

extension CaptionError {
    /// Says in one line which image, what happened and what to do next.
    /// - Parameter reason: the failure's message, made readable, without a full stop.
    init(_ failure: ServiceFailure, name: String, reason: String) {
        self =
            switch failure.kind {
            case .unauthorized:
                .unauthorized(
                    "ModelsLab refused the key: \(reason). Check MODELSLAB_API_KEY or the file of --api-key-file.")
            case .outOfCredit:
                .outOfCredit(
                    "ModelsLab gives this key no more captions: \(reason). Add credit or change the plan; run again."
                )
            case .invalidRequest:
                .rejected("\(name): ModelsLab cannot use this image: \(reason). Check that it is a public PNG or JPEG.")
            case .rateLimited:
                .rateLimited(
                    "\(name): ModelsLab still limits the rate: \(reason). Run again later, or lower --concurrency.")
            case .unavailable:
                .unavailable("\(name): ModelsLab is out of reach: \(reason). Run again later.")
            case .unreadable:
                .unavailable(
                    "\(name): ModelsLab gave no usable answer: \(reason). Check MODELSLAB_API_URL, or run again later.")
            case .failedJob:
                .failed("\(name): ModelsLab made no caption: \(reason). Run again to ask anew.")
            }
    }
}
