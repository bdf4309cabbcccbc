/// Names and texts that are hard on whoever writes them into Swift.
enum OddText {
  static let names =
    [
      "class", "init", "self", "Self", "Type", "Protocol", "Any", "default", "in", "is", "func",
      "let", "nil", "true", "throws", "async", "await", "actor", "some", "any", "inout", "where",
      "operator", "repeat", "guard", "switch", "case", "extension", "import", "public", "return",
      "static", "struct", "enum", "subscript", "super", "try", "catch", "borrowing", "consuming",
      "description", "hashValue", "hash", "table", "blank", "policy", "rules", "slots", "convert",
      "accepts", "references", "BCRecord", "SalesRecord", "Related", "related", "row", "run",
      "source", "target", "record", "value", "keys", "key", "lookup", "name", "result", "error",
      "String", "Int", "Int64", "Bool", "Optional", "OptionValue", "DecimalValue", "DateValue",
      "Lookup", "Guid", "Direction", "MapRuntime", "Mapping", "BC", "Sales", "Program", "Swift",
      "HostFunctions", "MappingFunctions", "Error", "Filled", "RuleFitting", "WayBack", "Hashable",
      "Sendable", "TableRecord", "CompiledMapping", "RecordRefusal", "Conversion", "Comparison",
      "changes", "other", "write", "reading", "Void", "Character", "Set", "Array", "Transform",
      "consume", "copy", "each", "unsafe", "discard", "yield", "then", "get", "set", "willSet",
      "didSet", "lazy", "weak", "mutating", "final", "open", "package", "optional", "override",
      "indirect", "macro", "nonisolated", "isolated", "sending", "of", "left", "none", "prefix",
      "template", "changes_", "row_", "option", "picked", "mappings", "features", "from", "to",
      "No.", "Country/Region Code", "100%", "1st", "2", "_", "__", "x_", "a b", "a  b", "A-B",
      "ITEM-PRODUCT", "VAT %", "ﬁn", "straße", "İstanbul", "Ünï", "e\u{301}", "漢字", "дом",
      "😀", "👩‍👩‍👧", "א", "a\u{202E}b", "a\u{200B}b", "\u{FEFF}bom", "a\u{2028}b", "a\u{7}b",
      "a\u{1B}[31m", "a\nb", "a\r\nb", "a\tb", "a\u{7F}", "a\u{85}b", "\u{22}quoted\u{22}",
      "'single'",
      "back\\slash", "\\(escape)", "\\u{41}", "*/", "/*", "//", "///", "\u{22}\u{22}\u{22}", "#if",
      "#\u{22}",
      "`tick`", "{x}", "}", "{", "[", "a:b", "a #b", "@main", "&x", "*x", "!x", "%@", "<T>", ";",
    ] + [
      String(repeating: "long ", count: 30), String(repeating: "é", count: 100),
      "x" + String(repeating: "\u{300}", count: 40),
    ]

  /// A text that must not be empty.
  static func name(_ choices: inout Choices) -> String {
    switch choices.below(4) {
    case 0: choices.pick(names) + " " + choices.pick(names)
    case 1: choices.pick(names) + String(choices.below(1000))
    default: choices.pick(names)
    }
  }

  /// A text as a YAML scalar in double quotes.
  static func quoted(_ text: String) -> String {
    var written = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": written += "\\\""
      case "\\": written += "\\\\"
      case " "..."~": written.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16)
        written += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
    return written + "\""
  }
}
