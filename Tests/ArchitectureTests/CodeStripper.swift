/// Takes comments and the insides of string literals out of Swift.
enum CodeStripper {
  static func strip(_ text: String) -> String {
    var rest = Array(text.unicodeScalars)[...]
    var code = String.UnicodeScalarView()
    while let next = rest.first {
      if rest.starts(with: "//".unicodeScalars) {
        rest = rest.drop { $0 != "\n" }
      } else if rest.starts(with: "/*".unicodeScalars) {
        skip(to: "*/", in: &rest)
      } else if let opening = opening(of: rest) {
        rest = rest.dropFirst(opening.length)
        skip(to: opening.closing, escapes: opening.escapes, in: &rest)
        code.append("\"")
        code.append("\"")
      } else {
        code.append(next)
        rest = rest.dropFirst()
      }
    }
    return String(code)
  }

  /// A literal's first characters: `"`, `"""`, with any number of `#` before; or `#/` of a pattern.
  private static func opening(
    of rest: ArraySlice<Unicode.Scalar>
  ) -> (length: Int, closing: String, escapes: Bool)? {
    let hashes = rest.prefix { $0 == "#" }.count
    let quotes = rest.dropFirst(hashes).prefix(3).prefix { $0 == "\"" }.count
    if rest.starts(with: "#/".unicodeScalars) { return (2, "/#", true) }
    guard quotes > 0 else { return nil }
    let count = quotes == 3 ? 3 : 1
    let closing =
      String(repeating: "\"", count: count) + String(repeating: "#", count: hashes)
    return (hashes + count, closing, hashes == 0)
  }

  private static func skip(
    to closing: String, escapes: Bool = false, in rest: inout ArraySlice<Unicode.Scalar>
  ) {
    while !rest.isEmpty, !rest.starts(with: closing.unicodeScalars) {
      rest = rest.dropFirst(escapes && rest.first == "\\" ? 2 : 1)
    }
    rest = rest.dropFirst(closing.unicodeScalars.count)
  }
}
