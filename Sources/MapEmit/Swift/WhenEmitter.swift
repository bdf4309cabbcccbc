import MapCheck
import MapRuntime

/// Writes what is asked of both sides' records and of related ones, as conditions of an `if`.
struct WhenEmitter {
  let names: EmissionNames
  let mapping: EffectiveMapping
  let direction: Direction

  /// - Parameter areOperands: whether `&&` will stand between them, and not a comma.
  func conditions(_ when: EffectiveWhen, areOperands: Bool = false) -> [SwiftCode] {
    var conditions: [SwiftCode] = []
    for (side, condition) in [(Side.bc, when.bc), (.sales, when.sales)] {
      guard let condition, !condition.isEmpty else { continue }
      let record: SwiftCode = side == direction.source ? "source" : "target"
      let test = test(mapping.table(side), record)
      conditions.append(areOperands ? test.expression(condition) : test.whole(condition))
    }
    for (number, related) in when.related.enumerated() {
      let asked = mapping.related[related.place]
      let record: SwiftCode = "row.related.\(SwiftName.member(ofOption: asked.name))"
      switch related.test {
      case .exists: conditions.append("\(record) != nil")
      case .missing: conditions.append("\(record) == nil")
      case .fields(let condition):
        conditions.append("let found\(number) = \(record)")
        conditions.append(test(asked.table, "found\(number)").whole(condition))
      }
    }
    return conditions
  }

  private func test(_ table: Int, _ record: SwiftCode) -> ConditionEmitter {
    ConditionEmitter(names: names, table: table, record: record, run: "row.run")
  }
}
