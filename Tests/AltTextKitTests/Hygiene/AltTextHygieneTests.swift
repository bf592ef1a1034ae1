// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import AltTextKit

@Suite("What a text alternative must not be")
struct AltTextHygieneTests {
    @Test(
        "File names and URLs (T1)",
        arguments: [
            "dog_1.png", "DOG_1.PNG", "dog_1", " Dog_1 ", "holiday.jpeg", "A photo.webp", "https://example.com/a",
            "http://x",
            "www.example.com", "my-page.html", "index.PHP", "Drawing1.vsdx",
        ]
    )
    func fileNames(text: String) {
        #expect(AltTextHygiene.problem(with: text, at: AltTextPlace(imageName: "img/dog_1.png?v=2")) != nil)
    }

    @Test(
        "Placeholders (T2)",
        arguments: [
            "image", "Picture", "photo", "icon", "spacer", "logo", "graphic", "screenshot", "untitled", "picture 1",
            "Picture #2", "image (3)", "0001", "00", "todo", "TBD", "an image", "the logo", "IMG_1234", "img-2",
            "alt text",
            "item photo", "Menu icon", "User Avatar", "first slide", "Your logo", "an example image",
            "new product image 2",
            "enter image description here", "Alternate text", "bullet point", "PNG", "jpg", "N/A", "None", "decorative",
            "background", "*", "***", "* image *",
            "-", "...", "", " ", "#", "20240131_120000", "12345",
        ]
    )
    func placeholders(text: String) {
        #expect(AltTextHygiene.problem(with: text) == "is a placeholder")
    }

    @Test(
        "Openings that every reader knows (T3)",
        arguments: [
            "Image of a dog", "an image of a dog", "A picture of a dog", "photo of a dog", "This is a photo of a dog",
            "A close-up image of a dog", "A close-up of a dog", "Picture showing a dog", "photograph of: a dog",
            "The image shows a dog", "This photo depicts a dog", "There is a picture of a dog",
            "Image may contain: a dog", "May be an image of a dog",
        ]
    )
    func openings(text: String) {
        #expect(AltTextHygiene.problem(with: text)?.hasPrefix("begins with") == true)
    }

    // A number on its own is what an image of a number has to say (H37: text in an image, complete and exact), as in
    // page 404, a calendar or a list of pages. What F30 speaks against is the counter of a camera: zeros in front, or
    // more digits than a year has.
    @Test(
        "Texts that are fit",
        arguments: [
            "Photo Finish", "A dog called Photo Finish", "Painting of a dog", "Chart of rainfall in 2024",
            "Map of Kent",
            "dog", "A dog", "Imagine", "Logo design workshop", "Photographer at work", "Iconic tower",
            "Pictures at an Exhibition",
            "404", "7", "2024", "5*", "There is a dog", "May be a dog", "0", "1st", "№ 5", "三", "四十二", "Ein Hund",
            "собака", "犬", "كلب", "★★★☆☆", "→", "€ 20",
            "Example.com", "Node.js", "ASP.NET", "A page in .html", "Image processing pipeline",
            "A screenshot of the settings page",
            "The blank page",
            "Photo officer",
        ]
    )
    func fit(text: String) {
        #expect(AltTextHygiene.problem(with: text, at: AltTextPlace(imageName: "img/IMG_1.png")) == nil)
    }

    @Test(
        "A word that a file is called by, too, in another case, is fit (T1)",
        arguments: [
            ("COVID-19", "covid-19.png", true), ("T-Shirt", "t-shirt.jpg", true), ("CSS3", "img/css3.svg", true),
            ("H2O", "CSS/h2o.png?v=1", true), ("covid-19", "covid-19.png", false), ("CSS3", "CSS3.svg", false),
            ("COVID-19.png", "covid-19.png", false), ("Covid_19", "covid_19.png", false),
        ])
    func otherCase(text: String, imageName: String, isFit: Bool) {
        #expect((AltTextHygiene.problem(with: text, at: AltTextPlace(imageName: imageName)) == nil) == isFit)
    }

    @Test("A file called by what it shows does not make that word unfit")
    func tellingName() {
        #expect(AltTextHygiene.problem(with: "Dog", at: AltTextPlace(imageName: "img/dog.png")) == nil)
        #expect(AltTextHygiene.problem(with: "red-dog", at: AltTextPlace(imageName: "img/red-dog.png")) != nil)
        #expect(AltTextHygiene.problem(with: "Red dog", at: AltTextPlace(imageName: "img/red-dog.png")) == nil)
    }

    @Test(
        "Cleaning (T3, T8)",
        arguments: [
            ("An image of a dog", "A dog"),
            ("a photo of two dogs.", "Two dogs."),
            ("A close-up image of a dog", "A dog"),
            ("Image of: a dog", "A dog"),
            ("The image shows a dog", "A dog"),
            ("There is a photo of a dog", "A dog"),
            ("Image may contain: 2 people", "2 people"),
            ("  A dog \n on\ta sofa  ", "A dog on a sofa"),
            ("\"A dog.\"", "A dog."),
            ("'A dog'", "A dog"),
            ("'A dog's bone'", "A dog's bone"),
            ("“A dog”", "A dog"),
            ("\"A picture of a dog\"", "A dog"),
            ("\"Stop\" and \"Go\"", "\"Stop\" and \"Go\""),
            ("“Stop” and “Go”", "“Stop” and “Go”"),
            ("'Stop' and 'Go'", "'Stop' and 'Go'"),
            ("A sign that says \"Stop\"", "A sign that says \"Stop\""),
            ("A <b>dog</b> here", "A dog here"),
            ("A dog<br/>on a sofa<!-- x -->", "A dog on a sofa"),
            ("1 < 2 > 0, I <3 you", "1 < 2 > 0, I <3 you"),
            ("Painting of a dog", "Painting of a dog"),
            ("Photo Finish", "Photo Finish"),
            ("Ein Foto von einem Hund", "Ein Foto von einem Hund"),
            ("photo of", "photo of"),
            ("\"", "\""),
            ("", ""),
            ("<p></p>", ""),
        ]
    )
    func cleaning(text: String, clean: String) {
        #expect(AltTextHygiene.cleaned(text) == clean)
    }

    @Test("What was cleaned stays as it is when it is cleaned again")
    func idempotent() {
        for text in ["An image of a dog", "\"A dog\"", "A <b>dog</b>", "Map of Kent", "'Stop' and 'Go'"] {
            let clean = AltTextHygiene.cleaned(text)
            #expect(AltTextHygiene.cleaned(clean) == clean)
        }
    }
}
