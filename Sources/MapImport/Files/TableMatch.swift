import MapLanguage
import MapRuntime

/// Which field of a table file is which column of its system, and which file describes which table.
struct TableMatch {
  private let origin: SystemDescription.Origin

  init(_ origin: SystemDescription.Origin) { self.origin = origin }

  /// Whether a file describes a table of the system. Tables of an API are known by their entity set,
  /// and by their name where a file says none.
  func holds(_ table: Table, _ system: SystemTable) -> Bool {
    guard origin == .businessCentral else { return table.name.value == system.name }
    if let set = table.odata?.set { return set.value == system.set }
    return Self.camelCase(table.name.value).lowercased() == system.name.lowercased()
  }

  /// The field of a file that is a column. In an API a field has the name that `odata` says; one that
  /// says none is meant where its own name reads so, and the type agrees.
  func field(_ system: SystemField, in table: Table) -> Field? {
    guard origin == .businessCentral, let name = system.odata else { return table[system.name] }
    if let said = table.fields.first(where: { $0.odata == name }) { return said }
    return table.fields.first { field in
      field.odata == nil && field.computed == nil && field.join == nil
        && (field.name.value == name || Self.camelCase(field.name.value) == name)
        && system.type(insteadOf: field.type.value) == field.type.value
    }
  }

  /// `Phone No.` as `phoneNo`, as Business Central names what it publishes.
  private static func camelCase(_ name: String) -> String {
    let words = name.split { !($0.isLetter || $0.isNumber) }
    return words.enumerated().map { place, word in
      place == 0
        ? word.prefix(1).lowercased() + word.dropFirst()
        : word.prefix(1).uppercased() + word.dropFirst()
    }.joined()
  }
}
