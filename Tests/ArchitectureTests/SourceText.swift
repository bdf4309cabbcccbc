/// One Swift file.
struct SourceText: Sendable {
  /// Relative to the root.
  let path: String
  let text: String
  let parts: SwiftParts

  init(path: String, text: String) {
    self.path = path
    self.text = text
    parts = SwiftParts(text)
  }

  /// The second part of `Sources/MODULE/…`.
  var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  var lines: Int { text.count { $0 == "\n" } }

  /// The modules that it imports; of `import struct A.B`, `A`.
  var imports: [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(whereSeparator: { $0 == " " || $0 == "." })
      guard let place = words.firstIndex(of: "import"),
        words[..<place].allSatisfy({ $0.hasPrefix("@") || Self.modifiers.contains(String($0)) })
      else { return nil }
      let rest = words[(place + 1)...].drop { Self.kinds.contains(String($0)) }
      return rest.first.map(String.init)
    }
  }

  private static let modifiers: Set = ["public", "package", "internal", "private", "fileprivate"]
  private static let kinds: Set = [
    "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
  ]

  /// What the compiler acts on: without comments and without the insides of texts.
  var code: String { parts.code }
}
