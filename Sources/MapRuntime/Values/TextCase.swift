/// Upper case that keeps the length: a character whose upper case has another UTF-16 length, like
/// ß, stays as it is. Codes are stored so, and texts are compared so where case does not count.
public enum TextCase {
  /// The same text if nothing changes.
  public static func upper(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 && !isLowercase($0) }) { return text }
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return upperASCII(text) }
    return upperBeyondASCII(text)
  }

  /// Whether two texts are the same but for case.
  @inlinable public static func isSame(_ left: String, _ right: String) -> Bool {
    TextOrder.isSame(left, right) || TextOrder.isSame(upper(left), upper(right))
  }

  private static func upperASCII(_ text: String) -> String {
    String(unsafeUninitializedCapacity: text.utf8.count) { bytes in
      var count = 0
      for byte in text.utf8 {
        bytes[count] = isLowercase(byte) ? byte & 0x5F : byte
        count += 1
      }
      return count
    }
  }

  private static func upperBeyondASCII(_ text: String) -> String {
    // Only a scalar of two bytes can grow, and by one.
    let capacity = text.utf8.count + text.utf8.count / 2
    return String(unsafeUninitializedCapacity: capacity) { bytes in
      var count = 0
      for scalar in text.unicodeScalars {
        for byte in UTF8.encode(upper(scalar)) ?? UTF8.encodedReplacementCharacter {
          bytes[count] = byte
          count += 1
        }
      }
      return count
    }
  }

  private static func upper(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII {
      let byte = UInt8(scalar.value)
      return isLowercase(byte) ? Unicode.Scalar(byte & 0x5F) : scalar
    }
    guard scalar.properties.changesWhenUppercased else { return scalar }
    let mapped = scalar.properties.uppercaseMapping.unicodeScalars
    guard let only = mapped.first, mapped.count == 1,
      (only.value > 0xFFFF) == (scalar.value > 0xFFFF)
    else { return scalar }
    return only
  }

  private static func isLowercase(_ byte: UInt8) -> Bool {
    byte >= 0x61 && byte <= 0x7A
  }
}
