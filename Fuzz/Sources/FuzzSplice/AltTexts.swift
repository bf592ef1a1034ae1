// SPDX-License-Identifier: Apache-2.0

/// The texts to insert.
enum AltTexts {
    /// Texts that try to leave their attribute, their line or their encoding; the empty one stands for decoration.
    private static let hostile = [
        "A dog", "", "\"><img src=x onerror=alert(1)>", "' alt='x' \" alt=\"y", "</p>--></script>]]>",
        "&amp; &lt;b&gt; &quot; &#0; &copy &notit;", "a\u{0}b\r\nc\td\u{85}e\u{2028}f\u{2029}g\u{C}h",
        "\u{1B}$B\u{1B}(J\u{E}\u{F}", "\u{202E}evil\u{2066}\u{FEFF}\u{200F}", "+ADw-img+AD4- ~{<:Ky2;S{#,~}",
        "👩‍👩‍👧 e\u{301} é", "\u{FFFD}\u{E000}\u{F8FF}\u{10FFFF}\u{FFFE}", "表ソ能ポ Ｔ 犬", "¥100 \\ ~ ‾ ﾊﾝｶｸ €",
        "Ċ ગુજરાતી ਪੰਜਾਬੀ", "ﷺ ½ № ℃", "\u{A0}\u{3000}\u{AD}\u{200B}",
    ]

    /// The text that the first byte of an input chooses, and the page that is left.
    ///
    /// A byte from 0x80 on is the length of a text that stands behind it.
    static func split(_ input: [UInt8]) -> (text: String, page: [UInt8]) {
        let choice = Int(input.first ?? 0)
        let rest = input.dropFirst()
        guard choice >= 0x80 else { return (hostile[choice % hostile.count], Array(rest)) }
        return (String(decoding: rest.prefix(choice - 0x80), as: UTF8.self), Array(rest.dropFirst(choice - 0x80)))
    }
}
