import FoundationEssentials
import Testing

/// The three fact tables: what the product does whose mappings these are (R Q).
struct Facts: Sendable {
  let fieldMaps: [FactRow]
  let mappings: [FactRow]
  let tables: [FactRow]

  private init(_ folder: URL) throws {
    fieldMaps =
      try FactTable(
        folder.appending(path: "fieldmaps.tsv"), columns: ["mapping"] + FieldMapComparison.columns
      ).rows
    mappings =
      try FactTable(
        folder.appending(path: "mappings.tsv"),
        columns: ["mapping name", "variant"] + MappingComparison.columns
      ).rows
    tables =
      try FactTable(
        folder.appending(path: "tables.tsv"),
        columns: ["system", "table", "field"] + TableComparison.columns
      ).rows
  }

  /// The tables in `../shared`, or where SHARED says; nil where the test has to be skipped.
  static func shared() throws -> Facts? {
    let environment = ProcessInfo.processInfo.environment
    let shared =
      environment["SHARED"].map { URL(filePath: $0) }
      ?? ShippedFiles.root.deletingLastPathComponent().appending(path: "shared")
    let folder = shared.appending(path: "facts")
    if FileManager.default.fileExists(atPath: folder.path) { return try Facts(folder) }
    #expect(environment["CI"] != "true", "no \(folder.path)")
    print("skipped: no ../shared")
    return nil
  }
}
