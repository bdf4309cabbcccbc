import Foundation
import MapCompiler
import MapSource
import Testing

/// What is wrong in one file of the shipped project is told there, once, and in no other file.
@Suite("A broken file of the shipped project is one finding")
struct BrokenFileTests {
  /// A way to break a file; nil where there is nothing to break so.
  struct Breakage: Sendable, CustomStringConvertible {
    let description: String
    let apply: @Sendable (String) -> String?

    /// The first of a text becomes another one.
    init(_ old: String, to new: String) {
      description = "'\(old.trimmed)' becomes '\(new.trimmed)'"
      apply = { text in
        text.range(of: old).map { text.replacingCharacters(in: $0, with: new) }
      }
    }

    /// The line of a key goes, or stands twice.
    init(lineOf key: String, isTwice: Bool) {
      description = isTwice ? "'\(key)' stands twice" : "'\(key)' is taken out"
      apply = { text in
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let place = lines.firstIndex(where: { $0.hasPrefix(key + ":") }) else { return nil }
        if isTwice {
          lines.insert(lines[place], at: place)
        } else {
          lines.remove(at: place)
        }
        return lines.joined(separator: "\n")
      }
    }
  }

  private static let ofMappings = [
    Breakage("\ntables: ", to: "\ntables "),
    Breakage("tables: { bc: ", to: "tables: { bc: Qxzzy"),
    Breakage("\ndirection: ", to: "\ndirection "),
    Breakage("\ndirection: ", to: "\ndirection: x"),
    Breakage("\nfields:", to: "\nfields"),
    Breakage("\n  - { bc:", to: "\n  - { bc"),
    Breakage(lineOf: "tables", isTwice: true),
    Breakage(lineOf: "direction", isTwice: true),
  ]

  private static let ofTables = [
    Breakage("\nkey: [", to: "\nkey: [["),
    Breakage(lineOf: "key", isTwice: false),
    Breakage("- { name: ", to: "- { name "),
    Breakage("type: ", to: "type: q"),
    Breakage(lineOf: "key", isTwice: true),
  ]

  private static let files = shipped()

  /// Each file in one way, by turns; with `MAPC_BREAKAGES=all` in every way, which takes minutes.
  private static let cases: [(path: String, breakage: Breakage)] = {
    let isWhole = ProcessInfo.processInfo.environment["MAPC_BREAKAGES"] == "all"
    return files.filter { $0.path != "mappings/project.yaml" }.enumerated().flatMap { turn, file in
      let ways = file.path.hasPrefix("mappings/") ? ofMappings : ofTables
      let text = String(decoding: file.bytes, as: UTF8.self)
      let fitting = ways.filter { $0.apply(text) != nil }
      return (isWhole ? fitting : [fitting[turn % fitting.count]]).map { (file.path, $0) }
    }
  }()

  @Test("as the files come", arguments: cases.map(\.path).indices)
  func broken(place: Int) throws {
    let (path, breakage) = Self.cases[place]
    try expectOne(path, breakage)
  }

  /// What followed once from a part that was missing.
  private static let followed: [(String, Breakage)] = [
    // Whether an empty currency is the local one.
    ("mappings/CURRENCY.yaml", Breakage("\ndirection: ", to: "\ndirection ")),
    // Whether a price list has lines.
    ("mappings/PLLINE-PRODPRICE.yaml", Breakage("\ntables: ", to: "\ntables ")),
    ("mappings/SALESPRC-PRODPRICE.yaml", Breakage("\ntables: ", to: "\ntables ")),
    // Whether lines of items and of resources have one group.
    ("schemas/bc/Unit_Group.yaml", Breakage("\nkey: [", to: "\nkey: [[")),
    // Whether a field that stands in for an empty one is a part of the key.
    ("schemas/bc/Sales_Price.yaml", Breakage(lineOf: "key", isTwice: false)),
    // Whether a field is the id of a record.
    ("schemas/sales/salesorder.yaml", Breakage(lineOf: "key", isTwice: false)),
    // Whether every mapping says what a number of more places does.
    ("mappings/project.yaml", Breakage(lineOf: "defaults", isTwice: true)),
    ("mappings/project.yaml", Breakage("  ownership: [", to: "  ownership: [a]\n  ownership: [")),
  ]

  @Test("what follows from a missing part is no finding", arguments: followed.indices)
  func follows(place: Int) throws {
    let (path, breakage) = Self.followed[place]
    try expectOne(path, breakage)
  }

  private func expectOne(_ path: String, _ breakage: Breakage) throws {
    let file = try #require(Self.files.first { $0.path == path })
    let text = try #require(breakage.apply(String(decoding: file.bytes, as: UTF8.self)))
    let project = Self.files.map { $0.path == path ? SourceFile(path: path, text: text) : $0 }
    let compilation = Compiler.check(project)
    let report = FindingReport(compilation.findings, in: compilation.sources)
    let found = Found.all(in: report)
    #expect(found.count == 1, "\(path), where \(breakage): \(found)")
    #expect(found.allSatisfy { $0.path == path }, "\(path), where \(breakage): \(found)")
  }

  private static func shipped() -> [SourceFile] {
    let root = CaseFolder.root.deletingLastPathComponent().deletingLastPathComponent()
    return ["mappings", "schemas/bc", "schemas/sales"].flatMap { folder in
      let path = root.appending(path: folder).path
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      return names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { name in
        FileManager.default.contents(atPath: path + "/" + name)
          .map { SourceFile(path: folder + "/" + name, bytes: Array($0)) }
      }
    }
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
