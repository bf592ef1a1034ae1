// swift-tools-version: 6.3
// SPDX-License-Identifier: Apache-2.0

// A package of its own, so that nobody who uses alttext fetches what only its benchmarks need.

import PackageDescription

let swiftSettings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
]

let package = Package(
    name: "alttext-benchmarks",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "stand-in", targets: ["StandIn"])
    ],
    dependencies: [
        .package(name: "alttext", path: ".."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // Without its traits, which interpose malloc to count allocations: the counts read 0 with Swift 6.3.1 on Linux.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .executableTarget(
            name: "StandIn",
            dependencies: [
                .product(name: "AltTextTestSupport", package: "alttext"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swiftSettings
        ),
        .executableTarget(
            name: "PageBenchmarks",
            dependencies: [
                .product(name: "AltTextKit", package: "alttext"),
                .product(name: "Benchmark", package: "benchmark"),
                .product(name: "HTMLScan", package: "alttext"),
            ],
            path: "Benchmarks/PageBenchmarks",
            swiftSettings: swiftSettings,
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
        ),
    ],
    swiftLanguageModes: [.v6]
)
