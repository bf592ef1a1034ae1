// SPDX-License-Identifier: Apache-2.0

extension ImageUse {
    /// What to do about it, as one sentence.
    public var nextStep: String { ownNextStep ?? nextStepOfClass }

    private var nextStepOfClass: String {
        switch findingClass {
        case .content, .figureCaptioned: "Write an alt, or let `alttext caption` suggest one."
        case .functionalAlone: "Write an alt that names what the link or button does."
        case .functionalWithText:
            "If the text says everything, alt=\"\" is right: mark the image decorative in the catalog."
        case .pixel: "`alttext fix` writes alt=\"\"."
        case .twin: "It gets the alt of the other."
        case .namedOtherwise, .hidden, .inert: "Nothing has to be done."
        case .presentational: "Add alt=\"\" to satisfy validators."
        case .whitespaceAlt: "Write alt=\"\" if the image is decoration."
        case .unresolvable: "Correct the source, or write an alt."
        case .unsupportedFormat: "Write an alt."
        case .languageMismatch: "Write an alt in the language of the page, or pass --language-mismatch."
        case .inputImage: "Write an alt that names the action, such as \"Search\"."
        case .area: "Write an alt that names where the area leads."
        case .suspiciousAlt: "Replace it by what the image says to the reader."
        }
    }
}
