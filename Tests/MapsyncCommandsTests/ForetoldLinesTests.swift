import Foundation
import Testing

@Suite("A preview of headers says what becomes of their lines, which go with them (R C-47)")
struct ForetoldLinesTests {
  private struct Told: Decodable {
    struct Record: Decodable {
      let record: String
      let fate: String
      let message: String?
    }

    struct Lines: Decodable {
      let mapping: String
      let records: [Record]
    }

    let records: [Record]
    let lines: [Lines]
  }

  /// An item with one more unit than Sales has.
  private func folder(_ setup: String = "") throws -> DemoFolder {
    let folder = try DemoFolder.inStep(customers: 1)
    try folder.edit { $0 + setup }
    try folder.does("record", "create", "Unit of Measure", "Code=CRATE", "Description=Crate")
    try folder.does(
      "record", "create", "Item Unit of Measure", "Item No.=1896", "Code=CRATE",
      "Qty. per Unit of Measure=24")
    return folder
  }

  private func units(_ folder: DemoFolder) throws -> Int {
    try folder.answer(ShownRecords.self, "record", "list", "uom", "name=CRATE").records.count
  }

  @Test("a named header's new line is foretold as made, and is made")
  func named() throws {
    let folder = try folder()
    let create = ["create", "UNIT GROUP", "Item,1896"]
    let preview = try MapsyncProcess(create + ["--preview"], in: folder.root)
    #expect(preview.status == 0, "\(preview.output)\(preview.error)")
    let lines = try #require(
      preview.output.components(separatedBy: "lines, by ITEM UOM:\n").dropFirst().first)
    #expect(lines.contains("1896,CRATE to-sales: create"), "\(preview.output)")
    #expect(try units(folder) == 0)
    let run = try MapsyncProcess(create, in: folder.root)
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(try units(folder) == 1)
  }

  @Test("lines that no schedule of their own runs are in the preview of their header's mapping")
  func whole() throws {
    let folder = try folder("mappings:\n  ITEM UOM: { schedule: none, scope: all }\n")
    let told = try folder.answer(Told.self, "sync", "UNIT GROUP", "--preview")
    let lines = try #require(told.lines.first { $0.mapping == "ITEM UOM" })
    #expect(lines.records.contains { $0.record.contains("CRATE") && $0.fate == "create" })
    try folder.does("sync", "UNIT GROUP")
    #expect(try units(folder) == 1)
  }

  @Test("a line whose header is not there yet comes once that is made")
  func newHeader() throws {
    let folder = try DemoFolder(customers: 1)
    let told = try folder.answer(
      Told.self, "create", "UNIT GROUP", "Item,1896", "--preview")
    #expect(told.records.map(\.fate) == ["create"])
    let line = try #require(told.lines.first?.records.first)
    #expect(line.fate == "create")
    let message = try #require(line.message)
    #expect(message.hasPrefix("once 'Item,1896' of UNIT GROUP is made"), "\(message)")
    try folder.does("create", "UNIT GROUP", "Item,1896")
    #expect(try folder.couplings(of: "ITEM UOM") == 1)
  }
}
