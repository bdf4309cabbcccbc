/// The fields of the plain mappings as Protocol Buffers: a file for each mapping, with a message
/// for each side, which imports the mappings that it refers to.
struct ProtocolFiles {
  let names: CorpusNames
  let size: CorpusSize

  var files: [CorpusFile] {
    (0..<size.pairs).flatMap { pair in
      size.mappings(of: pair).map { file(pair, $0) }
    }
  }

  private func file(_ pair: Int, _ number: Int) -> CorpusFile {
    let name = names.mapping(pair, number)
    var referred: [String] = []
    if let pairs = size.references(of: pair) {
      referred = pairs.enumerated().map { place, other in
        names.mapping(other, size.referred(from: number, in: other, by: place))
      }
    }
    var text = "syntax = \"proto3\";\n\npackage corpus;\n\n"
    for other in Set(referred).sorted() { text += "import \"\(other).proto\";\n" }
    for side in ["BC", "Sales"] {
      text += "\n// Records of \(name) in \(side).\nmessage \(side)_\(Self.identifier(name)) {\n"
      var place = 0
      func add(_ type: String, _ field: String) {
        place += 1
        text += "  \(type) \(Self.identifier(field)) = \(place);\n"
      }
      for field in CorpusField.shared { add(field.message, side == "BC" ? field.bc : field.sales) }
      for (number, field) in PairTables.references.enumerated() {
        let type = referred.isEmpty ? "string" : "\(side)_\(Self.identifier(referred[number]))"
        add(type, side == "BC" ? field.bc : field.sales)
      }
      add("int32", "kind")
      text += "}\n"
    }
    return CorpusFile(path: "\(name).proto", text: text)
  }

  private static func identifier(_ name: String) -> String {
    String(
      name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }
}
