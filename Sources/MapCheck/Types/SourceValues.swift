import MapLanguage
import MapRuntime

/// The values that can arrive from a field of the source side.
struct SourceValues {
  /// All of them, where they can be counted; emptiness is another question.
  let known: [Value]?
  /// Whether others may be added while the system runs.
  let isOpen: Bool

  init(of place: Int, _ direction: Direction, _ scope: FlowScope) {
    let field = scope.field(place, direction.source)
    let mapping = scope.mapping
    let filter = mapping.filter(direction.source)
    let isExact = FlowTyping.comparesCase(field.type.value, on: direction.source)
    // Coupled records that left the filter arrive too where it says `follow`.
    let isLimited = mapping.outsideFilter == .skip
    // What was not read may let none of them through.
    guard mapping.knows([.filter, .states]) else {
      (known, isOpen) = ([], false)
      return
    }
    var values: [Value]?
    switch field.type.value {
    case .option: values = field.options.map { .option(OptionValue($0.value)) }
    case .boolean: values = [.boolean(false), .boolean(true)]
    default: values = isLimited ? filter.onlyValues(in: place)?.filter { !$0.isEmpty } : nil
    }
    if isLimited {
      values = values?.filter { filter.mayHold($0, in: place, caseSensitive: isExact) }
    }
    if direction.source == .sales { values = Self.arriving(values, field, mapping, scope) }
    known = values
    isOpen = field.isOpen && !(isLimited && filter.onlyValues(in: place) != nil)
  }

  /// Of a document, only the states that are taken over arrive.
  private static func arriving(
    _ values: [Value]?, _ field: Field, _ mapping: EffectiveMapping, _ scope: FlowScope
  ) -> [Value]? {
    guard let states = mapping.document?.states, states.field == field.name.value else {
      return values
    }
    let taken = states.states([.takeIn, .update]).map(\.state)
    return values?.filter { value in
      if case .option(let option) = value { taken.contains(option) } else { true }
    }
  }
}
