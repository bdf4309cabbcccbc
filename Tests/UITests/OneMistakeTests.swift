import Foundation
import MapCompiler
import MapSource
import Testing

/// What an author got wrong in one place is told once: what follows from it is no finding.
@Suite("One mistake is one finding")
struct OneMistakeTests {
  /// A project with every part of the language.
  private static let files = project("GoldenTests/Project")
  private static let mappings = files.map(\.path).filter { $0.hasPrefix("mappings/") }
  private static let tables = files.map(\.path).filter { $0.hasPrefix("schemas/") }

  @Test("a misspelt word", arguments: mappings)
  func misspelt(path: String) throws {
    try expectOneKind(path) { line in
      line.matches(of: /[A-Za-z][A-Za-z0-9_.\/&-]*/).map { word in
        line.replacingCharacters(in: word.range, with: line[word.range] + "x")
      }
    }
  }

  @Test("a sign that was forgotten", arguments: mappings)
  func forgotten(path: String) throws {
    try expectOneKind(path) { line in
      line.matches(of: /[\[\]{}:,]/).map { line.replacingCharacters(in: $0.range, with: "") }
    }
  }

  @Test("a field that stands twice, as it is and as another", arguments: tables)
  func twice(path: String) throws {
    let lines = try lines(of: path)
    for (place, line) in lines.enumerated() where line.hasPrefix("  - { name: ") {
      let isPlain = !["values", "refers-to", "default", "computed", "join"].contains {
        line.contains($0)
      }
      let other = line.replacing(#/type: \w+(\(\d+\))?/#, with: "type: date")
      for again in isPlain ? [line, other] : [line] {
        var changed = lines
        changed.insert(again, at: place)
        let found = findings(with: changed, at: path)
        #expect(found.count == 1, "\(path):\(place + 1): \(again)\n\(found.map(\.message))")
      }
    }
  }

  @Test("a word of a table's file that is misspelt is one kind of finding", arguments: tables)
  func misspeltTable(path: String) throws {
    for (place, line) in try lines(of: path).enumerated() where line.hasPrefix("  - { name: ") {
      guard let type = line.firstMatch(of: #/type: (\w+)/#) else { continue }
      var changed = try lines(of: path)
      changed[place] = line.replacingCharacters(
        in: type.range, with: String(line[type.range]) + "x")
      let names = Set(findings(with: changed, at: path).map(\.name))
      #expect(names.count == 1, "\(path):\(place + 1): \(changed[place])\n\(names)")
    }
  }

  private func lines(of path: String) throws -> [String] {
    let file = try #require(Self.files.first { $0.path == path })
    return String(decoding: file.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func findings(with lines: [String], at path: String) -> [Finding] {
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let project = Self.files.map { $0.path == path ? SourceFile(path: path, bytes: bytes) : $0 }
    return Compiler.check(project).findings
  }

  /// Spoils a file in every way, one at a time.
  private func expectOneKind(_ path: String, _ spoil: (String) -> [String]) throws {
    let file = try #require(Self.files.first { $0.path == path })
    let lines = String(decoding: file.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (place, line) in lines.enumerated() where !line.contains("#") && !line.contains("because") {
      for spoilt in spoil(line) {
        var changed = lines
        changed[place] = spoilt
        let bytes = Array(changed.joined(separator: "\n").utf8)
        let project = Self.files.map { $0.path == path ? SourceFile(path: path, bytes: bytes) : $0 }
        let found = Compiler.check(project).findings
        let names = Set(found.map(\.name))
        #expect(names.count < 2, "\(path):\(place + 1): \(spoilt)\n\(found.map(\.message))")
      }
    }
  }

  private static func project(_ folder: String) -> [SourceFile] {
    let root = CaseFolder.root.deletingLastPathComponent().appending(path: folder)
    let names =
      FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { name in
      let data = FileManager.default.contents(atPath: root.appending(path: name).path)
      return data.map { SourceFile(path: name, bytes: Array($0)) }
    }
  }
}
