// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import AltTextKit

@Suite("The name of the site in titles")
struct SiteNameTests {
    @Test(
        "What most titles end in is left out",
        arguments: [
            (["Home | Museum", "Hours | Museum", "Café | Museum"], "Hours | Museum", "Hours"),
            (["A – Museum", "B – Museum", "C – Museum", "Museum"], "Museum", "Museum"),
            (["A - Museum", "B - Museum", "C - Museum"], "Page 2 - Blog - Museum", "Page 2 - Blog"),
            (["A - Museum", "B - Museum", "C - Museum"], "Art - Music", "Art - Music"),
            (["A | Museum", "B | Museum"], "A | Museum", "A | Museum"),
            (["A | Museum", "B | Museum", "C | Museum", "D", "E", "F"], "A | Museum", "A | Museum"),
            (["A | One", "B | One", "C | One", "D | Two", "E | Two"], "D | Two", "D | Two"),
            (["A-Museum", "B-Museum", "C-Museum"], "A-Museum", "A-Museum"),
            (["A | ", "B | ", "C | "], "A | ", "A | "),
            ([], "A | Museum", "A | Museum"),
            // A name that is fewer titles' ending, but the whole title of a page.
            (["Museum", "A | Museum", "B – Museum", "C - Museum", "D", "E", "F"], "B – Museum", "B"),
            (["Museum", "A | Museum", "B | Museum", "D"], "A | Museum", "A | Museum"),
            // In front, where a colon will do as well.
            (["Museum | A", "Museum | B", "Museum | C"], "Museum | Hours", "Hours"),
            (["Museum: A", "Museum: B", "Museum: C"], "Museum: Art: old and new", "Art: old and new"),
            (["Art: A", "Music: B", "Film: C"], "Art: A", "Art: A"),
            // Several parts, such as that of a handbook.
            (["A | Guide | Museum", "B | Guide | Museum", "C | Guide | Museum"], "D | Guide | Museum", "D"),
            (["Museum | A - Guide", "Museum | B - Guide", "Museum | C - Guide"], "Museum | D - Guide", "D"),
            (["Museum - A | Museum", "Museum - B | Museum", "Museum - C | Museum"], "Museum", "Museum"),
        ])
    func removal(titles: [String], title: String, name: String) {
        #expect(SiteName(titles: titles).removed(from: title) == name)
    }

    @Test("A link to a page of the site is called without it, an alt that an author gave is not changed")
    func inPlans() async throws {
        let site = try SmallSite(
            [
                "index.html": "<title>Start | Museum</title><a href=hours.html><img src=a.png></a><img src=b.png>",
                "hours.html": "<title>Hours | Museum</title><img src=b.png alt='Hall | Museum'>",
                "shop.html": "<title>Shop | Museum</title>",
            ], images: ["b.png": SmallSite.picture("b")])
        #expect(try await site.decisions() == ["link-target: Hours", "reuse: Hall | Museum"])
        // What the other pages tell holds also where they are not asked about.
        #expect(try await site.decisions(onPage: "index.html") == ["link-target: Hours", "reuse: Hall | Museum"])
    }
}
