import MapRuntime
import Testing

/// A conflict that a person ends in the record itself, while the other side has something to send still.
struct EndedConflict: Sendable, CustomTestStringConvertible {
  /// How much of a record is in conflict: `by`.
  let unit: String
  /// How often the mapping ran before: after two runs the record rests.
  let runs: Int
  /// Where the person ends it.
  let side: Side
  /// The other side changed a field besides that goes one way, and the person typed the same value;
  /// else the person took the own change back.
  let isOneWay: Bool

  static let all: [EndedConflict] = ["record", "field"].flatMap { unit in
    [1, 2, 3].flatMap { runs in
      Side.allCases.flatMap { side in
        [true, false].map { isOneWay in
          EndedConflict(unit: unit, runs: runs, side: side, isOneWay: isOneWay)
        }
      }
    }
  }

  var testDescription: String {
    "by \(unit), after \(runs) runs, \(side.name) "
      + (isOneWay ? "types the same, and more waits over there" : "takes its change back")
  }

  /// By record, what both changed stays in conflict though one of them changed it back.
  var isOver: Bool { isOneWay || unit == "field" }

  var state: RecordState {
    let run = RecordState.run
    let bc: String
    let sales: String
    let end: String
    switch side {
    case .bc:
      bc = "City: Leeds"
      sales = "address1_city: Bergen" + (isOneWay ? ", statecode: Inactive" : "")
      end = "{ change: { bc: c1, set: { City: \(isOneWay ? "Bergen" : "Oslo") } } }"
    case .sales:
      bc = "City: Leeds" + (isOneWay ? ", Credit Limit (LCY): 500" : "")
      sales = "address1_city: Bergen"
      end = "{ change: { sales: a1, set: { address1_city: \(isOneWay ? "Leeds" : "Oslo") } } }"
    }
    return RecordState(
      testDescription, .coupled, "conflict: { by: \(unit) }",
      [
        run, "{ change: { bc: c1, set: { \(bc) } } }",
        "{ change: { sales: a1, set: { \(sales) } } }",
      ] + Array(repeating: run, count: runs) + [end])
  }

  /// What the side that ended it has in the end of the other one's change.
  var arrived: (field: String, value: String) {
    switch (side, isOneWay) {
    case (.bc, true): ("Blocked", "All")
    case (.bc, false): ("City", "Bergen")
    case (.sales, true): ("creditlimit", "500")
    case (.sales, false): ("address1_city", "Leeds")
    }
  }
}
