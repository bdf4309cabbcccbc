import MapLanguage
import MapRuntime

/// One field of a table against its row in `tables.tsv` (R Q-2).
struct FieldComparison {
  let row: FactRow
  let field: Field

  /// What differs, by column.
  func differences() -> [(column: String, what: String)] {
    [
      ("type", compare(typeName, row["type"] == "biginteger" ? "bigint" : row["type"])),
      ("length", row["length"].isEmpty ? nil : compare(length, row["length"])),
      ("options", row["type"] == "option" ? options : nil),
      ("target", compare(Words.list(targets), Words.list(factTargets))),
      ("required", compare(field.isRequired ? "yes" : "no", row["required"])),
      ("readonly", compare(field.access.rawValue, factAccess)),
    ].compactMap { column, what in what.map { (column: column, what: $0) } }
  }

  private func compare(_ own: String, _ fact: String) -> String? {
    own == fact ? nil : "\(own) for \(fact)"
  }

  private var typeName: String {
    switch field.type.value {
    case .text: "text"
    case .code: "code"
    case .memo: "memo"
    case .integer: "integer"
    case .bigInteger: "bigint"
    case .decimal: "decimal"
    case .money: "money"
    case .boolean: "boolean"
    case .date: "date"
    case .dateTime: "datetime"
    case .guid: "guid"
    case .option: "option"
    case .lookup: "lookup"
    }
  }

  private var length: String {
    switch field.type.value {
    case .text(let length), .memo(let length): length.map(String.init) ?? "none"
    case .code(let length): String(length)
    default: "none"
    }
  }

  /// Numbers and names. The facts leave blanks out of names; that is a difference of its own.
  private var options: String? {
    var fact: [Int32: String] = [:]
    for part in row.list("options", by: ";") {
      let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2, let number = Int32(sides[0]) else { return "unreadable \(part)" }
      fact[number] = sides[1] == "(blank)" ? " " : sides[1]
    }
    let own = Dictionary(field.options.map { ($0.value, $0.name) }, uniquingKeysWith: { $1 })
    guard Set(own.keys) == Set(fact.keys), own.count == field.options.count else {
      return "numbers \(numbers(own)) for \(numbers(fact))"
    }
    let differing = own.keys.sorted().filter { own[$0] != fact[$0] }
    if let number = differing.first(where: { solid(own[$0]) != solid(fact[$0]) }) {
      return "name of \(number): \(own[number] ?? "") for \(fact[number] ?? "")"
    }
    return differing.isEmpty ? nil : "blanks in the names of " + numbers(differing)
  }

  private func numbers(_ options: [Int32: String]) -> String { numbers(options.keys.sorted()) }

  private func numbers(_ numbers: [Int32]) -> String { Words.list(numbers.map { String($0) }) }

  /// The name without its blanks.
  private func solid(_ name: String?) -> String { (name ?? "").filter { !$0.isWhitespace } }

  private var targets: [String] {
    Set(field.references?.targets.map(\.table.value) ?? []).sorted()
  }

  private var factTargets: [String] { Set(row.list("target", by: ";")).sorted() }

  private var factAccess: String {
    if row["access"] == "modify" { return Field.Access.update.rawValue }
    switch row["readonly"] {
    case "no": return Field.Access.readWrite.rawValue
    case "yes", "ui-only": return Field.Access.read.rawValue
    case "insert-only": return Field.Access.create.rawValue
    default: return "unknown " + row["readonly"]
    }
  }
}
