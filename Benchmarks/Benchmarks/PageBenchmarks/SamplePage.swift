// SPDX-License-Identifier: Apache-2.0

/// Pages of a million bytes with the markup of a manual: what is measured in pages a second is megabytes a second.
enum SamplePage {
    /// How long every page is, in bytes.
    static let byteCount = 1_000_000

    /// Headings, paragraphs, links, code and tables; every image has an alt.
    static let manual = page(of: section(image: #"<img class="plan" src="img/plan.png" alt="Beds and paths">"#))
    /// The same, no image having an alt.
    static let manualWithoutAlt = page(of: section(image: #"<img class="plan" src="img/plan.png">"#))
    /// The same behind a `frameset`: cut into tokens as any page, which tree construction then drops.
    static let framedManual = page(
        of: section(image: #"<img class="plan" src="img/plan.png">"#), opening: head + "<frameset>\n")

    private static let head = """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>The garden's manual</title><link rel="stylesheet" href="style.css"></head>

        """

    private static func section(image: String) -> String {
        """
        <section id="compost" class="section">
        <h2>Compost<a class="headerlink" href="#compost" title="Permalink to this heading">¶</a></h2>
        <p>Turn the heap every <em>third</em> week, and keep it as wet as a wrung sponge: see <a class="reference internal"
        href="water.html#rain"><span class="std std-ref">Rain water</span></a> &amp; <code class="docutils literal"><span
        class="pre">notes/2024.txt</span></code>. Café grounds are fine – up to a fifth of the whole.</p>
        <p>\(image)
        <ul class="simple"><li><p>leaves, twigs, straw</p></li><li><p>peelings, but no citrus</p></li></ul>
        <div class="highlight"><pre><span></span><span class="n">heap</span> <span class="o">=</span> <span class="p">[</span>
        <span class="s2">&quot;green&quot;</span><span class="p">,</span> <span class="s2">&quot;brown&quot;</span></pre></div>
        <table class="docutils"><tbody><tr class="row-odd"><td>March</td><td>2</td></tr><tr class="row-even"><td>May</td>
        <td>5</td></tr></tbody></table>
        <!-- The next section is about the pond. -->
        </section>

        """
    }

    private static func page(of section: String, opening: String = head + "<body>\n") -> [UInt8] {
        var page = Array(opening.utf8)
        page.reserveCapacity(byteCount)
        while page.count + section.utf8.count <= byteCount { page += section.utf8 }
        page += repeatElement(UInt8(ascii: "\n"), count: byteCount - page.count)
        return page
    }
}
