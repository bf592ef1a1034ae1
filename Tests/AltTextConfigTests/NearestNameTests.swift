// SPDX-License-Identifier: Apache-2.0

import AltTextConfig
import Testing

@Suite("The nearest name")
struct NearestNameTests {
    @Test(
        "is the one that was meant, or none",
        arguments: [
            ("concurency", "concurrency"), ("site_url", "site-url"), ("siteURL", "site-url"), ("Root", "root"),
            ("exclude-paths", "exclude-path"), ("excludes", "exclude"), ("treshold", nil), ("", nil), ("x", nil),
        ])
    func nearest(name: String, expected: String?) {
        let names = ["root", "site-url", "concurrency", "exclude", "exclude-path", "fail-on"]
        #expect(names.nearest(to: name) == expected)
    }
}
