import MapRuntime
import MapSource

extension ExampleRecords {
  /// A source record and what it becomes.
  init(direction: Direction, source: [(String, String)], target: [(String, String)]) {
    let source = source.map { FieldValue($0.0, $0.1) }
    let target = target.map { FieldValue($0.0, $0.1) }
    self =
      direction == .toSales
      ? ExampleRecords(bc: source, sales: target) : ExampleRecords(bc: target, sales: source)
  }
}
