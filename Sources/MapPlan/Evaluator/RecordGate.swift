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
    let table = checked.catalogue[mapping.salesTable]
    guard let rules = mapping.document.states, let states = table.states,
      let place = table.place(of: states.field.value),
      case .option(let number) = (direction == .toBC ? input.source : input.target ?? [:])[place],
      let state = states.values.first(where: { $0.value == number.rawValue }),
      let rule = rules.first(where: { $0.state.value == state.name.value })?.rule.value
    else { return nil }
    switch rule {
    case .takeIn: return nil
    // Only what is coupled is updated.
    case .update where input.target != nil: return nil
    case .update, .stateOnly, .ignore, .refuse:
      return .states(rule, state: state.name.value)
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
