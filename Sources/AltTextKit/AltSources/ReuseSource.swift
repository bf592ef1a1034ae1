// SPDX-License-Identifier: Apache-2.0

internal import SystemPackage

/// The alt that an author gave to the same image, in the same role and language, elsewhere on the site.
struct ReuseSource: AltSource {
    private struct Key: Hashable {
        let image: String
        let role: Role
        let language: String
    }

    private let texts: [Key: Set<String>]

    /// Looks through the alts of an audited site. Only files that may be among the images without alt are read.
    init(_ alts: Set<AuthoredTexts.Alt>, for audit: SiteAudit, library: ImageLibrary) {
        let wanted = Set(audit.uses.compactMap { $0.image?.key })
        let files = Set(audit.uses.compactMap { $0.image?.file })
        let sizes = Set(files.compactMap { try? $0.stat().size })
        var texts: [Key: Set<String>] = [:]
        func key(of subject: ImageSubject) -> String? {
            switch subject {
            case .remote(let key): return key
            case .file(let file):
                // Other bytes of the same size are rare, so hardly a file is hashed for nothing.
                let mayBeWanted =
                    files.contains(file.location) || sizes.contains((try? file.location.stat().size) ?? -1)
                return mayBeWanted ? library.key(of: file) : nil
            }
        }
        for alt in alts {
            guard let image = key(of: alt.subject), wanted.contains(image) else { continue }
            texts[Key(image: image, role: alt.role, language: alt.language), default: []].insert(alt.text)
        }
        self.texts = texts
    }

    func answer(for use: ImageUse) -> AltAnswer? {
        guard let role = use.role, role.isDescribed, let image = use.image?.key,
            let found = texts[Key(image: image, role: role, language: use.language)]
        else { return nil }
        // Two authors who disagree leave the choice to a person, or to the captioner.
        guard found.count == 1, let text = found.first else { return nil }
        return .text(text, language: use.language, origin: .reuse)
    }
}
