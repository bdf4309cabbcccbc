/// What became of a value that had to fit a field.
public enum Fitted<Content: Hashable & Sendable>: Hashable, Sendable {
  /// It fits as it is.
  case whole(Content)
  /// It was cut or rounded to this.
  case cut(Content)
  /// It does not fit, and the record is refused.
  case refused
  /// It does not fit, and the target keeps what it has.
  case kept

  /// What is to be written, if anything.
  @inlinable public var content: Content? {
    switch self {
    case .whole(let content), .cut(let content): content
    case .refused, .kept: nil
    }
  }
}
