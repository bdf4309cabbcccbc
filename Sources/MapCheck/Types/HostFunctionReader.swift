import MapLanguage
import MapRuntime
import MapSource

/// Every function of the host that a project asks for, in the order of its files.
struct HostFunctionReader {
  let resolved: ResolvedModel

  func functions() -> [HostFunction] {
    resolved.catalogue.tables.flatMap(computed(in:))
      + resolved.mappings.flatMap { $0.all.flatMap(functions(of:)) }
  }

  private func computed(in table: Table) -> [HostFunction] {
    table.fields.compactMap { field in
      guard let name = field.computed else { return nil }
      let arguments = field.from.map { argument -> String in
        switch argument {
        case .today: "date"
        case .rows(let name, _): "[\(name.value)]"
        case .field(let name):
          table[name.value].map { HostFunction.kind($0, on: table.side) } ?? name.value
        }
      }
      return HostFunction(
        name: name.value, arguments: arguments, type: field.type.value, span: name.span)
    }
  }

  private func functions(of mapping: EffectiveMapping) -> [HostFunction] {
    let context = CheckContext(resolved: resolved, features: mapping.features)
    let scope = FlowScope(mapping: mapping, context: context)
    return mapping.fields.flatMap { map in
      map.directions.flatMap { direction -> [HostFunction] in
        guard let flow = scope.flow(map, direction) else { return [] }
        return computes(flow.source, map.origin.source, flow, scope) + customs(flow, scope)
      }
    }
  }

  private func computes(
    _ source: EffectiveSource, _ written: FieldSource?, _ flow: FieldFlow, _ scope: FlowScope
  ) -> [HostFunction] {
    switch source {
    case .compute(let name, let arguments):
      let span = if case .compute(let said) = written { said.name.span } else { flow.map.span }
      let kinds = arguments.map { HostFunction.kind(scope.field($0.field, $0.side), on: $0.side) }
      return [HostFunction(name: name, arguments: kinds, type: flow.targetType, span: span)]
    case .first(let sources):
      guard case .first(let parts, _) = written, parts.count == sources.count else {
        return sources.flatMap { computes($0, nil, flow, scope) }
      }
      return zip(sources, parts).flatMap { computes($0, $1, flow, scope) }
    case .field, .constant, .text, .generate, .related: return []
    }
  }

  private func customs(_ flow: FieldFlow, _ scope: FlowScope) -> [HostFunction] {
    let steps = flow.transforms
    guard steps.contains(where: { if case .custom = $0 { true } else { false } }),
      var type = arriving(flow.source, flow, scope)
    else { return [] }
    var functions: [HostFunction] = []
    for (place, step) in steps.enumerated() {
      let next = TransformTyping.result(
        of: step, isLast: place == steps.count - 1, from: type, to: flow.targetType)
      if case .custom(let name) = step {
        functions.append(
          HostFunction(
            name: name, arguments: [HostFunction.kind(type)], type: next,
            span: TransformCalls.call(place, of: flow)?.span ?? flow.map.span))
      }
      type = next
    }
    return functions
  }

  private func arriving(
    _ source: EffectiveSource, _ flow: FieldFlow, _ scope: FlowScope
  ) -> FieldType? {
    if flow.map.values != nil { return flow.targetType }
    if case .first(let sources) = source {
      return sources.first.flatMap { arriving($0, flow, scope) }
    }
    return switch FlowTyping.type(of: source, in: flow, scope) {
    case .type(let type): type
    case .asTarget: flow.targetType
    }
  }
}
