import MapLanguage
import MapRuntime

extension ValueDomain {
  /// Every value that the field can have.
  static func all(_ scope: FieldScope) -> ValueDomain {
    ValueDomain(allowsEmpty: scope.mayBeEmpty, filled: everything(scope), scope: scope)
  }

  /// One value.
  static func only(_ value: Value, _ scope: FieldScope) -> ValueDomain {
    if value.isEmpty { return all(scope).emptyOnly }
    return ValueDomain(allowsEmpty: false, filled: point(value, scope), scope: scope)
  }

  /// The values that pass a test, or those that do not. What depends on other fields or on the run
  /// could be anything, so all values are left in.
  init(_ test: EffectiveTest, _ scope: FieldScope, isNegated: Bool = false) {
    let all = ValueDomain.all(scope)
    switch test {
    case .equals(.value(let value)):
      self = isNegated ? all.without(value) : .only(value, scope)
    case .equals(.variable), .field: self = all
    case .anyOf(let tests):
      let parts = tests.map { ValueDomain($0, scope, isNegated: isNegated) }
      self =
        isNegated
        ? parts.reduce(all) { $0.intersection($1) }
        : parts.reduce(all.nothing) {
          $0.union($1)
        }
    case .empty: self = isNegated ? all.filledOnly : all.emptyOnly
    case .notEmpty: self = isNegated ? all.emptyOnly : all.filledOnly
    case .not(let inner): self = ValueDomain(inner, scope, isNegated: !isNegated)
    case .above(let low): self = all.ordered(isNegated, low: low, isOpen: true)
    case .below(let high): self = all.ordered(isNegated, high: high, isOpen: true)
    case .atLeast(let low): self = all.ordered(isNegated, low: low)
    case .atMost(let high): self = all.ordered(isNegated, high: high)
    case .between(let low, let high): self = all.ordered(isNegated, low: low, high: high)
    case .like(let pattern): self = all.like(pattern, isNegated)
    case .isA(let table): self = all.lookup(to: table, isNegated)
    }
  }

  /// Stands for the tables of a lookup that names none.
  private static let unnamedTable = "?"

  private static func everything(_ scope: FieldScope) -> Filled {
    let field = scope.field
    switch field.type.value {
    case .option where !field.isOpen && !field.options.isEmpty:
      return .ordered(IntervalSet(points: field.options.map { Int128($0.value) }))
    case .text, .code, .memo: return .texts([TextShape()])
    case .guid: return .guids(.allBut([]))
    case .lookup:
      let tables = field.references?.targets.map(\.table.value) ?? []
      return .lookups(tables.isEmpty ? [unnamedTable] : Set(tables))
    default:
      return .ordered(ValueScale(field.type.value).map { IntervalSet([$0.all]) } ?? .none)
    }
  }

  private static func point(_ value: Value, _ scope: FieldScope) -> Filled {
    switch (everything(scope), value) {
    case (.texts, .text(let text)):
      return .texts([
        TextShape(required: [.exactly(text, isCaseSensitive: scope.isCaseSensitive)])
      ])
    case (.texts, _): return .texts([])
    case (.guids, .guid(let guid)): return .guids(.only([guid]))
    case (.guids, _): return .guids(.only([]))
    case (.lookups(let tables), .lookup(let lookup)):
      return .lookups(tables.intersection([lookup.table]))
    case (.lookups, _): return .lookups([])
    case (.ordered(let all), _):
      guard let place = ValueScale(scope.field.type.value)?.place(of: value), place.isExact,
        all.contains(place.step)
      else { return .ordered(.none) }
      return .ordered(IntervalSet(place.step))
    }
  }

  private var nothing: ValueDomain { ValueDomain.only(.empty, scope).filledOnly }

  private var filledOnly: ValueDomain {
    ValueDomain(allowsEmpty: false, filled: filled, scope: scope)
  }

  private var emptyOnly: ValueDomain {
    var none = self
    switch filled {
    case .ordered: none.filled = .ordered(.none)
    case .texts: none.filled = .texts([])
    case .guids: none.filled = .guids(.only([]))
    case .lookups: none.filled = .lookups([])
    }
    return none
  }

  /// All values but one; a lookup to another record of the same table stays possible.
  private func without(_ value: Value) -> ValueDomain {
    if value.isEmpty { return filledOnly }
    var rest = self
    switch (filled, value) {
    case (.ordered(let all), _):
      guard let place = ValueScale(scope.field.type.value)?.place(of: value), place.isExact
      else { break }
      rest.filled = .ordered(all.subtracting(IntervalSet(place.step)))
    case (.texts, .text(let text)):
      let form = TextForm.exactly(text, isCaseSensitive: scope.isCaseSensitive)
      rest.filled = .texts([TextShape(excluded: [form])])
    case (.guids(let all), .guid(let guid)):
      rest.filled = .guids(all.intersection(.allBut([guid])))
    default: break
    }
    return rest
  }

  /// An ordering with an empty value is false, so what fails it may be empty.
  private func ordered(
    _ isNegated: Bool, low: Operand? = nil, high: Operand? = nil, isOpen: Bool = false
  ) -> ValueDomain {
    let unknown = isNegated ? self : filledOnly
    guard let scale = ValueScale(scope.field.type.value), case .ordered(let all) = filled
    else { return isTurnedRound(low, high) ? isNegated ? self : nothing : unknown }
    var first = scale.all.lowerBound
    var last = scale.all.upperBound
    if let low {
      guard case .value(let value) = low, let place = scale.place(of: value) else { return unknown }
      first = isOpen || !place.isExact ? place.step + 1 : place.step
    }
    if let high {
      guard case .value(let value) = high, let place = scale.place(of: value) else {
        return unknown
      }
      last = isOpen && place.isExact ? place.step - 1 : place.step
    }
    let range = first <= last ? IntervalSet([first...last]) : .none
    var result = self
    result.filled = .ordered(isNegated ? all.subtracting(range) : all.intersection(range))
    result.allowsEmpty = isNegated && allowsEmpty
    return result
  }

  /// Whether the first of two texts comes behind the second, so that none lies between them; as a run
  /// compares.
  private func isTurnedRound(_ low: Operand?, _ high: Operand?) -> Bool {
    guard case .texts = filled, case .value(.text(let low)) = low,
      case .value(.text(let high)) = high
    else { return false }
    return scope.isCaseSensitive
      ? TextOrder.isBefore(high, low)
      : TextOrder.isBefore(TextCase.upper(high), TextCase.upper(low))
  }

  private func like(_ pattern: String, _ isNegated: Bool) -> ValueDomain {
    guard case .texts = filled else { return isNegated ? self : nothing }
    let form = TextForm.like(pattern, isCaseSensitive: scope.isCaseSensitive)
    var result = self
    result.filled = .texts([
      isNegated ? TextShape(excluded: [form]) : TextShape(required: [form])
    ])
    result.allowsEmpty = allowsEmpty && form.fitsNothing != isNegated
    return result
  }

  private func lookup(to table: String, _ isNegated: Bool) -> ValueDomain {
    guard case .lookups(let tables) = filled else { return isNegated ? self : nothing }
    var result = self
    result.filled = .lookups(
      isNegated ? tables.subtracting([table]) : tables.intersection([table]))
    result.allowsEmpty = isNegated && allowsEmpty
    return result
  }
}
