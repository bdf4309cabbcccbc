import MapLanguage
import MapRuntime
import MapSource

/// `constant-key`: all records that a mapping creates would have one key, so that none can follow on the
/// first.
enum ConstantKeyCheck {
  static let pass = CheckPass(reach: .own) { mapping, context in
    guard mapping.knows([.create, .fields, .parent, .templates]) else { return [] }
    return mapping.direction.directions.compactMap { direction in
      mapping.creates(direction) ? find(mapping, direction, context) : nil
    }
  }

  private static func find(
    _ mapping: EffectiveMapping, _ direction: Direction, _ context: CheckContext
  ) -> Finding? {
    let table = context.table(mapping, direction.target)
    let links = mapping.parent == nil ? [] : table.parent?.links.map(\.own.value) ?? []
    var constants: [Constant] = []
    for name in table.key {
      guard !links.contains(name.value), let place = table.place(of: name.value),
        let constant = constant(in: place, mapping, direction)
      else { return nil }
      constants.append(constant)
    }
    // The one record of a setup has an empty key.
    guard let last = constants.last, constants.contains(where: { !$0.isEmpty }) else { return nil }
    let keys = ValueNames.list(table.key.map(\.value))
    return Finding(
      "constant-key",
      "every '\(table.name.value)' that this mapping creates would have the same \(keys)",
      at: last.span, label: "the same for all",
      notes: constants.dropLast().map { Finding.Note("so is this", at: $0.span) } + [
        Finding.Note("its key is named here", at: table.key.first?.span)
      ],
      help: "leave the key to the system, or write it from a field of the source or by `generate`")
  }

  /// A value that a new record gets whatever its source is.
  private struct Constant {
    let span: Span
    let isEmpty: Bool
  }

  /// What is written into a field on creation, where that is one value for all; nil where it is not,
  /// or nothing is written.
  private static func constant(
    in place: Int, _ mapping: EffectiveMapping, _ direction: Direction
  ) -> Constant? {
    let maps = mapping.fields.filter {
      $0.includes(direction) && $0.field(direction.target) == place && $0.onlyOn != .update
    }
    if let map = maps.last {
      guard maps.count == 1, map.origin.together == nil, let source = map.source else { return nil }
      return constant(source, at: map.span)
    }
    for template in mapping.templates where template.to == direction.target {
      guard let set = template.set.first(where: { $0.field == place }) else { continue }
      return constant(.constant(set.operand), at: set.span)
    }
    return nil
  }

  private static func constant(_ source: EffectiveSource, at span: Span) -> Constant? {
    switch source {
    case .constant(.value(let value)): Constant(span: span, isEmpty: value.isEmpty)
    case .constant(.variable): Constant(span: span, isEmpty: false)
    case .text(let parts):
      parts.contains { $0.fieldPlace != nil } ? nil : Constant(span: span, isEmpty: parts.isEmpty)
    case .first(let sources): sources.first.flatMap { constant($0, at: span) }
    case .field, .generate, .compute, .related: nil
    }
  }
}
