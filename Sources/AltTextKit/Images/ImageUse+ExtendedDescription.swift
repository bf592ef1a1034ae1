// SPDX-License-Identifier: Apache-2.0

extension ImageUse {
    /// The longer description in the image file, in the language of the text around the image if it is there in that.
    ///
    /// Material for whoever writes or reviews the alt, never the alt itself: WAI has it stand beside the image.
    /// <https://www.w3.org/WAI/tutorials/images/complex/>
    public var extendedDescription: String? {
        image?.embedded.extendedDescription(for: languageTag)?.text
    }
}
