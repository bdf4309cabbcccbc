/// One row of a fact table, by the names of its columns.
struct FactRow: Sendable {
  private var cells: [String: String]

  init(_ cells: [String: String]) { self.cells = cells }

  /// A cell; '' for an empty one.
  subscript(_ column: String) -> String {
    get { cells[column] ?? "" }
    set { cells[column] = newValue }
  }

  /// The parts of a cell between separators, without empty ones.
  func list(_ column: String, by separator: Character) -> [String] {
    self[column].split(separator: separator).map(String.init)
  }
}
