// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The only place that the key is sent to: scheme, host and port of the configured base URL.
struct ServiceOrigin: Sendable {
    /// The path to poll for a job's result, on the configured origin.
    struct FetchTarget: Hashable, Sendable {
        let jobID: String
        let path: String
    }

    /// Whether the host is a loopback address, so that `http` keeps the key on this machine.
    let isLoopback: Bool
    private let location: Location
    private let pathPrefix: String
    private let key: Secret

    /// Reads a base URL; its path, if any, becomes a prefix of every request's path.
    /// - Parameter key: what errors must not repeat, should it be in the URL, and what no request's URL may hold.
    init(_ baseURL: String, hiding key: Secret) throws(ModelsLabConfigurationError) {
        guard let components = URLComponents(string: baseURL), let location = Location(components),
            components.query == nil, components.fragment == nil
        else { throw .invalidBaseURL(key.redacted(from: baseURL)) }
        self.location = location
        self.key = key
        isLoopback = Self.isLoopback(location.host)
        guard location.scheme == "https" || isLoopback else { throw .insecureBaseURL(key.redacted(from: baseURL)) }
        var prefix = components.percentEncodedPath[...]
        while prefix.last == "/" { prefix.removeLast() }
        pathPrefix = String(prefix)
    }

    /// The URL of a path such as `/api/v6/image_editing/caption`.
    func url(_ path: String) -> String {
        "\(description)\(pathPrefix)\(path)"
    }

    /// Where to fetch a job's result.
    ///
    /// `fetchURL` is what the service suggests. It is used if it lies on this origin, has the form
    /// `/api/v<n>/…/fetch/<id>` and names the same job; otherwise the documented path is built from the id.
    /// - Returns: `nil` if there is no job to ask for.
    func fetchTarget(jobID: String?, fetchURL: String?) -> FetchTarget? {
        let jobID = jobID.flatMap { Self.isToken($0) && !key.isTold(by: $0) ? $0 : nil }
        if let suggested = fetchURL.flatMap(fetchTarget(at:)), jobID == nil || jobID == suggested.jobID {
            return suggested
        }
        return jobID.map { FetchTarget(jobID: $0, path: "/api/v6/image_editing/fetch/\($0)") }
    }

    private func fetchTarget(at text: String) -> FetchTarget? {
        guard !key.isTold(by: text), let components = URLComponents(string: text), Location(components) == location,
            components.query == nil, components.fragment == nil, components.percentEncodedPath.hasPrefix(pathPrefix)
        else { return nil }
        let path = components.percentEncodedPath.dropFirst(pathPrefix.count)
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 5, parts[0].isEmpty, parts[1] == "api",
            parts[2].first == "v", Int(parts[2].dropFirst()) != nil,
            parts[parts.count - 2] == "fetch", parts.dropFirst().allSatisfy(Self.isToken)
        else { return nil }
        return FetchTarget(jobID: parts[parts.count - 1], path: String(path))
    }

    /// Whether the text file that an answer names may be loaded (always without the key).
    ///
    /// Yes for `https` and a host name, and for this origin if it is a loopback address. No for addresses: a service
    /// that names one wants something of the local network. A name that resolves to a private address would have to
    /// present a valid certificate for that name.
    func mayLoad(_ url: String) -> Bool {
        // Whoever keeps the file must not learn the key from its address.
        guard !key.isTold(by: url), let components = URLComponents(string: url), let target = Location(components)
        else { return false }
        if isLoopback, target == location { return true }
        guard let page = WebURL(url), page.scheme == "https", page.hasPublicHost, case .domain? = page.host else {
            return false
        }
        return true
    }

    /// Whether `text` can stand as one segment of a path as it is.
    private static func isToken(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 128 && text != "." && text != ".."
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
    }

    private static func isLoopback(_ host: String) -> Bool {
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return host == "localhost" || host == "[::1]"
            || (numbers.count == 4 && numbers.first == 127 && !numbers.contains(nil))
    }
}

extension ServiceOrigin: CustomStringConvertible {
    /// Scheme, host and port; nothing of the path, which may hold what is nobody's business.
    var description: String { "\(location.scheme)://\(location.host):\(location.port)" }
}

/// Scheme, host and port, as far as two URLs must agree in them.
private struct Location: Hashable {
    let scheme: String
    /// In lower case, an IPv6 address in brackets.
    let host: String
    let port: Int

    init?(_ components: URLComponents) {
        guard let scheme = components.scheme?.lowercased(), scheme == "http" || scheme == "https",
            let host = components.percentEncodedHost?.lowercased(), !host.isEmpty, !host.contains("%"),
            components.user == nil, components.password == nil
        else { return nil }
        self.scheme = scheme
        self.host = host
        port = components.port ?? (scheme == "https" ? 443 : 80)
    }
}
