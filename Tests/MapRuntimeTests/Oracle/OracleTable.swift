import Foundation

/// The tables that `oracle.py` wrote: what Python says about the same questions.
enum OracleTable {
  /// The rows of a table as columns, with the escapes resolved.
  static func rows(_ name: String) throws -> [[String]] {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let text = try String(contentsOfFile: "/\(folder)/\(name).tsv", encoding: .ascii)
    return try text.split(separator: "\n").map { line in
      try line.split(separator: "\t", omittingEmptySubsequences: false).map(unescaped)
    }
  }

  /// `\u{E9}` stands for é: the tables are ASCII.
  private static func unescaped(_ text: Substring) throws -> String {
    var result = ""
    var rest = text
    while let character = rest.popFirst() {
      guard character == "\\" else {
        result.append(character)
        continue
      }
      guard rest.hasPrefix("u{"), let end = rest.firstIndex(of: "}"),
        let number = UInt32(rest.dropFirst(2)[..<end], radix: 16),
        let scalar = Unicode.Scalar(number)
      else { throw OracleFailure.badEscape(String(text)) }
      result.unicodeScalars.append(scalar)
      rest = rest[rest.index(after: end)...]
    }
    return result
  }
}

enum OracleFailure: Error {
  case badEscape(String)
}
