import ArgumentParser
import Foundation
import MapImport
import MapSource

/// Where the tables of a system are written.
struct ImportTarget: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The project's folder: tables are written into its schemas/bc or schemas/sales.",
      valueName: "dir"),
    completion: .directory)
  var output: String

  @Option(
    help: ArgumentHelp(
      "Only these tables, by their names or entity sets, with commas between them.",
      valueName: "a,b"))
  var tables: String?

  /// Reads a system, and writes its tables into their files: all of them, or none where one cannot be
  /// read.
  func write(_ read: () throws(ImportProblem) -> SystemDescription) throws {
    let folder = try ImportFiles.folder(output)
    let system = FindingOutput.orEnd(read)
    let plan: ImportPlan
    do {
      plan = ImportPlan(
        system, tables: try system.tables(named: names),
        into: try ImportFiles.tables(in: folder, side: system.side.name))
    } catch let unknown as SystemDescription.UnknownTable {
      let meant = unknown.nearest.map { "; did you mean '\($0)'?" } ?? ""
      throw ImportFailure(sentence: "\(system.title) has no table '\(unknown.name)'\(meant)")
    }
    guard plan.findings.isEmpty else {
      FindingOutput.end(plan.findings, in: plan.sources)
    }
    for change in plan.changes where change.isDue {
      try ImportFiles.write(change.bytes, to: folder.appending(path: change.path))
    }
    Output.text(ImportReport(plan).text)
  }

  private var names: [String] {
    tables.map(NameList.names) ?? []
  }
}
