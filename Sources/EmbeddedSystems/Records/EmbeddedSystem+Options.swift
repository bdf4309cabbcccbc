import MapRuntime

extension EmbeddedSystem {
  /// Adds an option to several open option fields at once, under the next number that is free in
  /// all of them (R D-52, K-18).
  public func addOption(
    _ label: String, to fields: [OptionTarget.Field], by author: Author = .integration
  ) throws(SystemFailure) -> Result<OptionValue, Refusal> {
    try write(by: author) { session in
      do {
        return .success(
          try session.guarded(true) { try session.addOption(label, to: fields) })
      } catch let refusal as Refusal {
        return .failure(refusal)
      }
    }
  }
}

extension WriteSession {
  func addOption(_ label: String, to fields: [OptionTarget.Field]) throws -> OptionValue {
    var number: Int32 = 0
    let tables = fields.map { "\($0.table).\($0.field)" }
    for table in tables {
      let last = try find(table, [:]).compactMap(\.option?.rawValue).max() ?? 0
      number = max(number, last + 1)
    }
    let option = OptionValue(number)
    for table in tables {
      optionID = Guid(option: option)
      defer { optionID = nil }
      try create(table, ["$label": .text(label)], by: .system)
    }
    return option
  }
}
