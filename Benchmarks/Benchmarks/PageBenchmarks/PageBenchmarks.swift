// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import Benchmark
import HTMLScan

/// The stages that the bytes of a page go through, each by itself, over pages of a megabyte.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.throughput], warmupIterations: 5, maxDuration: .seconds(3), maxIterations: 1_000)
    let scanner = ImageScanner()

    Benchmark("glance at a page with nothing of interest") { benchmark in
        for _ in benchmark.scaledIterations {
            blackHole(try scanner.scan(SamplePage.manual) { _, _ in .none })
        }
    }

    Benchmark("cut a page into tokens") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(try scanner.scan(SamplePage.framedManual)) }
    }

    Benchmark("scan a page whose images lack alt") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(try scanner.scan(SamplePage.manualWithoutAlt)) }
    }

    Benchmark("splice an alt into every image") { benchmark in
        let page = SamplePage.manualWithoutAlt
        let images = try scanner.scan(page).images
        let edits = images.map { PageEdit(byteOffset: $0.insertionOffset, insertion: Array(#" alt="Beds""#.utf8)) }
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations { blackHole(try page.applying(edits)) }
    }
}
