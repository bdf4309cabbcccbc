// swift-tools-version: 6.2
import PackageDescription

// A customer's package: mappings of its own, compiled by the plugin, on the runtime library.
let package = Package(
  name: "client",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "mapc", path: "MAPC")],
  targets: [
    .target(
      name: "ClientMappings",
      dependencies: [.product(name: "MapRuntime", package: "mapc")],
      exclude: ["mappings", "schemas"],
      plugins: [.plugin(name: "MapcPlugin", package: "mapc")]),
    // The whole runtime over these mappings.
    .executableTarget(
      name: "client-mapsync",
      dependencies: ["ClientMappings", .product(name: "MapsyncCommands", package: "mapc")]),
    .testTarget(name: "ClientMappingsTests", dependencies: ["ClientMappings"]),
  ]
)
