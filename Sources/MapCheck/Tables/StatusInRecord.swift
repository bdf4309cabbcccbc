import MapLanguage
import MapRuntime
import MapSource

extension Table {
  /// A field as a record that states its values means it: beside its state, the name of a status is
  /// that state's.
  public func field(_ place: Int, of record: [Assignment]) -> Field {
    let field = fields[place]
    guard let states, field.name.value == states.status.value,
      let said = record.first(where: { $0.field.value == states.field.value }),
      let state = states[said.value.value.written]
    else { return field }
    return Field(
      name: field.name, type: field.type, options: state.statuses + field.options,
      access: field.access, span: field.span)
  }
}
