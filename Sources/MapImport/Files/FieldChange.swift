import MapLanguage
import MapRuntime

/// What a table file says of a field otherwise than its system.
enum FieldChange: Hashable, Sendable {
  case type(FieldType)
  /// Values that the file lacks.
  case addedOptions([SystemField.Option])
  /// Values of the file that the system does not have; a file keeps them.
  case goneOptions([String])
  /// Values that have another number in the system.
  case renumbered([SystemField.Option])
  /// Navigation properties of tables that the file names, as the system names them.
  case navigations([SystemField.Target])
  /// The system lets nobody write it, or on one occasion only.
  case access(Field.Access)
  /// The name in the API, where the file says none.
  case odata(String)

  /// Everything in which a field of a table file differs. What the system leaves open differs in
  /// nothing, and who writes a field less than the system permits means that.
  static func all(of field: Field, _ system: SystemField) -> [FieldChange] {
    var changes: [FieldChange] = []
    let type = system.type(insteadOf: field.type.value)
    if type != field.type.value { changes.append(.type(type)) }
    if case .option(let options?) = system.kind, type == .option {
      changes += optionChanges(of: field, options)
    }
    if case .lookup(let targets) = system.kind, let references = field.references {
      let others = references.targets.compactMap { said in
        let meant = targets.filter { $0.table == said.table.value }
        let name = said.navigation?.value ?? field.name.value
        return meant.contains { $0.navigation == name } ? nil : meant.first
      }
      if !others.isEmpty { changes.append(.navigations(others)) }
    }
    let isFree = field.access == .readWrite
    if system.access == .read && field.access != .read || system.access != .readWrite && isFree {
      changes.append(.access(system.access))
    }
    if let odata = system.odata, field.odata == nil { changes.append(.odata(odata)) }
    return changes
  }

  private static func optionChanges(
    of field: Field, _ options: [SystemField.Option]
  ) -> [FieldChange] {
    let numbers = Dictionary(field.options.map { ($0.name, $0.value) }) { first, _ in first }
    let renumbered = options.filter { option in
      numbers[option.name].map { $0 != option.value } ?? false
    }
    // A name of the file's own for a number stays: the number is what travels.
    let known = Set(field.options.map(\.value)).union(renumbered.map(\.value))
    let added = options.filter { numbers[$0.name] == nil && !known.contains($0.value) }
    let names = Set(renumbered.map(\.name))
    let theirs = Set(options.map(\.value))
    let gone = field.options.filter { !theirs.contains($0.value) && !names.contains($0.name) }
    var changes: [FieldChange] = []
    if !renumbered.isEmpty { changes.append(.renumbered(renumbered)) }
    // Of an open option the file has what there was at the time; it grows without being told.
    if !added.isEmpty, !field.isOpen { changes.append(.addedOptions(added)) }
    if !gone.isEmpty, !field.isOpen { changes.append(.goneOptions(gone.map(\.name))) }
    return changes
  }
}
