import Foundation
import PackagePlugin

/// `swift package mapc-check`: proves the mappings of every target of the package that has some, as
/// `MapcPlugin` compiles them; `--target NAME` those of one.
@main
struct MapcCheckPlugin: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    var extractor = ArgumentExtractor(arguments)
    let named = extractor.extractOption(named: "target")
    let rest = extractor.remainingArguments
    let projects = try projects(in: context.package, named: named)
    guard !projects.isEmpty else {
      Diagnostics.error("no target of this package has a folder mappings/")
      return
    }
    let mapc = try context.tool(named: "mapc").url
    for project in projects {
      if projects.count > 1 { print("\(project.targets.joined(separator: ", ")):") }
      let process = Process()
      process.executableURL = mapc
      process.arguments = ["check", "--root", project.root.path()] + rest
      process.currentDirectoryURL = context.package.directoryURL
      try process.run()
      process.waitUntilExit()
      if process.terminationStatus != 0 {
        Diagnostics.error(
          "the mappings of \(project.targets.joined(separator: ", ")) have findings")
      }
    }
  }

  /// A folder with mappings, and the targets that are compiled from it.
  private struct Project {
    let root: URL
    var targets: [String]
  }

  private func projects(in package: Package, named: [String]) throws -> [Project] {
    var projects: [Project] = []
    let targets = named.isEmpty ? package.targets : try package.targets(named: named)
    for target in targets {
      // Where the target has a link, its project is where that leads to.
      let mappings = target.directoryURL.appending(path: "mappings").resolvingSymlinksInPath()
      let file = mappings.appending(path: "project.yaml").path()
      guard FileManager.default.fileExists(atPath: file) else { continue }
      let root = mappings.deletingLastPathComponent()
      if let known = projects.firstIndex(where: { $0.root == root }) {
        projects[known].targets.append(target.name)
      } else {
        projects.append(Project(root: root, targets: [target.name]))
      }
    }
    return projects
  }
}
