import MapLanguage
import MapSource

/// Reads the tables that packages of Business Central describe: those that they define, with the
/// fields that extensions add, each package's to the tables of all.
public enum PackageReader {
  /// - Throws: `ImportProblem` for a file that is no package, or whose symbols cannot be read.
  public static func read(_ packages: [SourceFile]) throws(ImportProblem) -> SystemDescription {
    var symbols: [Symbols] = []
    for package in packages {
      let file = try PackageFile.symbols(of: package)
      symbols += try JSONDocument.decode(Symbols.self, from: file).all
    }
    return SymbolTables(symbols).description
  }
}

/// The tables of some symbols.
struct SymbolTables {
  private let symbols: [Symbols]
  /// The values of each enum, with those that extensions add.
  private let enumerations: [String: [SystemField.Option]]
  /// The primary key of each table.
  private let keys: [String: [String]]

  init(_ symbols: [Symbols]) {
    self.symbols = symbols
    var enumerations: [String: [SystemField.Option]] = [:]
    for one in symbols.flatMap({ $0.enums ?? [] }) {
      if let name = one.name { enumerations[name] = Self.options(of: one) }
    }
    for more in symbols.flatMap({ $0.enumExtensions ?? [] }) {
      // An extension's values alone would look like all there are.
      guard let name = more.target.map(Self.withoutNamespace), let known = enumerations[name] else {
        continue
      }
      enumerations[name] = known + Self.options(of: more)
    }
    self.enumerations = enumerations.mapValues(\.distinct)
    keys = symbols.flatMap { $0.tables ?? [] }.reduce(into: [:]) { keys, table in
      if let name = table.name, let fields = table.keys?.first?.fields { keys[name] = fields }
    }
  }

  var description: SystemDescription {
    var tables: [SystemTable] = []
    var places: [String: Int] = [:]
    for symbol in symbols.flatMap({ $0.tables ?? [] }) {
      guard let table = table(symbol), places[table.name] == nil else { continue }
      places[table.name] = tables.count
      tables.append(table)
    }
    for symbol in symbols.flatMap({ $0.extensions ?? [] }) {
      guard let name = symbol.target.map(Self.withoutNamespace) else { continue }
      let (fields, leftOut) = fields(symbol)
      if places[name] == nil {
        places[name] = tables.count
        var table = SystemTable(name: name, key: [], fields: [])
        table.isExtension = true
        tables.append(table)
      }
      guard let place = places[name] else { continue }
      let own = Set(tables[place].fields.map(\.name))
      let end = tables[place].fields.firstIndex { Self.systemFields.contains($0.name) }
      tables[place].fields.insert(
        contentsOf: fields.filter { !own.contains($0.name) },
        at: end ?? tables[place].fields.endIndex)
      tables[place].leftOut += leftOut
    }
    return SystemDescription(origin: .packages, tables: tables)
  }

  /// Nil for what keeps no records, or has no name.
  private func table(_ symbol: Symbols.Table) -> SystemTable? {
    let properties = symbol.properties
    guard let name = symbol.name,
      properties?["TableType"].map({ $0.lowercased() == "normal" }) ?? true,
      properties?["ObsoleteState"]?.lowercased() != "removed"
    else { return nil }
    let (fields, leftOut) = fields(symbol)
    let key = symbol.keys?.first?.fields ?? fields.first.map { [$0.name] } ?? []
    guard !key.isEmpty, key.allSatisfy({ part in fields.contains { $0.name == part } }) else {
      return nil
    }
    var table = SystemTable(name: name, key: key, fields: fields)
    for place in table.fields.indices where key.contains(table.fields[place].name) {
      table.fields[place].isRequired = true
    }
    table.fields += Self.system
    table.number = symbol.id
    table.leftOut = leftOut
    return table
  }

  private func fields(_ symbol: Symbols.Table) -> (fields: [SystemField], leftOut: Int) {
    var leftOut = 0
    let options = (symbol.fields ?? []).compactMap { field in
      field.name.flatMap { name in self.options(field).map { (name, $0) } }
    }
    let byField = Dictionary(options) { first, _ in first }
    let fields = (symbol.fields ?? []).compactMap { field -> SystemField? in
      let properties = field.properties
      guard let name = field.name, properties?["FieldClass"]?.lowercased() != "flowfilter",
        properties?["ObsoleteState"]?.lowercased() != "removed",
        !Self.isFalse(properties?["Enabled"])
      else { return nil }
      guard let kind = kind(field) else {
        leftOut += 1
        return nil
      }
      var result = SystemField(name: name, kind: kind)
      if properties?["FieldClass"]?.lowercased() == "flowfield" { result.access = .read }
      result.isRequired = Self.isTrue(properties?["NotBlank"])
      if Self.isTrue(properties?["AutoIncrement"]) {
        (result.access, result.isRequired, result.isFilled) = (.read, true, true)
      }
      result.reference = properties?["TableRelation"].flatMap { text in
        TableRelation(text, keys: keys, options: byField).reference
      }
      return result
    }
    return (fields, leftOut)
  }

  /// Nil for types that table files do not have: pictures, times of day, durations.
  private func kind(_ field: Symbols.Field) -> SystemField.Kind? {
    guard let written = field.definition?.name else { return nil }
    let name = written.prefix { $0 != "[" && $0 != " " }.lowercased()
    let length = written.firstMatch(of: #/\[(\d+)\]/#).flatMap { Int($0.1) }
    switch name {
    case "text": return .text(length: length)
    case "code": return .code(length: length ?? 20)
    case "integer": return .integer(mayBeOption: false)
    case "biginteger": return .bigInteger
    case "decimal":
      return .decimal(places: field.properties?["DecimalPlaces"].flatMap(Self.places))
    case "boolean": return .boolean
    case "date": return .date
    case "datetime": return .dateTime(mayBeDate: false)
    case "guid": return .guid
    case "option", "enum": return .option(options(field))
    default: return nil
    }
  }

  private func options(_ field: Symbols.Field) -> [SystemField.Option]? {
    guard let name = field.definition?.name else { return nil }
    if name.lowercased().hasPrefix("enum") {
      let quoted = name.dropFirst(4).filter { $0 != "\"" }
      let enumeration = field.definition?.subtype?.name ?? String(quoted).trimmed
      return enumerations[Self.withoutNamespace(enumeration)]
    }
    guard name.lowercased() == "option" else { return nil }
    let members =
      field.definition?.members?.names ?? field.members?.names
      ?? field.properties?["OptionMembers"].map(Symbols.OptionMembers.names)
    return members.map { names in
      zip(names, Int32(0)...).map { SystemField.Option(name: $0, value: $1) }.distinct
    }
  }

  /// `0:5` shows up to five decimal places, `2` just two; it says what people enter, and BC stores
  /// no more of it.
  private static func places(_ text: String) -> Int? {
    text.split(separator: ":").last.flatMap { Int(String($0).trimmed) }.map { min(max($0, 0), 10) }
  }

  private static func options(of symbol: Symbols.Enumeration) -> [SystemField.Option] {
    (symbol.values ?? []).compactMap { value in
      // An ordinal of 0 is left out, as all defaults are; a value without a name is none.
      value.name.map { SystemField.Option(name: $0, value: value.ordinal ?? 0) }
    }
  }

  /// The name of `#437dbf0e84ff417a965ded2bb9650972#Microsoft.Sales.Customer.Customer`, which an
  /// extension may give its target; names hold dots of their own, so that only such are cut.
  private static func withoutNamespace(_ name: String) -> String {
    guard name.hasPrefix("#"), let dot = name.lastIndex(of: ".") else { return name }
    return String(name[name.index(after: dot)...])
  }

  private static func isTrue(_ text: String?) -> Bool {
    text.map { ["1", "true", "yes"].contains($0.lowercased()) } ?? false
  }

  private static func isFalse(_ text: String?) -> Bool {
    text.map { ["0", "false", "no"].contains($0.lowercased()) } ?? false
  }

  /// What every table of Business Central has, and no symbols say.
  private static let system: [SystemField] = {
    let kinds: [(String, SystemField.Kind)] = [
      ("SystemId", .guid), ("SystemCreatedAt", .dateTime(mayBeDate: false)),
      ("SystemModifiedAt", .dateTime(mayBeDate: false)),
    ]
    return kinds.map { name, kind in
      var field = SystemField(name: name, kind: kind)
      (field.access, field.isRequired, field.isFilled) = (.read, true, true)
      return field
    }
  }()

  private static let systemFields = Set(system.map(\.name))
}
