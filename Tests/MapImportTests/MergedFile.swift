import MapSource
import Testing

@testable import MapImport

/// A table file with what a system says merged into it.
enum MergedFile {
  /// Expects besides that a second import changes nothing.
  static func text(
    _ text: String, _ system: SystemDescription, path: String = "schemas/sales/account.yaml"
  ) throws -> String {
    let plan = ImportPlan(
      system, tables: system.tables, into: [SourceFile(path: path, text: text)])
    #expect(plan.findings.isEmpty, "\(plan.findings.map(\.message))")
    let change = try #require(plan.changes.first { $0.path == path })
    #expect(!change.isNew)
    let again = ImportPlan(
      system, tables: system.tables, into: [SourceFile(path: path, bytes: change.bytes)])
    #expect(again.changes.allSatisfy { !$0.isDue }, "a second import changes nothing")
    return String(decoding: change.bytes, as: UTF8.self)
  }
}

extension SystemDescription {
  /// Dataverse with one table.
  static func account(_ fields: SystemField...) -> SystemDescription {
    var table = SystemTable(name: "account", key: ["accountid"], fields: fields)
    table.set = "accounts"
    return SystemDescription(origin: .dataverse, tables: [table])
  }
}

extension SystemField {
  static func option(_ name: String, _ options: [(String, Int32)]) -> SystemField {
    SystemField(
      name: name, kind: .option(options.map { SystemField.Option(name: $0.0, value: $0.1) }))
  }
}
