import EmbeddedSystems
import MapRuntime

/// Options that were made at run time, such as a payment term that became an option: people read and
/// write their labels, as those of the options that the tables describe.
extension TableDescription {
  /// The same table, whose open option fields have the options that a system has by now.
  func withMadeOptions(of system: EmbeddedSystem) throws(SystemFailure) -> TableDescription {
    guard side == system.schema.side else { return self }
    var table = self
    for place in fields.indices where fields[place].isOpen {
      table.fields[place].options += try system.madeOptions(of: fields[place], in: name)
    }
    return table
  }
}

extension EmbeddedSystem {
  /// The options of a field that its table's file does not describe.
  func madeOptions(
    of field: FieldDescription, in table: String
  ) throws(SystemFailure) -> [FieldDescription.Option] {
    let options = OptionTarget.Field(table, field.name).optionsTable
    guard schema[options] != nil else { return [] }
    var made: [FieldDescription.Option] = []
    for id in try find(options, [:]) {
      guard let option = id.option, field.name(of: option) == nil,
        let label = try record(options, id)?["$label"]?.text
      else { continue }
      made.append(FieldDescription.Option(label, option.rawValue))
    }
    return made
  }

  /// Makes an option; nil where the system keeps none for the field.
  func makeOption(
    _ label: String, of field: FieldDescription, in table: String
  ) throws(SystemFailure) -> Result<OptionValue?, Refusal> {
    let options = OptionTarget.Field(table, field.name).optionsTable
    guard schema[options] != nil else { return .success(nil) }
    return try create(options, ["$label": .text(label)], by: .system).map(\.option)
  }
}
