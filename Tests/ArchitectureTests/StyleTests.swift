import Testing

@Suite("The style of the source")
struct StyleTests {
  /// Files that are to be split. It only ever gets shorter.
  static let tooLong: Set<String> = []

  @Test("no file is longer than 300 lines, but a generated one, which is as long as its mapping")
  func lengths() throws {
    let long = try Repository.swiftFiles(in: "Sources", "Tests", "Plugins")
      .filter { $0.lines > 300 && !$0.path.hasPrefix("Tests/GoldenTests/Generated/") }
    #expect(Set(long.map(\.path)) == Self.tooLong)
  }

  @Test("nothing is forced")
  func forced() throws {
    for file in try Repository.swiftFiles(in: "Sources", "Tests", "Plugins") {
      let found = Self.forced(in: file.code)
      #expect(found.isEmpty, "\(file.path): \(found)")
    }
  }

  @Test(
    "what is forced is found",
    arguments: [
      "let a = try! b()", "let a = b as! C", "let a = b!", "a[0]!.c()", "f()!", "var a: Int!",
      "let a = \"text\"!",
    ])
  func findsForced(code: String) {
    #expect(!Self.forced(in: SwiftParts(code).code).isEmpty)
  }

  @Test(
    "what only looks so is not",
    arguments: [
      "if a != b", "!a", "// try! this!", "let a = \"wow!\"", "f(!a)", "let a = #\"x\"y!\"#",
      "let a = \"\"\"\n  b!\n  \"\"\"",
    ])
  func passesOthers(code: String) {
    #expect(Self.forced(in: SwiftParts(code).code).isEmpty)
  }

  @Test("names say what a thing is, not that it helps")
  func names() throws {
    for file in try Repository.swiftFiles(in: "Sources", "Tests", "Plugins") {
      let types = file.code.matches(of: #/\b(?:struct|class|enum|protocol|actor)\s+(\w+)/#)
        .map { String($0.1) }
      for name in types + [String(file.name.dropLast(".swift".count))] {
        let ending = ["Utils", "Util", "Utilities", "Helper", "Helpers", "Manager"]
          .first(where: name.hasSuffix)
        #expect(ending == nil, "\(file.path): \(name)")
      }
    }
  }

  @Test("no value hides its type behind Any")
  func anything() throws {
    for file in try Repository.swiftFiles(in: "Sources") {
      #expect(!file.code.contains(#/\bAny\b/#), "\(file.path)")
    }
  }

  private static func forced(in code: String) -> [Substring] {
    code.matches(of: #/\btry!|\bas!|[\w\)\]\}"]!(?!=)/#).map(\.output)
  }
}
