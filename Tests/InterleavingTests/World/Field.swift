import MapRuntime

/// A field that people of the tests edit, as both sides hold it.
enum Field: String, Hashable, Sendable, CaseIterable {
  /// Both ways.
  case phone
  /// Both ways.
  case address
  /// Only to Sales.
  case credit
  /// Only to BC: an inactive account blocks its customer.
  case state

  /// The direction in which it goes; nil for both.
  var direction: Direction? {
    switch self {
    case .phone, .address: nil
    case .credit: .toSales
    case .state: .toBC
    }
  }

  func name(_ side: Side, in mapping: TestedMapping) -> String {
    switch (self, side) {
    case (.phone, .bc): "Phone No."
    case (.phone, .sales): mapping == .customer ? "telephone1" : "mobilephone"
    case (.address, .bc): "Address 2"
    case (.address, .sales): "address1_line2"
    case (.credit, .bc): "Credit Limit (LCY)"
    case (.credit, .sales): "creditlimit"
    case (.state, .bc): "Blocked"
    case (.state, .sales): "statecode"
    }
  }

  /// A text of a test as the side's value.
  func value(_ text: String, _ side: Side) -> Value {
    switch (self, side) {
    case (.phone, _), (.address, _): .of(text: text)
    case (.credit, _): .decimal(DecimalValue(Int64(text) ?? 0))
    case (.state, .bc): .option(OptionValue(text == "inactive" ? 3 : 0))
    case (.state, .sales): .option(OptionValue(text == "inactive" ? 1 : 0))
    }
  }

  /// The same text for values of both sides that mean the same.
  func text(_ value: Value?, _ side: Side) -> String {
    switch self {
    case .phone, .address: return value?.description ?? ""
    case .credit:
      guard let value, case .decimal(let number) = value else { return "0" }
      return number.description
    case .state:
      let isInactive = value == .option(OptionValue(side == .bc ? 3 : 1))
      return isInactive ? "inactive" : "active"
    }
  }
}

/// A mapping of the shipped ones.
enum TestedMapping: String, Hashable, Sendable {
  case customer = "CUSTOMER"
  /// Only to BC, with keys that are generated.
  case salespeople = "SALESPEOPLE"

  var fields: [Field] { self == .customer ? Field.allCases : [.phone] }

  /// The direction in which a field goes here; nil for both.
  func direction(of field: Field) -> Direction? {
    self == .salespeople ? .toBC : field.direction
  }

  func table(_ side: Side) -> String {
    switch (self, side) {
    case (.customer, .bc): "Customer"
    case (.customer, .sales): "account"
    case (.salespeople, .bc): "Salesperson/Purchaser"
    case (.salespeople, .sales): "systemuser"
    }
  }

  /// The field by which the tests know a record; nobody edits it.
  func identity(_ side: Side) -> String {
    switch (self, side) {
    case (.customer, .bc): "Name"
    case (.customer, .sales): "name"
    case (.salespeople, .bc): "E-Mail"
    case (.salespeople, .sales): "internalemailaddress"
    }
  }

  /// What a new record has besides.
  func beginning(_ name: String, _ side: Side) -> [String: Value] {
    switch (self, side) {
    case (.customer, .bc), (.salespeople, .bc): [:]
    case (.customer, .sales): ["customertypecode": .option(OptionValue(3))]
    case (.salespeople, .sales):
      [
        "fullname": .text(name), "lastname": .text(name), "domainname": .text(name),
        "isdisabled": .boolean(false), "islicensed": .boolean(true),
        "isintegrationuser": .boolean(false),
      ]
    }
  }
}
