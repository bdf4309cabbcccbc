/// What a mapping does in one direction with records that are coupled, as the compiler knows it. It is
/// another one exactly where something else may be written: not where a comment, a schedule, the order
/// of keys, a test or a direction that it does not touch is another one, and not where only new
/// records are made differently (docs/language.md#when-a-mapping-has-changed).
public struct MappingEffect: Hashable, Sendable {
  /// What is written, and what is refused.
  public let writes: EffectDigest
  /// Which records are taken; it counts where those outside the filter are left alone, and setup has
  /// not replaced it.
  public let filter: EffectDigest
  /// The settings whose values are written or asked for.
  public let settings: [String]
  /// The settings that the filter asks for.
  public let filterSettings: [String]

  public init(
    _ writes: UInt64, filter: UInt64, settings: [String] = [], filterSettings: [String] = []
  ) {
    self.writes = EffectDigest(bits: writes)
    self.filter = EffectDigest(bits: filter)
    self.settings = settings
    self.filterSettings = filterSettings
  }
}

extension MappingEffect {
  public init(writes: EffectText, filter: EffectText) {
    self.init(
      writes.digest.bits, filter: filter.digest.bits, settings: writes.settings.sorted(),
      filterSettings: filter.settings.sorted())
  }
}

/// What something does, written down so that two ways to say the same come out as the same bytes: of
/// it a digest is made. Words are written with their length, lists with brackets, and what has no
/// order of its own is sorted.
///
/// States keep digests for years. A new word for something old changes them all, and every record
/// counts as written by an older mapping then.
public struct EffectText: Hashable, Sendable {
  public let bytes: [UInt8]
  /// The settings whose values it asks for: what they are a run knows.
  public let settings: Set<String>

  /// One word.
  public init(_ word: String) {
    let utf8 = word.utf8
    bytes = Array("\(utf8.count):".utf8) + Array(utf8)
    settings = []
  }

  /// Something with its parts, in their order.
  public init(_ name: String, _ parts: [EffectText]) {
    self.init(list: [EffectText(name)] + parts)
  }

  /// Something with parts that are words.
  public init(_ name: String, words: [String]) {
    self.init(name, words.map { EffectText($0) })
  }

  /// Something with parts that have no order.
  public init(_ name: String, set parts: [EffectText]) {
    self.init(name, parts.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) })
  }

  private init(list: [EffectText], asking settings: Set<String> = []) {
    var bytes: [UInt8] = [UInt8(ascii: "(")]
    bytes.reserveCapacity(list.reduce(2) { $0 + $1.bytes.count })
    for part in list { bytes += part.bytes }
    bytes.append(UInt8(ascii: ")"))
    self.bytes = bytes
    self.settings = list.reduce(into: settings) { $0.formUnion($1.settings) }
  }

  /// The same as a number.
  public var digest: EffectDigest {
    // FNV-1a, and what spreads its last bytes.
    var bits: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { bits = (bits ^ UInt64(byte)) &* 0x100_0000_01B3 }
    bits ^= bits >> 32
    bits = bits &* 0x9E37_79B9_7F4A_7C15
    return EffectDigest(bits: bits ^ bits >> 29)
  }
}

/// What a mapping does in one direction, in 64 bits.
public struct EffectDigest: Hashable, Sendable {
  public let bits: UInt64

  public init(bits: UInt64) { self.bits = bits }
}

/// Values, and conditions of them.
extension EffectText {
  public init(_ value: Value) {
    switch value {
    case .empty: self.init("empty", [])
    case .text(let text): self.init("text", words: [text])
    case .integer(let number): self.init("number", words: [String(number)])
    case .decimal(let number): self.init("number", words: [number.description])
    case .boolean(let truth): self.init("boolean", words: [String(truth)])
    case .date(let date): self.init("date", words: [date.description])
    case .dateTime(let moment): self.init("moment", words: [moment.description])
    case .guid(let guid): self.init("guid", words: [guid.description])
    case .option(let option): self.init("option", words: [String(option.rawValue)])
    case .lookup(let lookup): self.init("lookup", words: [lookup.table, lookup.id.description])
    }
  }

  public init(_ operand: Operand) {
    switch operand {
    case .value(let value): self.init(value)
    case .variable(.optionSetting(let name, let numbers)):
      let words = ["variable", "$" + name] + numbers.map { $0.map { String($0) } ?? "none" }
      self.init(list: words.map { EffectText($0) }, asking: [name])
    case .variable(.setting(let name, _)):
      self.init(list: ["variable", "$" + name].map { EffectText($0) }, asking: [name])
    case .variable(let variable): self.init("variable", words: [variable.written])
    }
  }

  public init(_ condition: Condition<Operand>) {
    let clauses = condition.clauses.map { clause in
      EffectText("clause", [EffectText(clause.field), EffectText(clause.test)])
    }
    let any = condition.any.map { list in EffectText("any", set: list.map { EffectText($0) }) }
    self.init("condition", set: clauses + any)
  }

  private init(_ test: FieldTest<Operand>) {
    switch test {
    case .equals(let wanted): self.init("equals", [EffectText(wanted)])
    case .anyOf(let tests): self.init("any-of", set: tests.map { EffectText($0) })
    case .empty: self.init("is-empty", [])
    case .notEmpty: self.init("is-not-empty", [])
    case .not(let test): self.init("not", [EffectText(test)])
    case .above(let bound): self.init("above", [EffectText(bound)])
    case .below(let bound): self.init("below", [EffectText(bound)])
    case .atLeast(let bound): self.init("at-least", [EffectText(bound)])
    case .atMost(let bound): self.init("at-most", [EffectText(bound)])
    case .between(let lower, let upper):
      self.init("between", [EffectText(lower), EffectText(upper)])
    case .like(let wildcard): self.init("like", words: [wildcard.source])
    case .isA(let table): self.init("is-a", words: [table])
    case .field(let name): self.init("field", words: [name])
    }
  }
}

extension Condition where Wanted == Value {
  /// The same as it is written in a mapping.
  public var asWritten: Condition<Operand> {
    Condition<Operand>(
      clauses.map { .init($0.field, $0.test.map { .value($0) }) },
      any: any.map { list in list.map(\.asWritten) })
  }
}
