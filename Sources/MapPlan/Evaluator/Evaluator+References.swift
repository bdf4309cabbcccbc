import MapCheck
import MapRuntime

/// References, translated through couplings.
extension Evaluator {
  func reference(_ reference: ReferenceProgram) throws -> Value {
    switch resolve(reference) {
    case .empty: return .empty
    case .sales(let lookup): return .lookup(lookup)
    case .option(let option): return .option(option)
    case .bc(let code, _), .bcPart(let code, _, _): return .of(text: code)
    case .parent(let keys): return .of(text: keys.last ?? "")
    case .uncoupled:
      switch reference.uncoupled {
      case .wait, .synchronize: throw Halt.refused(.waiting)
      case .refuse: throw Halt.refused(.uncoupled)
      case .later: throw Halt.kept("the record that it refers to is written first")
      case .keep: throw Halt.kept("the record that it refers to is not coupled")
      case .clear: return .empty
      }
    }
  }

  func resolve(_ reference: ReferenceProgram) -> ResolvedReference {
    let source = referring(reference)
    if source.isEmpty {
      guard reference.emptyMeansLocalCurrency, conversion.direction == .toSales,
        let local = input.run.localCurrency
      else { return .empty }
      return .sales(local)
    }
    if conversion.direction == .toBC, reference.emptyMeansLocalCurrency,
      case .lookup(let lookup) = source, lookup == input.run.localCurrency
    {
      return .empty
    }
    return conversion.direction == .toSales
      ? towardsSales(reference) : towardsBC(reference, source)
  }

  /// The value that refers, or that of the field which stands in for an empty one.
  private func referring(_ reference: ReferenceProgram) -> Value {
    let value = input.source[reference.source] ?? .empty
    guard value.isEmpty, let fallback = reference.fallback else {
      return followed(value, reference)
    }
    return followed(input.source[fallback] ?? .empty, reference)
  }

  /// The lookup, or what the record behind it refers to where its table is followed.
  private func followed(_ value: Value, _ reference: ReferenceProgram) -> Value {
    guard case .lookup(let lookup) = value,
      let step = reference.follow.first(where: { $0.names.table == lookup.table })
    else { return value }
    let record = input.followed.first {
      $0.table == step.table && ($0.id == nil || $0.id == lookup.id)
    }
    return record?.values[step.field] ?? .empty
  }

  private func towardsSales(_ reference: ReferenceProgram) -> ResolvedReference {
    let hasText = program.mapping.writeIn?.text != nil
    if input.isWriteIn, hasText, reference.namesProduct { return .empty }
    let routes = reference.routes.filter { route in
      guard let picking = reference.pickedBy, let pick = route.pick else { return true }
      let field = checked.catalogue[program.mapping.bcTable].fields[picking]
      return input.source[picking] ?? BlankValue.of(field, on: .bc) == .option(pick)
    }
    if routes.isEmpty, input.isWriteIn { return .empty }
    for route in routes {
      let key = route.key.map { field in
        let value =
          field == reference.source ? referring(reference) : input.source[field] ?? .empty
        return Code.normalized(value.description)
      }
      let found = input.couplings.first {
        $0.mapping == route.mapping && $0.bc.map(Code.normalized) == key
      }
      switch found?.sales {
      case .lookup(let lookup): return .sales(lookup)
      case .option(let option): return .option(option)
      default: continue
      }
    }
    return .uncoupled
  }

  private func towardsBC(_ reference: ReferenceProgram, _ source: Value) -> ResolvedReference {
    for route in reference.routes {
      let found = input.couplings.first { $0.mapping == route.mapping && $0.sales == source }
      guard let key = found?.bc, let code = key.last else { continue }
      guard !route.owner.isEmpty else { return .bc(code, pick: route.pick) }
      return .bcPart(
        code, pick: route.pick, owner: key.dropLast().map { Code.normalized($0) })
    }
    // An option without a coupling: 0 and the blank stand for nothing (R B-20).
    return .uncoupled
  }

  /// The field map whose reference is to a part of another record than the target names in the end
  /// (R E-25); nil where all agree.
  func foreignPart(_ target: [Int: Value], _ steps: [EvaluationStep]) -> StepProgram? {
    guard conversion.direction == .toBC else { return nil }
    let table = checked.catalogue[program.mapping.bcTable]
    func value(_ field: Int) -> Value {
      target[field] ?? BlankValue.of(table.fields[field], on: .bc)
    }
    return zip(conversion.steps, steps).first { step, done in
      if case .kept = done.outcome { return false }
      guard case .reference(let slot) = step.value.base,
        case .bcPart(_, let pick, let owner) = resolve(conversion.references[slot])
      else { return false }
      let reference = conversion.references[slot]
      if let pick, let by = reference.pickedBy, value(by) != .option(pick) { return true }
      let named = reference.routes.first { $0.pick == pick && !$0.owner.isEmpty }?.owner ?? []
      return named.map { Code.normalized(value($0).description) } != owner
    }?.0
  }
}
