/// A `TableRelation` of AL, as far as table files can say it: a table, a table whose other key fields
/// are named, or a table for each value of an option. Of any other there is no reference.
struct TableRelation {
  let reference: FieldReference?

  /// - Parameters:
  ///   - keys: the primary key of each table that is known.
  ///   - options: the values of the option fields of the own table.
  init(_ text: String, keys: [String: [String]], options: [String: [SystemField.Option]]) {
    var words = Words(text)
    var first = words
    reference =
      first.takes(word: "if") ? Self.choices(&words, options) : Self.table(&words, keys)
  }

  /// `Customer`, `"Item Unit of Measure".Code where ("Item No." = field("No."))`.
  private static func table(_ words: inout Words, _ keys: [String: [String]]) -> FieldReference? {
    guard let table = words.name() else { return nil }
    var field: String?
    if words.takes(".") {
      field = words.name()
      if field == nil { return nil }
    }
    let key = keys[table]
    guard words.takes(word: "where") else {
      // A table whose key has several fields is not known by one of them.
      let isKey = key.map { $0.count == 1 && (field ?? $0[0]) == $0[0] } ?? true
      guard words.isAtEnd, isKey else { return nil }
      return .table(table, keys: [])
    }
    guard words.takes("("), let pairs = pairs(&words), words.isAtEnd, let key,
      Set(pairs.map(\.theirs)) == Set(key.dropLast()), field == nil || field == key.last
    else { return nil }
    return .table(table, keys: pairs)
  }

  /// `"Item No." = field("No."), …)`; nil where a condition asks for anything else.
  private static func pairs(_ words: inout Words) -> [FieldReference.KeyPair]? {
    var pairs: [FieldReference.KeyPair] = []
    repeat {
      guard let theirs = words.name(), words.takes("="), words.takes(word: "field"),
        words.takes("("), let own = words.name(), words.takes(")")
      else { return nil }
      pairs.append(FieldReference.KeyPair(theirs: theirs, own: own))
    } while words.takes(",")
    return words.takes(")") ? pairs : nil
  }

  /// `if (Type = const(Item)) Item else if (Type = const(Resource)) Resource`.
  private static func choices(
    _ words: inout Words, _ options: [String: [SystemField.Option]]
  ) -> FieldReference? {
    var picking: String?
    var choices: [FieldReference.Choice] = []
    while words.takes(word: "if") {
      guard words.takes("("), let field = words.name(), words.takes("="),
        words.takes(word: "const"), words.takes("("), let value = words.name(or: " "),
        words.takes(")"), words.takes(")"), picking == nil || picking == field,
        let known = options[field]?.first(where: { $0.name == value }), let table = words.name(),
        !words.sees(".") || words.takes(".") && words.name() != nil
      else { return nil }
      picking = field
      // A value of the option means one table; a second branch for it has another condition.
      guard !choices.contains(where: { $0.value == known.name }) else { return nil }
      choices.append(FieldReference.Choice(value: known.name, table: table))
      if !words.takes(word: "else") { break }
    }
    guard let picking, words.isAtEnd else { return nil }
    return .picked(by: picking, choices)
  }
}

extension TableRelation {
  /// What is left of a relation, word by word.
  private struct Words {
    private var rest: Substring

    init(_ text: String) { rest = text[...] }

    var isAtEnd: Bool { rest.allSatisfy(\.isWhitespace) }

    /// A name, in double quotes or one word; `other` where nothing stands before a bracket.
    mutating func name(or other: String? = nil) -> String? {
      skip()
      if rest.first == "\"" {
        let inner = rest.dropFirst()
        guard let end = inner.firstIndex(of: "\"") else { return nil }
        defer { rest = inner[inner.index(after: end)...] }
        return String(inner[..<end])
      }
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      rest = rest[word.endIndex...]
      if word.isEmpty { return rest.first == ")" ? other : nil }
      return String(word)
    }

    func sees(_ sign: Character) -> Bool { rest.first { !$0.isWhitespace } == sign }

    mutating func takes(_ sign: Character) -> Bool {
      skip()
      guard rest.first == sign else { return false }
      rest.removeFirst()
      return true
    }

    mutating func takes(word: String) -> Bool {
      skip()
      let next = rest.prefix { $0.isLetter }
      guard next.lowercased() == word else { return false }
      rest = rest[next.endIndex...]
      return true
    }

    private mutating func skip() { rest = rest.drop(while: \.isWhitespace) }
  }
}
