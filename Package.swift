// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

let swiftSettings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
]

let package = Package(
    name: "alttext",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "alttext", targets: ["alttext"]),
        .library(name: "AltTextKit", targets: ["AltTextKit"]),
        .library(name: "HTMLScan", targets: ["HTMLScan"]),
        .library(name: "ModelsLab", targets: ["ModelsLab"]),
        .library(name: "AltTextReports", targets: ["AltTextReports"]),
        // For Benchmarks and Fuzz, packages of their own: captions are measured against the stand-in that the tests use.
        .library(name: "AltTextConfig", targets: ["AltTextConfig"]),
        .library(name: "AltTextTestSupport", targets: ["AltTextTestSupport"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: [
        .systemLibrary(
            name: "CLibXML2",
            pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]
        ),
        .target(name: "CHTMLScan", dependencies: ["CLibXML2"]),
        .target(name: "CXMLScan", dependencies: ["CLibXML2"]),
        .target(name: "CInflate", linkerSettings: [.linkedLibrary("z")]),
        .target(
            name: "HTMLScan",
            dependencies: ["CHTMLScan"],
            swiftSettings: swiftSettings,
            linkerSettings: [.linkedLibrary("iconv", .when(platforms: [.macOS]))]
        ),
        .target(
            name: "AltTextKit",
            dependencies: [
                "HTMLScan",
                "CXMLScan",
                "CInflate",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "OrderedCollections", package: "swift-collections"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            resources: [.embedInCode("Hygiene/Words")],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "ModelsLab",
            dependencies: [
                "AltTextKit",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "AltTextReports",
            dependencies: [
                "AltTextKit",
                "HTMLScan",
                .product(name: "OrderedCollections", package: "swift-collections"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            resources: [.embedInCode("Page")],
            swiftSettings: swiftSettings
        ),
        // The only target that imports Yams, which brings all of Foundation with it.
        .target(
            name: "AltTextConfig",
            dependencies: [.product(name: "Yams", package: "Yams")],
            swiftSettings: swiftSettings
        ),
        .executableTarget(
            name: "alttext",
            dependencies: [
                "AltTextConfig",
                "AltTextKit",
                "AltTextReports",
                "ModelsLab",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "OrderedCollections", package: "swift-collections"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            resources: [.embedInCode("Templates")],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "AltTextTestSupport",
            dependencies: [
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "PageTestSupport",
            dependencies: ["HTMLScan"],
            path: "Tests/PageTestSupport",
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "HTMLScanTests",
            dependencies: ["HTMLScan", "PageTestSupport"],
            exclude: ["Fixtures"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "AltTextKitTests",
            dependencies: [
                "AltTextKit",
                "HTMLScan",
                "PageTestSupport",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            exclude: ["Fixtures"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "ModelsLabTests",
            dependencies: [
                "AltTextKit",
                "AltTextTestSupport",
                "ModelsLab",
                "PageTestSupport",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            exclude: ["Fixtures"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "AltTextReportsTests",
            dependencies: [
                "AltTextKit",
                "AltTextReports",
                "HTMLScan",
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            exclude: ["Fixtures", "Snapshots"],
            swiftSettings: swiftSettings
        ),
        .testTarget(name: "AltTextConfigTests", dependencies: ["AltTextConfig"], swiftSettings: swiftSettings),
        .testTarget(
            name: "CommandLineTests",
            dependencies: [
                "alttext",
                "AltTextConfig",
                "AltTextKit",
                "AltTextTestSupport",
                "PageTestSupport",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            exclude: ["Fixtures"],
            swiftSettings: swiftSettings
        ),
    ],
    swiftLanguageModes: [.v6]
)
