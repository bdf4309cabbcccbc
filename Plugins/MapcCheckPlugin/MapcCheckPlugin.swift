import Foundation
import PackagePlugin

/// `swift package mapc-check`: proves the mappings of the package that it is run in.
@main
struct MapcCheckPlugin: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    let process = Process()
    process.executableURL = try context.tool(named: "mapc").url
    process.arguments = ["check"] + arguments
    process.currentDirectoryURL = context.package.directoryURL
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 {
      Diagnostics.error("the mappings have findings")
    }
  }
}
