// SPDX-License-Identifier: Apache-2.0

/// The body of `POST /api/v6/image_editing/fetch/{id}`, which never starts new work.
struct FetchWireRequest: Encodable, Sendable {
    let key: String
}
