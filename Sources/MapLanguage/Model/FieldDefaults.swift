import MapRuntime
import MapSource

/// Answers for field maps that do not answer themselves.
public struct FieldDefaults: Sendable {
  public var tooLong: Located<TooLong>?
  public var tooPrecise: Located<TooPrecise>?
  public var tooLarge: Located<TooLarge>?
  public var empty: Located<EmptyRule>?
  public var uncoupled: Located<Uncoupled>?
  public var validate: Located<Bool>?
  public var because: Located<String>?

  public static let none = FieldDefaults()
}
