import MapLanguage
import MapRuntime

/// Values that a field can hold, the awkward ones often: empty, as long as they may be, letters of
/// two code units, the ends of numbers.
struct RandomValue {
  /// Letters of one to four bytes and of several code points, some that change length with case or
  /// that compose, spaces at the ends, line breaks.
  private static let letters: [Character] = [
    "a", "B", "z", "0", "7", " ", "-", "ß", "É", "e\u{301}", "ﬁ", "漢", "😀", "🇩🇰", "'", "\"", "{",
    "\r\n",
  ]

  var generator: SeededGenerator

  /// A value of the field, on its side: BC never leaves numbers, booleans and options empty but
  /// where there is no row to join.
  mutating func value(of field: Field, on side: Side) -> Value {
    let isEmpty = generator.isOne(in: 5)
    if isEmpty { return BlankValue.of(field, on: side) }
    switch field.type.value {
    case .text(let length), .memo(let length): return .of(text: text(upTo: length ?? 300))
    case .code(let length):
      return .of(text: TextLength.cut(Code.normalized(text(upTo: length)), to: length))
    case .integer: return .integer(Int64(number(limit: Int64(Int32.max))))
    case .bigInteger: return .integer(number(limit: 1 << 40))
    case .decimal(let places): return .decimal(decimal(places: places))
    case .money: return .decimal(decimal(places: 4))
    case .boolean: return .boolean(generator.isOne(in: 2))
    case .date: return .date(date())
    case .dateTime:
      let time = Int64.random(in: 0..<86_400, using: &generator) * 1000
      return .dateTime(
        DateTimeValue(milliseconds: DateTimeValue(midnightOf: date()).milliseconds + time))
    case .guid: return .guid(guid())
    case .option: return .option(option(of: field))
    case .lookup: return lookup(of: field)
    }
  }

  mutating func guid() -> Guid { Guid(high: generator.next(), low: generator.next() | 1) }

  mutating func code(upTo length: Int) -> String {
    let code = Code.normalized(TextLength.cut(text(upTo: length), to: length))
    return code.isEmpty ? "X" : code
  }

  /// One in three as long as may be, one in ten plain.
  mutating func text(upTo length: Int) -> String {
    let wanted =
      generator.isOne(in: 3)
      ? length : Int.random(in: 0...max(1, min(length, 40)), using: &generator)
    let isPlain = generator.isOne(in: 3)
    // Spaces alone are a text, and no code.
    if generator.isOne(in: 20) { return String(repeating: " ", count: min(wanted, 3)) }
    var text = ""
    for _ in 0..<wanted {
      text.append(
        isPlain ? "x" : Self.letters.randomElement(using: &generator) ?? "x")
    }
    return TextLength.cut(text, to: length)
  }

  private mutating func number(limit: Int64) -> Int64 {
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: 0
    case 1: limit
    case 2: -1
    default: Int64.random(in: 0...10_000, using: &generator)
    }
  }

  private mutating func decimal(places: Int) -> DecimalValue {
    let whole = number(limit: 99_999_999)
    guard places > 0, generator.isOne(in: 2) else { return DecimalValue(whole) }
    var digits = ""
    for _ in 0..<min(places, 10) { digits += String(Int.random(in: 0...9, using: &generator)) }
    return (try? DecimalValue(parsing: "\(whole).\(digits)")) ?? DecimalValue(whole)
  }

  private mutating func date() -> DateValue {
    DateValue(days: Int32.random(in: 7_000...25_000, using: &generator))
  }

  /// Now and then one that the table's file does not know.
  private mutating func option(of field: Field) -> OptionValue {
    if generator.isOne(in: 20) { return OptionValue(987_654) }
    return OptionValue(field.options.randomElement(using: &generator)?.value ?? 0)
  }

  private mutating func lookup(of field: Field) -> Value {
    let table = field.references?.targets.randomElement(using: &generator)?.table.value ?? ""
    return .lookup(Lookup(table: table, id: guid()))
  }
}
