/// Upper case that keeps the length: a character whose upper case has another UTF-16 length, like
/// ß, stays as it is. Codes are stored so, and texts are compared so where case does not count.
public enum TextCase {
  /// The same text if nothing changes.
  public static func upper(_ text: String) -> String {
    isUpper(text) ? text : String(String.UnicodeScalarView(text.unicodeScalars.lazy.map(upper)))
  }

  /// Whether two texts are the same but for case.
  @inlinable public static func isSame(_ left: String, _ right: String) -> Bool {
    left == right || upper(left) == upper(right)
  }

  @inlinable static func upper(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII {
      return isLowercaseASCII(scalar) ? Unicode.Scalar(UInt8(scalar.value & 0x5F)) : scalar
    }
    return upperBeyondASCII(scalar)
  }

  @usableFromInline
  static func upperBeyondASCII(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let mapped = scalar.properties.uppercaseMapping.unicodeScalars
    guard let only = mapped.first, mapped.count == 1,
      (only.value > 0xFFFF) == (scalar.value > 0xFFFF)
    else { return scalar }
    return only
  }

  private static func isUpper(_ text: String) -> Bool {
    for scalar in text.unicodeScalars where upper(scalar) != scalar { return false }
    return true
  }

  @usableFromInline
  static func isLowercaseASCII(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x61 && scalar.value <= 0x7A
  }
}
