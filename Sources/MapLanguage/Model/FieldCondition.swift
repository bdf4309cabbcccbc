import MapSource

/// The test of one field.
public struct FieldCondition: Sendable {
  /// What may be asked of a value. Its values are as written; the field's type says what they mean.
  public indirect enum Test: Sendable {
    case equals(Located<Literal>)
    case anyOf([Test])
    case empty
    case notEmpty
    case not(Test)
    case above(Located<Literal>)
    case below(Located<Literal>)
    case atLeast(Located<Literal>)
    case atMost(Located<Literal>)
    case between(Located<Literal>, Located<Literal>)
    case like(Located<String>)
    case isA(Located<String>)
    case field(Located<String>)
  }

  public let field: Located<String>
  public let test: Test
  public let span: Span
}
