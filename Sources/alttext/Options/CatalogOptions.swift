// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import ArgumentParser

/// Which texts a run takes, and where it keeps them.
struct CatalogOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The caption catalog.", valueName: "file"))
    var catalog: String = Settings.value("catalog") ?? "alttext.captions.jsonl"

    @Option(help: "How much a caption says. Of several, the first is written; the rest is for the reviewer.")
    var length: CaptionLengths = Settings.value("length") ?? CaptionLengths(.normal)

    @Flag(help: "Write only what a person approved, edited or marked decorative.")
    var approvedOnly = false

    @Option(help: "What to do with texts that are not in the language of the page.")
    var languageMismatch: LanguageMismatch = Settings.value("language-mismatch") ?? .skip

    mutating func validate() throws {
        approvedOnly = approvedOnly || Settings.isSet("approved-only")
    }
}
