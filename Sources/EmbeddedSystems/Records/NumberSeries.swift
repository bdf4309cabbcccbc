import MapRuntime

/// How the records of a table are numbered: 'CUST00001' begins there, with five digits.
struct NumberSeries: Hashable, Sendable {
  let prefix: String
  let digits: Int
  var next: Int64

  init(prefix: String, digits: Int, next: Int64) {
    self.prefix = prefix
    self.digits = digits
    self.next = next
  }

  /// Nil for a first number that does not end in digits.
  init?(first: String) {
    let digits = first.reversed().prefix { $0.isASCII && $0.isNumber }.count
    guard digits > 0, let next = Int64(first.suffix(digits)) else { return nil }
    prefix = String(first.dropLast(digits))
    self.digits = digits
    self.next = next
  }

  /// The series of a table's field for which nobody set one up: of a well-known table its own, else
  /// the initials of the table's name and five digits, as far as the field has room.
  init(of table: TableLayout, _ column: Int) {
    if table.numberedColumns.first == column, let known = Self.known[table.name],
      let series = NumberSeries(first: known)
    {
      self = series
      return
    }
    let length = Self.length(table.columns[column].field.type)
    let words = table.name.split { !$0.isASCII || !$0.isLetter && !$0.isNumber }
    let letters = words.count > 1 ? String(words.compactMap(\.first)) : table.name
    let initials = letters.filter { $0.isASCII && $0.isLetter }.uppercased()
    prefix = String(initials.prefix(max(0, min(3, length - 5))))
    digits = min(5, max(1, length - prefix.utf16.count))
    next = 1
  }

  /// The number that is next.
  var number: String {
    let text = String(next)
    return prefix + String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  private static let known = [
    "Customer": "CUST00001", "Vendor": "VEND00001", "Contact": "CT000001", "Item": "ITEM00001",
    "Resource": "RES00001", "Opportunity": "OP000001", "Sales Header": "S-00001",
    "Sales Invoice Header": "PSI-00001", "Price List Header": "PL00001",
    "salesorder": "ORD-01000", "quote": "QUO-01000", "invoice": "INV-01000",
  ]

  private static func length(_ type: FieldType) -> Int {
    switch type {
    case .text(let length), .memo(let length): length ?? 20
    case .code(let length): length
    default: 20
    }
  }
}

extension TableLayout {
  /// The columns that a number series fills, in order.
  var numberedColumns: [Int] { columns.indices.filter(isNumbered) }

  /// The numbers that Sales gives its documents (SD-5).
  private static let numbers = [
    "salesorder": "ordernumber", "quote": "quotenumber", "invoice": "invoicenumber",
  ]

  /// Whether a number series fills a column: its file says so, or Sales numbers its documents.
  func isNumbered(_ column: Int) -> Bool {
    switch columns[column].field.default {
    case .numberSeries: true
    case .system: side == .sales && Self.numbers[name] == columns[column].name
    case .nextLine, .value, nil: false
    }
  }

  /// What the file calls the series of a column: the table's own, or one of several.
  func seriesName(_ column: Int) -> String {
    numberedColumns.first == column ? name : "\(name).\(columns[column].name)"
  }
}
