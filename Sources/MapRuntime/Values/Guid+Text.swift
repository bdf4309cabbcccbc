extension Guid {
  /// Reads 8-4-4-4-12 hexadecimal digits of either case, within braces or not; nil otherwise.
  public init?(parsing text: String) {
    var scanner = ByteScanner(text)
    let isBraced = scanner.take("{")
    guard let first = scanner.takeHexadecimal(digits: 8), scanner.take("-"),
      let second = scanner.takeHexadecimal(digits: 4), scanner.take("-"),
      let third = scanner.takeHexadecimal(digits: 4), scanner.take("-"),
      let fourth = scanner.takeHexadecimal(digits: 4), scanner.take("-"),
      let fifth = scanner.takeHexadecimal(digits: 12),
      !isBraced || scanner.take("}"), scanner.isAtEnd
    else { return nil }
    self.init(high: first << 32 | second << 16 | third, low: fourth << 48 | fifth)
  }
}

extension Guid: CustomStringConvertible {
  /// Lower case, without braces.
  public var description: String {
    ByteWriter.text(capacity: 36) { writer in
      writer.append(hexadecimal: high >> 32, width: 8)
      writer.append("-")
      writer.append(hexadecimal: high >> 16, width: 4)
      writer.append("-")
      writer.append(hexadecimal: high, width: 4)
      writer.append("-")
      writer.append(hexadecimal: low >> 48, width: 4)
      writer.append("-")
      writer.append(hexadecimal: low, width: 12)
    }
  }
}
