import MapSource

/// What an empty source does.
public enum EmptyRule: Sendable {
  case clear
  case keep
  case refuse
  /// A value, or the field of the source's table that is named so; in quotes it was meant as a value.
  case use(Located<Literal>, isQuoted: Bool)
}
