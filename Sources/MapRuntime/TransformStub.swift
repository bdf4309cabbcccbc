public struct TextPattern: Hashable, Sendable { public init(_ s: String) throws {} }
public struct DatePattern: Hashable, Sendable { public init(_ s: String) throws {} }
public struct NumberPattern: Hashable, Sendable { public init(_ s: String) throws {} }
public enum Transform: Hashable, Sendable {
  case trim, uppercase, lowercase, titleCase, substring(start: Int, length: Int), replace(from: String, to: String), matches(TextPattern, template: String), digitsOnly, alphanumericOnly, prefix(String), suffix(String), round(places: Int), multiply(DecimalValue), negate, atLeastZero, dateFormat(DatePattern), numberFormat(NumberPattern), custom(String)
  public indirect enum Undo { case exact(Transform), lossy, impossible }
  public var undo: Undo { .lossy }
}
