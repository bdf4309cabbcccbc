import MapKeys
import MapSource
import MapSyntax

/// Reads a record to try on a mapping: a test without name and expectation (README.md#commands).
public enum TriedRecordReader {
  /// The record with what surrounds it; nil where the file has none.
  public static func read(_ tree: SyntaxTree) -> (record: MappingTest?, findings: [Finding]) {
    let lowering = Lowering(tree)
    guard let root = tree.root else {
      lowering.report(
        "missing-key", "the file holds no record", at: Span(startOf: tree.file),
        help: "write the record under 'bc' or 'sales'")
      return (nil, lowering.findings)
    }
    let record = lowering.triedRecord(root)
    return (record, lowering.findings)
  }
}
