/// Writes out what a case only hints at, because it would be too long or no text at all.
///
/// `«300×ab»` stands for that many repetitions, in which `№` is the number of each; `«hex 00FF»` for
/// bytes; a first line `«utf-16»` has the file encoded so.
enum Expansion {
  static func bytes(of lines: [String]) -> [UInt8] {
    guard lines.first == "«utf-16»" else {
      return lines.joined(separator: "\n").split(separator: "«", omittingEmptySubsequences: false)
        .enumerated().flatMap { $0 == 0 ? Array($1.utf8) : piece($1) }
    }
    let units = lines.dropFirst().joined(separator: "\n").utf16
    return [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  private static func piece(_ text: Substring) -> [UInt8] {
    guard let end = text.firstIndex(of: "»") else { return Array(text.utf8) }
    return expanded(text[..<end]) + Array(text[text.index(after: end)...].utf8)
  }

  private static func expanded(_ text: Substring) -> [UInt8] {
    if text.hasPrefix("hex ") {
      let digits = Array(text.dropFirst(4))
      return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
        UInt8(String(digits[$0...$0 + 1]), radix: 16)
      }
    }
    let parts = text.split(separator: "×", maxSplits: 1)
    guard parts.count == 2, let count = Int(parts[0]) else { return Array(text.utf8) }
    if !parts[1].contains("№"), let only = parts[1].utf8.first, parts[1].utf8.count == 1 {
      return Array(repeating: only, count: count)
    }
    let pieces = parts[1].split(separator: "№", omittingEmptySubsequences: false)
    return (1...count).flatMap { pieces.joined(separator: String($0)).utf8 }
  }
}
