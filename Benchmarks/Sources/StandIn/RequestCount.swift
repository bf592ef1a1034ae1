// SPDX-License-Identifier: Apache-2.0

internal import AltTextTestSupport

/// What a stand-in was asked.
struct RequestCount {
    /// How many requests there were, of any kind.
    let requests: Int
    /// How many of them asked for a caption, and are what costs money.
    let captions: Int
    /// How many different images those were about.
    let images: Int

    init(of requests: [StandInRequest]) {
        let captions = requests.filter { $0.endpoint == .caption }
        self.requests = requests.count
        self.captions = captions.count
        images = Set(captions.map(\.image)).count
    }

    /// The counts as a JSON object.
    var json: String { #"{"requests":\#(requests),"captions":\#(captions),"images":\#(images)}"# }
}
