// SPDX-License-Identifier: Apache-2.0

/// What a catalog line has that no record can have.
struct CatalogFieldError: Error {
    /// The reason in words, for a message behind path and line.
    let reason: String
}
