/// A field's content in 32 bits, by which its content at another time is known to be the same or not.
/// Contents that are the same to their field (R B-21) have the same digest.
///
/// Two different contents have the same digest once in 2^32. It is asked of records that both sides
/// changed, and only of fields that differ between them by now: an edit that is taken for none there
/// gives way to the one of the other side. What gave way stands in the record's history, so that even
/// this is not silent.
public struct FieldDigest: Hashable, Sendable {
  public let bits: UInt32

  public init(bits: UInt32) { self.bits = bits }

  /// That of an empty field, and of no other.
  public static let empty = FieldDigest(bits: 0)

  /// That of a value in a field of a type.
  public init(_ value: Value, in type: FieldType) {
    var digests = ColumnDigests(count: 1)
    if case .code = type { digests.codes.insert(0) }
    digests.wanted.insert(0)
    switch value {
    case .empty: break
    case .text(let text): digests.write(text, 0)
    case .integer(let number): digests.write(number, 0)
    case .decimal(let number): digests.write(number, 0)
    case .boolean(let truth): digests.write(truth, 0)
    case .date(let date): digests.write(date, 0)
    case .dateTime(let moment): digests.write(moment, 0)
    case .guid(let guid): digests.write(guid, 0)
    case .option(let option): digests.write(option, 0)
    case .lookup(let lookup): digests.write(lookup, 0)
    }
    self = digests.found[0]
  }

  /// That of several columns which count as one field.
  fileprivate init(joining parts: [FieldDigest]) {
    guard parts.contains(where: { $0 != .empty }) else {
      self = .empty
      return
    }
    self.init(parts.reduce(DigestState()) { $0.with(UInt64($1.bits)) })
  }

  fileprivate init(_ state: DigestState) {
    let folded = UInt32(truncatingIfNeeded: state.bits ^ state.bits >> 32)
    bits = folded == 0 ? 1 : folded
  }
}

/// Digests the fields of a table's records: generated code hands out its columns, as it does to a
/// store.
public struct FieldDigester: Sendable {
  /// The columns of each field.
  private let fields: [[Int]]
  private let count: Int
  private let wanted: FieldSet
  private let codes: FieldSet

  public init(_ table: RecordTable, _ fields: [FieldSet]) {
    self.fields = fields.map(\.columns)
    count = table.columns.count
    wanted = fields.reduce(FieldSet()) { $0.union($1) }
    codes = FieldSet(
      table.columns.indices.filter { column in
        if case .code = table.columns[column].type { true } else { false }
      })
  }

  /// A digest for each field.
  public func digests(of record: some TableRecord) -> [FieldDigest] {
    var columns = ColumnDigests(count: count)
    columns.wanted = wanted
    columns.codes = codes
    record.write(to: &columns)
    var digests: [FieldDigest] = []
    digests.reserveCapacity(fields.count)
    for field in fields {
      digests.append(
        field.count == 1
          ? columns.found[field[0]] : FieldDigest(joining: field.map { columns.found[$0] }))
    }
    return digests
  }
}

/// The digests of a record's columns, those that are wanted.
private struct ColumnDigests: RecordWriter {
  var found: [FieldDigest]
  var wanted = FieldSet()
  /// Columns in which all spellings of a code are one.
  var codes = FieldSet()

  init(count: Int) { found = Array(repeating: .empty, count: count) }

  mutating func write(_ value: String?, _ column: Int) {
    guard let value, !value.isEmpty, wanted.contains(column) else { return }
    var text = codes.contains(column) ? Code.normalized(value) : value
    guard !text.isEmpty else { return }
    found[column] = FieldDigest(text.withUTF8 { DigestState().with($0) })
  }

  /// As the number that it is, whole or not.
  mutating func write(_ value: Int64?, _ column: Int) {
    write(value.map { DecimalValue($0) }, column)
  }

  mutating func write(_ value: DecimalValue?, _ column: Int) {
    guard let value else { return }
    note(
      UInt64(truncatingIfNeeded: value.units), UInt64(truncatingIfNeeded: value.units >> 64), column
    )
  }

  mutating func write(_ value: Bool?, _ column: Int) {
    if let value { note(value ? 1 : 0, 1, column) }
  }

  /// As the moment that stands for it (R B-25).
  mutating func write(_ value: DateValue?, _ column: Int) {
    write(value.map { DateTimeValue(midnightOf: $0) }, column)
  }

  mutating func write(_ value: DateTimeValue?, _ column: Int) {
    if let value { note(UInt64(bitPattern: value.milliseconds), 2, column) }
  }

  mutating func write(_ value: Guid?, _ column: Int) {
    if let value, !value.isZero { note(value.high, value.low, column) }
  }

  mutating func write(_ value: OptionValue?, _ column: Int) {
    if let value { note(UInt64(UInt32(bitPattern: value.rawValue)), 3, column) }
  }

  mutating func write(_ value: Lookup?, _ column: Int) {
    guard let value, !value.id.isZero, wanted.contains(column) else { return }
    var table = value.table
    found[column] = FieldDigest(
      table.withUTF8 { DigestState().with($0) }.with(value.id.high).with(value.id.low))
  }

  private mutating func note(_ first: UInt64, _ second: UInt64, _ column: Int) {
    guard wanted.contains(column) else { return }
    found[column] = FieldDigest(DigestState().with(first).with(second))
  }
}

/// What was taken in so far, a word at a time: each is multiplied into 128 bits, of which both halves
/// count.
private struct DigestState {
  private(set) var bits: UInt64 = 0x9E37_79B9_7F4A_7C15

  func with(_ word: UInt64) -> DigestState {
    let product = (bits ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    var state = self
    state.bits = (product.high ^ product.low) &+ 0xE703_7ED1_A0B4_28DB
    return state
  }

  func with(_ bytes: UnsafeBufferPointer<UInt8>) -> DigestState {
    let raw = UnsafeRawBufferPointer(bytes)
    var state = with(UInt64(raw.count))
    var offset = 0
    while raw.count - offset >= 8 {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      state = state.with(UInt64(littleEndian: word))
      offset += 8
    }
    var rest: UInt64 = 0
    for place in offset..<raw.count { rest = rest << 8 | UInt64(raw[place]) }
    return offset < raw.count ? state.with(rest) : state
  }
}
