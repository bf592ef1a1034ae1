// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

// `make fuzz` builds it with `--sanitize=fuzzer`, which brings the main function and instruments all that is linked in.

func fuzzTarget(_ name: String, _ dependencies: Target.Dependency...) -> Target {
    .executableTarget(name: name, dependencies: ["FuzzSupport"] + dependencies, swiftSettings: swiftSettings)
}

let htmlScan = Target.Dependency.product(name: "HTMLScan", package: "alttext")
let altTextKit = Target.Dependency.product(name: "AltTextKit", package: "alttext")
let altTextConfig = Target.Dependency.product(name: "AltTextConfig", package: "alttext")
let modelsLab = Target.Dependency.product(name: "ModelsLab", package: "alttext")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

let swiftSettings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
]

let package = Package(
    name: "Fuzz",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "alttext", path: ".."),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        .target(name: "FuzzSupport", swiftSettings: swiftSettings),
        fuzzTarget("FuzzScan", htmlScan),
        fuzzTarget("FuzzSplice", htmlScan, altTextKit, systemPackage),
        fuzzTarget("FuzzURL", altTextKit),
        fuzzTarget("FuzzSourceSet", altTextKit),
        fuzzTarget("FuzzImage", altTextKit),
        fuzzTarget("FuzzXMP", altTextKit),
        fuzzTarget("FuzzCatalog", altTextKit),
        fuzzTarget("FuzzAnswer", modelsLab),
        fuzzTarget("FuzzConfiguration", altTextConfig),
    ],
    swiftLanguageModes: [.v6]
)
