/// The kinds of a field, with what a field map of it needs.
enum FieldKind: CaseIterable {
  case text
  case code
  case memo
  case integer
  case bigInteger
  case decimal
  case money
  case boolean
  case date
  case dateTime
  case guid
  case option

  /// What it may be written into without a transform.
  var targets: [FieldKind] {
    switch self {
    case .text, .code, .memo: [.text, .code, .memo]
    case .integer: [.integer, .bigInteger, .decimal, .text]
    case .bigInteger: [.bigInteger, .text]
    case .decimal, .money: [.decimal, .money]
    case .boolean: [.boolean]
    case .date, .dateTime: [.date, .dateTime]
    case .guid: [.guid, .text]
    case .option: [.option]
    }
  }

  var isText: Bool { self == .text || self == .code || self == .memo }

  /// The type of a field.
  func type(_ choices: inout Choices) -> String {
    switch self {
    case .text: "text(\(choices.pick([1, 5, 20, 100, 250])))"
    case .code: "code(\(choices.pick([10, 20, 50])))"
    case .memo: choices.chance(50) ? "memo" : "memo(2000)"
    case .integer: "integer"
    case .bigInteger: "bigint"
    case .decimal: "decimal(\(choices.below(6)))"
    case .money: "money"
    case .boolean: "boolean"
    case .date: "date"
    case .dateTime: "datetime"
    case .guid: "guid"
    case .option: "option"
    }
  }

  /// A value that a field of this kind may have; of options, one of `options`.
  func value(_ choices: inout Choices, options: [String]) -> String {
    switch self {
    case .text, .code, .memo:
      choices.chance(50) ? "x" : OddText.quoted(String(OddText.name(&choices).prefix(5)))
    case .integer: choices.pick(["0", "-1", "2147483647", "-2147483648"])
    case .bigInteger: choices.pick(["0", "9223372036854775807", "-9223372036854775808"])
    case .decimal, .money: choices.pick(["0", "-1", "12", "99999999999"])
    case .boolean: choices.pick(["true", "false"])
    case .date: choices.pick(["2026-01-15", "1900-01-01", "$today"])
    case .dateTime: choices.pick(["2026-01-15T09:00:00Z", "1999-12-31T23:59:59Z"])
    case .guid: "6F9619FF-8B86-D011-B42D-00C04FC964FF"
    case .option: OddText.quoted(choices.pick(options))
    }
  }
}
