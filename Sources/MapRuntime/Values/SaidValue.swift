/// What a field holds, in a sentence for people: in quotes, and one word where it holds nothing.
public enum SaidValue {
  /// - Parameter text: The value as people read it.
  public static func of(_ text: String) -> String { text.isEmpty ? "nothing" : "'\(text)'" }
}

/// A test of a field that a record does not pass, in words for people.
public struct FailedTest: Hashable, Sendable {
  private let field: String
  private let value: String
  private let test: FieldTest<String>

  /// - Parameters:
  ///   - value: What the record holds, as people read it; '' for nothing.
  ///   - test: What is asked, of values as people read them.
  public init(_ field: String, _ value: String, _ test: FieldTest<String>) {
    self.field = field
    self.value = value
    self.test = test
  }

  public var sentence: String {
    "\(field) is \(SaidValue.of(value)), and must be \(Self.words(test))"
  }

  private static func words(_ test: FieldTest<String>) -> String {
    switch test {
    case .equals(let value): SaidValue.of(value)
    case .anyOf(let tests): tests.map(words).joined(separator: " or ")
    case .empty: SaidValue.of("")
    case .notEmpty: "filled"
    case .not(.anyOf(let tests)): "neither \(tests.map(words).joined(separator: " nor "))"
    case .not(let test): "other than \(words(test))"
    case .above(let value): "more than \(SaidValue.of(value))"
    case .below(let value): "less than \(SaidValue.of(value))"
    case .atLeast(let value): "at least \(SaidValue.of(value))"
    case .atMost(let value): "at most \(SaidValue.of(value))"
    case .between(let low, let high): "from \(SaidValue.of(low)) to \(SaidValue.of(high))"
    case .like(let wildcard): "like '\(wildcard.source)'"
    case .isA(let table): "a record of \(table)"
    case .field(let name): "the same as \(name)"
    }
  }
}
