import MapCheck
import MapRuntime

/// Tests what is asked of both sides' records and of related ones.
struct WhenTest {
  private let checked: CheckedModel
  private let mapping: EffectiveMapping
  private let direction: Direction
  private let input: EvaluationInput

  init(
    _ checked: CheckedModel, _ mapping: EffectiveMapping, _ direction: Direction,
    _ input: EvaluationInput
  ) {
    self.checked = checked
    self.mapping = mapping
    self.direction = direction
    self.input = input
  }

  /// Whether all of it holds; a related record that was not found has no fields that could.
  func holds(_ when: EffectiveWhen) -> Bool {
    for (side, condition) in [(Side.bc, when.bc), (.sales, when.sales)] {
      guard let condition else { continue }
      let record = side == direction.source ? input.source : input.target ?? [:]
      if !test(mapping.table(side)).accepts(record, condition) { return false }
    }
    return when.related.allSatisfy { related in
      let record = input.related[related.place]
      return switch related.test {
      case .exists: record != nil
      case .missing: record == nil
      case .fields(let condition):
        record.map { test(mapping.related[related.place].table).accepts($0, condition) } ?? false
      }
    }
  }

  private func test(_ table: Int) -> ConditionEvaluator {
    ConditionEvaluator(table: checked.catalogue[table], run: input.run)
  }
}
