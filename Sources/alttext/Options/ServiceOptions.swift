// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import ArgumentParser
internal import ModelsLab

/// How the caption service is asked, and how much it may cost.
struct ServiceOptions: ParsableArguments {
    @Flag(help: "Consent to upload images without a public URL; the service keeps a public copy for 24 h.")
    var upload = false

    @Flag(help: "Say how many captions would be paid for, and what they cost; then stop.")
    var estimate = false

    @Option(help: ArgumentHelp("Ask for at most this many captions.", valueName: "n"))
    var maxCaptions: Int?

    @Option(help: ArgumentHelp("Ask for no more captions than this pays for, in US dollars.", valueName: "usd"))
    var maxCost: Double?

    @Option(help: ArgumentHelp("How many images are asked for at once.", valueName: "n"))
    var concurrency: Int = Settings.value("concurrency") ?? 4

    @Option(help: ArgumentHelp("How long one request may take, in seconds.", valueName: "s"))
    var timeout: Double = Settings.value("timeout") ?? 60

    @Option(help: ArgumentHelp("A file that holds the ModelsLab key, and nothing else.", valueName: "file"))
    var apiKeyFile: String?

    mutating func validate() throws {
        upload = upload || Settings.isSet("upload")
        estimate = estimate || Settings.isSet("estimate")
        maxCaptions = maxCaptions ?? Settings.value("max-captions")
        maxCost = maxCost ?? Settings.value("max-cost")
        apiKeyFile = apiKeyFile ?? Settings.value("api-key-file")
        try Setting.validate("max-captions", maxCaptions.map { [String($0)] } ?? [])
        try Setting.validate("max-cost", maxCost.map { [String($0)] } ?? [])
        try Setting.validate("concurrency", String(concurrency))
        try Setting.validate("timeout", String(timeout))
    }

    /// How many captions may be asked for; `nil` for any number.
    var captionLimit: Int? {
        let affordable = maxCost.map { Int(min($0 / ModelsLabCaptioner.pricePerCaption + 1e-9, 1e9)) }
        return [maxCaptions, affordable].compactMap { $0 }.min()
    }

    /// The service to ask; `nil` where there is no key.
    ///
    /// - Throws: `OptionFileError` where the file of the key cannot be read, `APIKeyFileError` where it holds no key.
    func configuration() throws -> ModelsLabConfiguration? {
        guard let key = try key() else { return nil }
        var configuration = ModelsLabConfiguration(
            key: key, concurrency: concurrency, requestTimeout: .seconds(timeout))
        if let url = Environment["MODELSLAB_API_URL"], !url.isEmpty {
            configuration.baseURL = url
        } else if let url = Settings.current.file.serviceURL {
            configuration.baseURL = url
        }
        return configuration
    }

    private func key() throws -> Secret? {
        if let apiKeyFile {
            let bytes = try OptionFile.bytes(of: apiKeyFile, for: "--api-key-file", limit: 1 << 16)
            let text = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
            guard text.count == 1 else { throw APIKeyFileError(path: apiKeyFile, isEmpty: text.isEmpty) }
            return Secret(String(text[0]))
        }
        let words = (Environment["MODELSLAB_API_KEY"] ?? "").split(whereSeparator: \.isWhitespace)
        // The captioner refuses a key of several words before it asks anything.
        return words.isEmpty ? nil : Secret(words.joined(separator: " "))
    }
}

/// A file that holds no key.
struct APIKeyFileError: Error, CustomStringConvertible {
    let path: String
    let isEmpty: Bool

    var description: String {
        isEmpty
            ? "\(path): the file of the key is empty. Write the ModelsLab key into it."
            : "\(path): holds more than one word. Write the ModelsLab key into it, and nothing else."
    }
}
