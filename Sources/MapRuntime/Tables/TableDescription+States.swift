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
      let options = states.values.flatMap { state in
        state.statuses.map { FieldDescription.Option($0.name, $0.value, of: state.name) }
      }
      return FieldDescription(name, .option, options: options)
    }
    return nil
  }

  /// The same field as a record that states its values means it: beside its state, the name of a
  /// status is that state's.
  public func describedField(_ name: String, besideState state: String) -> FieldDescription? {
    let field = describedField(name)
    guard let field, name == states?.status,
      let own = states?.values.first(where: { $0.name == state })?.statuses
    else { return field }
    return FieldDescription(name, .option, options: own + field.options)
  }

  /// Every name that `describedField` knows, in order.
  public var describedNames: [String] {
    let names = fields.map(\.name)
    guard let states else { return names }
    return names + [states.field, states.status].filter { !names.contains($0) }
  }
}
