/// Texts as the systems store them: by their code points. Swift's own `==` and `<` take é in one
/// code point and é in two for the same text.
public enum TextOrder {
  /// Whether the code points are the same.
  public static func isSame(_ left: String, _ right: String) -> Bool {
    guard left.utf8.count == right.utf8.count else { return false }
    let found = left.utf8.withContiguousStorageIfAvailable { left in
      right.utf8.withContiguousStorageIfAvailable { left.elementsEqual($0) }
    }
    return (found ?? nil) ?? left.utf8.elementsEqual(right.utf8)
  }

  /// The order of the code points, which is that of UTF-8.
  public static func isBefore(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}

/// A text that equals only itself, code point by code point: what value maps switch on.
public struct ExactText: ExpressibleByStringLiteral, Equatable, Sendable {
  private let text: String

  public init(_ text: String) { self.text = text }

  public init(stringLiteral text: String) { self.text = text }

  public static func == (left: ExactText, right: ExactText) -> Bool {
    TextOrder.isSame(left.text, right.text)
  }
}
