// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import OrderedCollections
internal import SystemPackage

/// A page for a person who goes through the findings, image by image.
///
/// It needs no other file, fetches nothing, and all of it can be read without scripts.
struct HTMLReport {
    /// How many places are shown without a click.
    private static let openPlaces = 5
    private static let style = Markup(verbatim: String(decoding: PackageResources.Report_css, as: UTF8.self))
    private static let script = Markup(verbatim: String(decoding: PackageResources.Report_js, as: UTF8.self))

    func text(for audit: SiteAudit, thumbnails: Thumbnails = Thumbnails()) -> String {
        let summary = AuditSummary(of: audit)
        var thumbnails = thumbnails
        let images = OrderedDictionary(grouping: audit.findingsByImportance) { finding in
            finding.first.image?.key ?? finding.name
        }
        let sections = images.values.enumerated().map { section(number: $0, for: $1, with: &thumbnails) }
        let page: Markup = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Text alternatives: \(summary.findingCount.counting("finding"))</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <a class="skip" href="#findings">Skip to the findings</a>
            <header>
            <h1>Text alternatives</h1>
            <p>\(summary.sentence)</p>
            </header>
            <main>
            \(overview(of: audit))\(problems(of: audit))\(findings(of: audit, sections, thumbnails))</main>
            <footer>
            <p class="muted">Made by alttext \(Product.version).</p>
            </footer>
            <script>\(Self.script)</script>
            </body>
            </html>

            """
        return page.text
    }

    /// Nothing but what is in the page itself.
    private static var policy: String {
        let style = Base64.encode(Digest.bytes(of: Array(style.text.utf8)))
        let script = Base64.encode(Digest.bytes(of: Array(script.text.utf8)))
        return "default-src 'none'; img-src data:; style-src 'sha256-\(style)'; script-src 'sha256-\(script)'; "
            + "base-uri 'none'; form-action 'none'"
    }

    // MARK: Overview

    private func overview(of audit: SiteAudit) -> Markup {
        let nothingMissing: Markup =
            AuditSummary(of: audit).hasNothingMissing ? "<p>\(AuditSummary.nothingMissing)</p>\n" : ""
        guard !audit.findings.isEmpty else { return nothingMissing }
        let counts = audit.findings.reduce(into: [:]) { $0[$1.findingClass, default: 0] += 1 }
        let rows = FindingClass.allCases.filter { counts[$0] != nil }.sorted { $0.level > $1.level }
            .map { findingClass -> Markup in
                """
                <tr><th scope="row"><code>\(findingClass.rawValue)</code> \
                <span class="meaning">\(findingClass.title)</span></th><td>\(label(of: findingClass.level))</td>\
                <td class="count">\(counts[findingClass] ?? 0)</td></tr>

                """
            }
        return """
            \(nothingMissing)<section aria-labelledby="overview">
            <h2 id="overview">Overview</h2>
            <table>
            <caption>Findings by class. One finding is one image in one role, wherever it is.</caption>
            <thead><tr><th scope="col">Class</th><th scope="col">Level</th>\
            <th scope="col" class="count">Findings</th></tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>
            </section>

            """
    }

    private func problems(of audit: SiteAudit) -> Markup {
        guard !audit.problems.isEmpty else { return "" }
        let items = audit.problems.map { "<li><code>\($0.description)</code></li>\n" as Markup }
        return """
            <section aria-labelledby="unreadable">
            <h2 id="unreadable">Pages that could not be read</h2>
            <ul>
            \(items)</ul>
            </section>

            """
    }

    // MARK: Findings

    private func findings(of audit: SiteAudit, _ sections: [Markup], _ thumbnails: Thumbnails) -> Markup {
        guard !sections.isEmpty else { return "" }
        let absences = thumbnails.absenceNote
        let note: Markup =
            absences.isEmpty ? "" : "<p class=\"muted\">Images that are not shown: \(absences).</p>\n"
        let levels = Level.allCases.reversed().map(\.rawValue)
        let found = Set(audit.findings.map(\.findingClass))
        let classes = FindingClass.allCases.filter(found.contains).map(\.rawValue)
        return """
            <section aria-labelledby="findings">
            <h2 id="findings" tabindex="-1">Findings, by image</h2>
            \(note)<form class="filters" role="search" aria-label="Filter the findings" hidden>
            <label>Level <select name="level">\(options(levels))</select></label>
            <label>Class <select name="kind">\(options(classes))</select></label>
            <label>Words in names, reasons and places <input type="search" name="words" autocomplete="off"></label>
            <button type="reset">Show all</button>
            <p role="status"></p>
            </form>
            <ol>
            \(sections)</ol>
            </section>

            """
    }

    private func options(_ values: [String]) -> Markup {
        let options = values.map { "<option>\($0)</option>" as Markup }
        return "<option value=\"\">all</option>\(options)"
    }

    private func section(number: Int, for findings: [Finding], with thumbnails: inout Thumbnails) -> Markup {
        let name = findings[0].name
        // Who cannot see the picture learns that there is one, and programs that describe pictures can be asked about it.
        let preview =
            thumbnails.url(of: findings[0].first.image).map { url -> Markup in
                "<img src=\"\(url)\" alt=\"Preview of \(name), not described yet\">"
            } ?? "<span>No preview</span>"
        let items = findings.map { item(for: $0, of: name) }
        return """
            <li class="image">
            <h3 id="image-\(number + 1)"><code>\(name)</code></h3>
            <p class="preview">\(preview)</p>
            <ul aria-labelledby="image-\(number + 1)">
            \(items)</ul>
            </li>

            """
    }

    private func item(for finding: Finding, of name: String) -> Markup {
        let use = finding.first
        let list: Markup = "<ul class=\"places\">\(finding.uses.map { place($0, of: name) })</ul>"
        let places: Markup =
            finding.uses.count <= Self.openPlaces
            ? list : "<details><summary>\(finding.uses.count.counting("place"))</summary>\(list)</details>"
        return """
            <li class="finding" data-level="\(finding.level.rawValue)" data-kind="\(finding.findingClass.rawValue)">
            <p>\(label(of: finding.level)) <code>\(finding.findingClass.rawValue)</code></p>
            <p>\(use.reason) <span class="next">\(use.nextStep)</span></p>
            \(places)
            </li>

            """
    }

    private func place(_ use: ImageUse, of name: String) -> Markup {
        // The same bytes can have several names.
        let otherName = use.image.flatMap { $0.name == name ? nil : ", as <code>\($0.name)</code>" as Markup } ?? ""
        return "<li><code>\(use.placeName)</code>\(otherName)</li>"
    }

    private func label(of level: Level) -> Markup {
        "<span class=\"level \(level.rawValue)\">\(level.rawValue)</span>"
    }
}
