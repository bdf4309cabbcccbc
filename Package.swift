// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A library target of the compiler or the runtime, with the settings that all of them share.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one target, in the folder of the same name.
func tests(
  of name: String, _ more: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.target(name: name)] + more,
    exclude: exclude, swiftSettings: strict)
}

/// SQLite, with and without GRDB around it.
let sqlite: [Target.Dependency] = [
  .product(name: "GRDB", package: "GRDB.swift"),
  .product(name: "GRDBSQLite", package: "GRDB.swift"),
]

let package = Package(
  name: "mapc",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "mapc", targets: ["mapc"]),
    .executable(name: "mapc-import", targets: ["MapcImport"]),
    .executable(name: "mapsync", targets: ["mapsync"]),
    .library(name: "MapsyncCommands", targets: ["MapsyncCommands"]),
    .library(name: "MapRuntime", targets: ["MapRuntime"]),
    .library(name: "MapStoreSQLite", targets: ["MapStoreSQLite", "EmbeddedSystems", "MapSync"]),
    .library(name: "DefaultMappings", targets: ["DefaultMappings"]),
    .plugin(name: "MapcPlugin", targets: ["MapcPlugin"]),
    .plugin(name: "MapcCheckPlugin", targets: ["MapcCheckPlugin"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
  ],
  targets: [
    // The shared floor: text, positions, findings; libyaml's events as a located tree.
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    library("MapSource"),
    library("MapSyntax", ["MapSource", "CLibYAML"]),

    // Values, conversions and transforms, which generated code and the evaluator share.
    library("MapRuntime"),

    // Closed sets of keys: reading by them, and the JSON Schemas and shapes that all files share.
    library("MapKeys", ["MapRuntime", "MapSyntax", "MapSource"]),

    // The compiler: each stage takes what the one before it made.
    library("MapLanguage", ["MapKeys", "MapRuntime", "MapSyntax", "MapSource"]),
    library("MapCheck", ["MapLanguage", "MapRuntime", "MapSyntax", "MapSource"]),
    library("MapPlan", ["MapCheck", "MapLanguage", "MapRuntime", "MapSource"]),
    library("MapEmit", ["MapPlan", "MapCheck", "MapLanguage", "MapRuntime", "MapSource"]),
    library(
      "MapCompiler",
      ["MapEmit", "MapPlan", "MapCheck", "MapLanguage", "MapRuntime", "MapSyntax", "MapSource"]),
    .executableTarget(
      name: "mapc",
      dependencies: [
        "MapCompiler", "MapCheck", "MapLanguage",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // What a system really has, as table files: a program beside mapc, which links no XML.
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    library(
      "MapImport",
      ["CZlib", "MapCompiler", "MapCheck", "MapLanguage", "MapRuntime", "MapSyntax", "MapSource"]),
    .executableTarget(
      name: "MapcImport",
      dependencies: [
        "MapImport", "MapCompiler", "MapSource",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // The compiler in the build: generates before a target compiles; and by hand.
    .plugin(name: "MapcPlugin", capability: .buildTool(), dependencies: ["mapc"]),
    .plugin(
      name: "MapcCheckPlugin",
      capability: .command(
        intent: .custom(verb: "mapc-check", description: "Proves the mappings of a package.")),
      dependencies: ["mapc"]),

    // The shipped mappings as Swift. The links make SwiftPM notice added and deleted files.
    .target(
      name: "DefaultMappings", dependencies: ["MapRuntime"], exclude: ["mappings", "schemas"],
      swiftSettings: strict, plugins: ["MapcPlugin"]),

    // The runtime: the engine over the generated mappings, and the stores that it reaches.
    library("MapSync", ["MapRuntime"]),
    library("MapDocuments", ["MapSync", "MapRuntime"]),
    library("EmbeddedSystems", ["MapRuntime"] + sqlite),
    library("MapStoreSQLite", ["EmbeddedSystems", "MapSync", "MapRuntime"] + sqlite),
    library("MapSetup", ["MapSync", "MapKeys", "MapRuntime", "MapSyntax", "MapSource"]),
    library(
      "MapScenario", ["MapSetup", "MapSync", "MapKeys", "MapRuntime", "MapSyntax", "MapSource"]),

    // The runtime's commands and service as a library; a program on it is five lines.
    .systemLibrary(name: "CMalloc"),
    library(
      "MapsyncCommands",
      [
        "CMalloc", "MapDocuments", "MapScenario", "MapSetup", "MapStoreSQLite", "EmbeddedSystems",
        "MapSync",
        "MapRuntime", "MapSyntax", "MapSource",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
      ]),
    .executableTarget(
      name: "mapsync", dependencies: ["MapsyncCommands", "DefaultMappings"],
      swiftSettings: strict),

    // What every store promises, written once.
    .target(
      name: "StoreConformance", dependencies: ["MapSync", "MapRuntime"],
      path: "Tests/StoreConformance", swiftSettings: strict),
    tests(
      of: "EmbeddedSystems", ["DefaultMappings", "MapRuntime"],
      exclude: [
        "Amounts/amounts.tsv", "Amounts/oracle.py", "Amounts/orders.tsv",
        "Amounts/sales-amounts.tsv", "Amounts/taken.py", "Amounts/taken.tsv",
      ]),
    tests(
      of: "MapStoreSQLite",
      ["StoreConformance", "EmbeddedSystems", "DefaultMappings", "MapSync", "MapRuntime"],
      exclude: ["State/version1.sql"]),
    tests(
      of: "MapDocuments",
      ["MapStoreSQLite", "EmbeddedSystems", "DefaultMappings", "MapSync", "MapRuntime"]),
    // Every order of the steps of several processes and people over small worlds.
    .testTarget(
      name: "InterleavingTests",
      dependencies: [
        "DefaultMappings", "EmbeddedSystems", "MapStoreSQLite", "MapSync", "MapRuntime",
      ] + sqlite,
      swiftSettings: strict),

    tests(of: "MapSource"),
    tests(of: "MapSyntax"),
    tests(
      of: "MapRuntime",
      exclude: [
        "Oracle/oracle.py", "Oracle/dates.tsv", "Oracle/decimals.tsv", "Oracle/moments.tsv",
        "Oracle/number-formats.tsv", "Oracle/texts.tsv", "Oracle/transforms.tsv",
      ]),
    tests(of: "MapLanguage"),
    tests(of: "MapSetup", ["DefaultMappings"]),
    tests(of: "MapScenario", ["MapSetup", "DefaultMappings"]),
    tests(of: "MapCheck", ["MapCompiler"]),
    tests(of: "MapPlan", ["MapCompiler"]),
    tests(of: "MapEmit", ["MapCompiler"]),
    tests(
      of: "MapImport",
      [
        "MapcImport", "mapc", "CZlib", "MapCompiler", "MapCheck", "MapLanguage", "MapRuntime",
        "MapSyntax", "MapSource",
      ],
      exclude: ["Metadata/business-central.xml", "Metadata/dataverse.xml"]),
    // Runs generated mappings as the evaluator runs them, and compares the two.
    .target(
      name: "GeneratedRuns", dependencies: ["MapPlan", "MapCheck", "MapLanguage", "MapRuntime"],
      path: "Tests/GeneratedRuns", swiftSettings: strict),
    // Generated Swift that is committed: compiled, called, and compared with the evaluator.
    .testTarget(
      name: "GoldenTests", dependencies: ["GeneratedRuns", "MapCompiler"], exclude: ["Project"],
      swiftSettings: strict),
    // More fields than a set of columns holds in itself; the build generates the Swift.
    .target(
      name: "WideMappings", dependencies: ["MapRuntime"], path: "Tests/WideMappings",
      exclude: ["mappings", "schemas"], swiftSettings: strict, plugins: ["MapcPlugin"]),
    .testTarget(
      name: "WideTests",
      dependencies: [
        "WideMappings", "GeneratedRuns", "MapStoreSQLite", "EmbeddedSystems", "MapSync",
        "MapCompiler", "MapPlan", "MapCheck", "MapRuntime", "MapSource",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DefaultMappingsTests",
      dependencies: ["DefaultMappings", "GeneratedRuns", "MapCompiler"],
      swiftSettings: strict),

    .testTarget(
      name: "MapsyncCommandsTests",
      dependencies: [
        "mapsync", "MapsyncCommands", "DefaultMappings", "MapScenario", "MapSource", "MapSync",
        "MapRuntime",
      ] + sqlite,
      swiftSettings: strict),

    // The house as a whole: its arrows and style, and the compiler on small projects.
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    .testTarget(
      name: "UITests", dependencies: ["MapCompiler", "MapCheck", "MapSource"],
      exclude: ["Base", "Cases"], swiftSettings: strict),
    .testTarget(
      name: "mapcTests", dependencies: ["mapc", "MapCompiler", "MapCheck", "MapLanguage"],
      swiftSettings: strict),

    // The shipped mappings against the facts about the product.
    .testTarget(
      name: "FactsTests",
      dependencies: [
        "MapCompiler", "MapCheck", "MapLanguage", "MapRuntime", "MapSource", "MapSyntax",
      ],
      exclude: ["differences.tsv"], swiftSettings: strict),
  ]
)
