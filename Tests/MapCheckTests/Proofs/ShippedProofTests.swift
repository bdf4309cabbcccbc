import FoundationEssentials
import MapCompiler
import MapSource
import Testing

@testable import MapCheck

@Suite("the proofs on the shipped files")
struct ShippedProofTests {
  private static let mine: Set<String> = [
    "filter-never-true", "filter-excludes-constant", "overlapping-writers", "created-twice",
    "filtered-reference", "oscillation", "match-not-unique", "match-not-comparable",
    "prerequisite-redundant", "prerequisite-inactive", "prerequisite-direction",
  ]

  private static func files() throws -> [SourceFile] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try ["mappings", "schemas/bc", "schemas/sales"].flatMap { folder in
      let path = root.appending(path: folder).path
      return try FileManager.default.contentsOfDirectory(atPath: path)
        .filter { $0.hasSuffix(".yaml") }
        .map { name in
          let bytes = try Data(contentsOf: URL(filePath: "\(path)/\(name)"))
          return SourceFile(
            path: "\(folder)/\(name)", text: String(decoding: bytes, as: UTF8.self))
        }
    }
  }

  private func found(_ files: [SourceFile]) -> [String] {
    Compiler.check(files).findings.filter { Self.mine.contains($0.name) }
      .map { "\($0.name): \($0.message)" }
  }

  @Test("nothing is found in them")
  func clean() throws {
    #expect(found(try Self.files()) == [])
  }

  private func changed(_ path: String, _ old: String, _ new: String) throws -> [SourceFile] {
    var files = try Self.files()
    let place = try #require(files.firstIndex { $0.path == path })
    let text = String(decoding: files[place].bytes, as: UTF8.self)
    try #require(text.contains(old))
    files[place] = SourceFile(path: path, text: text.replacing(old, with: new))
    return files
  }

  @Test("a vendor's filter without the type lets customers' accounts through")
  func vendors() throws {
    let files = try changed(
      "mappings/VENDOR.yaml", "customertypecode: Vendor }     #", "name: not empty }     #")
    #expect(
      found(files) == [
        "overlapping-writers: 'VENDOR' and 'CUSTOMER' could both write one 'account'"
      ])
  }

  @Test("quotes and orders without their filters would share sales headers")
  func documents() throws {
    let files = try changed("mappings/QUOTE.yaml", "filter: { bc: { Document Type: Quote } }", "")
    #expect(
      Set(found(files)) == [
        "overlapping-writers: 'QUOTE' and 'ORDER' could both write one 'Sales Header'",
        "overlapping-writers: 'SALESORDER-ORDER' and 'QUOTE' could both write one 'Sales Header'",
      ])
  }
}
