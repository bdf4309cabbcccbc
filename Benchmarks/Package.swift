// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "mapc", path: ".."),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // Writes projects of any size, the same bytes each time.
    .executableTarget(name: "Corpus", swiftSettings: strict),
    // How far the embedded store is from SQLite alone.
    .executableTarget(
      name: "StoreLoad",
      dependencies: [
        .product(name: "MapStoreSQLite", package: "mapc"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ], swiftSettings: strict),
  ]
)
