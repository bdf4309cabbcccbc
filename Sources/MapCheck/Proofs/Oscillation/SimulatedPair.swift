import MapRuntime

/// A BC record and a Sales record that are coupled, as far as a simulation looks at them.
struct SimulatedPair {
  /// By side and field; a missing value is one that only a run knows.
  private var values: [FieldPlace: Value] = [:]

  /// A field of one of the two tables.
  struct FieldPlace: Hashable {
    let side: Side
    let field: Int
  }

  subscript(_ side: Side, _ field: Int) -> Value? {
    get { values[FieldPlace(side: side, field: field)] }
    set { values[FieldPlace(side: side, field: field)] = newValue }
  }

  /// The known values of one side.
  func record(_ side: Side) -> [Int: Value] {
    var record: [Int: Value] = [:]
    for (place, value) in values where place.side == side { record[place.field] = value }
    return record
  }
}
