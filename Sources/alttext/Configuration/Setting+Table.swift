// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import AltTextReports
internal import ArgumentParser

extension Setting {
    /// All of them: every option of every command that works on a site, but for those that `commandLineOnly` names.
    static let all: [Setting] = [
        Setting("root", .path),
        Setting("site-url", .text) {
            WebURL($0)?.isHTTP == true ? nil : "not an http or https URL, such as https://example.org/docs/"
        },
        Setting("files-from", .path),
        Setting("extensions", .words) {
            PageExtensions.list($0).isEmpty ? "names no extension; try html,htm,xhtml" : nil
        },
        Setting("include", .list),
        Setting("exclude", .list) { pattern in
            do throws(ImageExclusions.InvalidPattern) {
                _ = try ImageExclusions(matching: [pattern])
                return nil
            } catch {
                return "not a regular expression: \(error.reason)"
            }
        },
        Setting("exclude-path", .list),
        Setting("src-attribute", .list) { $0.isEmpty ? "give the name of an attribute" : nil },
        Setting("include-templates", .flag),
        Setting("allow-empty", .flag),

        Setting("catalog", .path),
        Setting("length", .words, choices: CaptionLengths.allValueStrings) {
            CaptionLengths(list: $0) == nil
                ? "use one of \(CaptionLengths.allValueStrings.joined(separator: ", ")), or several of them" : nil
        },
        Setting("approved-only", .flag),
        Setting("language-mismatch", .text, choices: LanguageMismatch.allValueStrings),

        Setting("offline", .flag),
        Setting("upload", .flag),
        Setting("estimate", .flag),
        Setting("max-captions", .wholeNumber, minimum: 0),
        Setting("max-cost", .number, minimum: 0),
        Setting("concurrency", .wholeNumber, minimum: 1),
        Setting("timeout", .number) {
            Double($0).map { $0 > 0 && $0 <= 3600 } == false ? "give more than 0 and up to 3600 seconds" : nil
        },
        Setting("api-key-file", .path),

        Setting("format", .text, choices: ReportFormat.allValueStrings),
        Setting("output", .path),
        Setting(
            "report", .list,
            problem: { ReportRequest(argument: $0) == nil ? "give \(ReportRequest.form)" : nil },
            relocated: { value, folder in
                let parts = value.split(separator: "=", maxSplits: 1).map(String.init)
                return "\(parts[0])=\(path(parts[1], in: folder))"
            }),
        Setting("baseline", .path),
        Setting("fail-on", .text, choices: FailureThreshold.allValueStrings),
        Setting("quiet", .flag),
        Setting("verbose", .flag),
        Setting("no-progress", .flag),
        Setting("color", .text, choices: ColorChoice.allValueStrings),
    ]

    /// The options that are said anew each time, or not at all.
    static let commandLineOnly: Set = ["config", "status", "dry-run", "update-baseline", "help", "version"]

    /// The settings by their names.
    static let named = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
