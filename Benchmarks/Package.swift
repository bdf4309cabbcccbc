// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "mapc", path: "..")],
  targets: [
    // Writes projects of any size, the same bytes each time.
    .executableTarget(name: "Corpus", swiftSettings: strict)
  ]
)
