import Foundation
import PackagePlugin

/// Generates the mapping code of a target during the build, from `mappings/` and `schemas/` in the
/// target's folder, or from what links of these names there lead to.
///
/// The files' names follow from those of the YAML files, because the build system must know them
/// before the compiler runs.
@main
struct MapcPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let mappings = target.directoryURL.appending(path: "mappings").resolvingSymlinksInPath()
    let root = mappings.deletingLastPathComponent()
    let output = context.pluginWorkDirectoryURL.appending(path: "Generated")
    let tables: [(folder: String, prefix: String)] = [
      ("mappings", "Mapping_"), ("schemas/bc", "BC_"), ("schemas/sales", "Sales_"),
    ]
    var inputs: [URL] = []
    var outputs = [output.appending(path: "Program.swift")]
    for (folder, prefix) in tables {
      for file in try yamlFiles(in: root.appending(path: folder)) {
        inputs.append(file)
        let base = file.deletingPathExtension().lastPathComponent
        if folder == "mappings", base == "project" { continue }
        outputs.append(output.appending(path: prefix + base + ".swift"))
      }
    }
    return [
      .buildCommand(
        displayName: "Compiling the mappings of \(target.name)",
        executable: try context.tool(named: "mapc").url,
        arguments: [
          "generate", "--root", root.path(), "--output", output.path(), "--absolute-paths",
        ],
        inputFiles: inputs, outputFiles: outputs)
    ]
  }

  private func yamlFiles(in folder: URL) throws -> [URL] {
    guard FileManager.default.fileExists(atPath: folder.path()) else { return [] }
    return try FileManager.default
      .contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles
      )
      .filter { $0.pathExtension == "yaml" }
      .sorted { $0.path() < $1.path() }
  }
}
