/// A name that Business Central encodes for XML: `Non_x002D_Inventory` is `Non-Inventory`, and
/// `_x0020_` a space.
enum EncodedName {
  static func decoded(_ name: String) -> String {
    guard name.contains("_x") else { return name }
    var text = ""
    var rest = name[...]
    while let sign = rest.firstIndex(of: "_") {
      text += rest[..<sign]
      rest = rest[sign...]
      let code = rest.prefix(7)
      if code.count == 7, code.hasPrefix("_x"), code.hasSuffix("_"),
        let number = UInt32(code.dropFirst(2).dropLast(), radix: 16),
        let scalar = Unicode.Scalar(number)
      {
        text.unicodeScalars.append(scalar)
        rest = rest.dropFirst(7)
      } else {
        text.append("_")
        rest = rest.dropFirst()
      }
    }
    return text + rest
  }
}
