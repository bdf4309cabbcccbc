/// Texts as the systems store them: by their code points. Swift's own `==` and `<` take é in one
/// code point and é in two for the same text.
public enum TextOrder {
  /// Whether the code points are the same.
  public static func isSame(_ left: String, _ right: String) -> Bool {
    let found = left.utf8.withContiguousStorageIfAvailable { left in
      right.utf8.withContiguousStorageIfAvailable { isSame(left, $0) }
    }
    return (found ?? nil) ?? left.utf8.elementsEqual(right.utf8)
  }

  /// The order of the code points, which is that of UTF-8.
  public static func isBefore(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// Whether the bytes are the same, eight at a time: texts are compared for every field of every
  /// record.
  @inlinable
  static func isSame(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard left.count == right.count else { return false }
    let (left, right) = (UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
    var offset = 0
    while offset + 8 <= left.count {
      let word = left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if word != right.loadUnaligned(fromByteOffset: offset, as: UInt64.self) { return false }
      offset += 8
    }
    while offset < left.count {
      if left[offset] != right[offset] { return false }
      offset += 1
    }
    return true
  }
}

extension String {
  /// The text of bytes in UTF-8, none of which is repaired on the way; nil where they are no text.
  ///
  /// Decoding and comparing takes a tenth of `String(validating:as:)`, which is generic code here.
  @inlinable public init?(wholeUTF8 bytes: UnsafeBufferPointer<UInt8>) {
    self.init(decoding: bytes, as: UTF8.self)
    let isWhole = utf8.withContiguousStorageIfAvailable { TextOrder.isSame($0, bytes) }
    guard isWhole ?? utf8.elementsEqual(bytes) else { return nil }
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
