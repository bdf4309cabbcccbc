import MapSource

/// What a computed field's function is given.
public enum ComputedArgument: Sendable {
  /// A field of the record itself.
  case field(Located<String>)
  /// `$today`.
  case today(Span)
  /// Fields of the rows that belong to the record, of a table that `changes-with` names.
  case rows(table: Located<String>, fields: [Located<String>])

  public var span: Span {
    switch self {
    case .field(let name), .rows(let name, _): name.span
    case .today(let span): span
    }
  }
}
