import MapCheck
import MapLanguage
import MapRuntime

/// Whether a mapping takes a record in at all: the document's state, then the filter, then
/// `refuse`, in this order.
struct RecordGate {
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

  /// Why the record stays outside, by its state or the filter; nil where it is taken in.
  var outside: RecordStop? { states ?? filter }

  /// The rule of the Sales document's state. A document without a state is new.
  private var states: RecordStop? {
    guard let states = mapping.document?.states,
      let place = checked.catalogue[mapping.salesTable].place(of: states.field),
      case .option(let number) = (direction == .toBC ? input.source : input.target ?? [:])[place],
      let answer = states.answers.first(where: { $0.state.state == number })
    else { return nil }
    switch answer.rule {
    case .takeIn: return nil
    // Only what is coupled is updated.
    case .update where input.target != nil: return nil
    case .update, .stateOnly, .ignore, .refuse:
      return .states(answer.rule, state: answer.state.name)
    }
  }

  /// A coupled record that left its filter is followed where the mapping says so.
  private var filter: RecordStop? {
    let condition = mapping.filter(direction.source)
    if condition.isEmpty || input.target != nil && mapping.outsideFilter == .follow { return nil }
    let table = checked.catalogue[mapping.table(direction.source)]
    return ConditionEvaluator(table: table, run: input.run).accepts(input.source, condition)
      ? nil : .outsideFilter
  }

  /// The `refuse` that holds.
  var refuse: RecordStop? {
    let test = WhenTest(checked, mapping, direction, input)
    return mapping.refuse.firstIndex { test.holds($0.when) }.map(RecordStop.refuse)
  }
}
