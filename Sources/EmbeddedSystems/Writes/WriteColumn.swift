import MapRuntime

/// How one column of a record is checked and bound.
struct WriteColumn: Sendable {
  /// What may be bound, by type.
  enum Kind: UInt8, Sendable {
    case text, code, integer, decimal, boolean, date, dateTime, guid, option, lookup
  }

  /// Where it goes; 0 if it is not written.
  var place: Int32 = 0
  /// Where the table of a lookup goes; 0 if only one is possible.
  var tablePlace: Int32 = 0
  let kind: Kind
  let isBC: Bool
  let isRequired: Bool
  /// In UTF-16 units of a text, in places of a decimal, or in bits of an integer.
  let limit: Int
  /// Whether `references` has any.
  let isReference: Bool
  /// What few values need, behind one reference, as a column is copied for every value.
  private let rest: Rest

  private final class Rest: Sendable {
    let options: [Int32]?
    let openOptions: String?
    let references: [String]
    let tables: [String]
    let standard: Value?

    init(
      options: [Int32]? = nil, openOptions: String? = nil, references: [String] = [],
      tables: [String] = [], standard: Value? = nil
    ) {
      self.options = options
      self.openOptions = openOptions
      self.references = references
      self.tables = tables
      self.standard = standard
    }
  }

  /// The options that exist; nil where all do.
  var options: [Int32]? { rest.options }
  /// Further options that were added.
  var openOptions: String? { rest.openOptions }
  /// The tables that are looked into; empty where nothing is checked.
  var references: [String] { rest.references }
  var tables: [String] { rest.tables }
  /// What stands for an empty value of a new record.
  var standard: Value? { rest.standard }

  /// - Parameters:
  ///   - isValidated: whether what it refers to is looked up.
  ///   - isFilled: whether one that is required must have a value.
  init(
    _ layout: ColumnLayout, in table: TableLayout, schema: SystemSchema, isNew: Bool,
    isValidated: Bool = true, isFilled: Bool = true
  ) {
    let field = layout.field
    kind = WriteColumn.kind(field.type)
    isBC = table.side == .bc
    limit = WriteColumn.limit(field.type)
    // Who fills a new record's field empties none that is filled.
    isRequired =
      isFilled && field.isRequired && (field.default == nil || !isNew)
      && !schema.isSaidByDocument(field.name, of: table)
    let tables = field.refersTo.map(\.table)
    let isPlain =
      field.pickedBy == nil
      && field.refersTo.allSatisfy { $0.otherKeys.isEmpty && schema[$0.table] != nil }
    let isLookedUp =
      isValidated && isPlain
      && (table.side == .sales || field.refersTo.allSatisfy { schema.hasOneKey($0.table) })
    var standard: Value?
    if isNew, case .value(let value) = field.default { standard = value }
    isReference = isLookedUp && !tables.isEmpty
    rest = Rest(
      options: field.options.isEmpty ? nil : field.options.map(\.value),
      openOptions: field.isOpen ? OptionTarget.Field(table.name, field.name).optionsTable : nil,
      references: isLookedUp ? tables : [], tables: tables, standard: standard)
  }

  /// A column that the table does not have.
  static let none = WriteColumn()

  private init() {
    kind = .text
    isBC = false
    isRequired = false
    limit = .max
    isReference = false
    rest = Rest()
  }

  private static func kind(_ type: FieldType) -> Kind {
    switch type {
    case .text, .memo: .text
    case .code: .code
    case .integer, .bigInteger: .integer
    case .decimal, .money: .decimal
    case .boolean: .boolean
    case .date: .date
    case .dateTime: .dateTime
    case .guid: .guid
    case .option: .option
    case .lookup: .lookup
    }
  }

  private static func limit(_ type: FieldType) -> Int {
    switch type {
    case .text(let length), .memo(let length): length ?? .max
    case .code(let length): length
    case .decimal(let places): places
    case .money: 4
    case .integer: Int32.bitWidth
    default: .max
    }
  }
}

extension SystemSchema {
  /// Whether one code says which record of a table is meant.
  func hasOneKey(_ table: String) -> Bool { self[table]?.key.count == 1 }
}
