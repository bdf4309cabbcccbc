extension TableDescription {
  /// The field of a name, the two that `states` stands for among them.
  public func describedField(_ name: String) -> FieldDescription? {
    if let field = field(name) { return field }
    guard let states else { return nil }
    if name == states.field {
      let options = states.values.map { FieldDescription.Option($0.name, $0.value) }
      return FieldDescription(name, .option, options: options)
    }
    if name == states.status {
      return FieldDescription(name, .option, options: states.values.flatMap(\.statuses))
    }
    return nil
  }

  /// Every name that `describedField` knows, in order.
  public var describedNames: [String] {
    let names = fields.map(\.name)
    guard let states else { return names }
    return names + [states.field, states.status].filter { !names.contains($0) }
  }
}
