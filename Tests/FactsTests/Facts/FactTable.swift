import FoundationEssentials

/// A file of tab-separated rows under one header line (R Q-1).
struct FactTable: Sendable {
  /// What is wrong with a file.
  enum Problem: Error {
    case missingColumns([String])
    case wrongWidth(line: Int)
  }

  let rows: [FactRow]

  /// - Parameter columns: those that the header must name.
  init(_ file: URL, columns: [String]) throws {
    try self.init(
      text: String(decoding: try Data(contentsOf: file), as: UTF8.self), columns: columns)
  }

  init(text: String, columns: [String]) throws {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    if lines.last?.isEmpty == true { lines.removeLast() }
    let header = Self.cells(lines.popFirst() ?? "")
    let missing = columns.filter { !header.contains($0) }
    guard missing.isEmpty else { throw Problem.missingColumns(missing) }
    rows = try lines.enumerated().map { place, line in
      let cells = Self.cells(line)
      guard cells.count == header.count else { throw Problem.wrongWidth(line: place + 2) }
      return FactRow(Dictionary(zip(header, cells), uniquingKeysWith: { first, _ in first }))
    }
  }

  private static func cells(_ line: Substring) -> [String] {
    line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }
}
