import GRDBSQLite
import MapRuntime

/// Binds a record's columns to a statement, checking each on the way: required, length, digits,
/// options, tables of lookups.
struct StatementBinder: RecordWriter {
  /// Nil where the columns are only checked.
  let handle: OpaquePointer?
  let columns: [WriteColumn]
  let scratch: RowScratch
  /// What keeps what is bound, for rows to come; nil where that lasts for one row.
  let kept: KeptBindings?

  mutating func write(_ value: String?, _ column: Int) {
    let target = columns[column]
    guard target.place > 0 else { return }
    guard let value, !value.isEmpty else { return bindEmpty(target, column) }
    switch target.kind {
    case .text: bind(value, target, column)
    case .code:
      let code = Code.normalized(value)
      if code.isEmpty { return bindEmpty(target, column) }
      bind(code, target, column)
      if target.isReference { scratch.references.append((column, .code(code))) }
    default: scratch.note(column, "takes no text")
    }
  }

  mutating func write(_ value: Int64?, _ column: Int) {
    let target = columns[column]
    guard target.place > 0 else { return }
    guard let value else { return bindEmpty(target, column) }
    switch target.kind {
    case .integer:
      if target.limit == Int32.bitWidth, Int32(exactly: value) == nil {
        scratch.note(column, "takes whole numbers of 32 bits; \(value) has more")
      }
      bind(value, at: target.place)
    case .decimal: write(DecimalValue(value), column)
    default: scratch.note(column, "takes no number")
    }
  }

  mutating func write(_ value: DecimalValue?, _ column: Int) {
    let target = columns[column]
    guard target.place > 0 else { return }
    guard let value else { return bindEmpty(target, column) }
    guard target.kind == .decimal else { return scratch.note(column, "takes no decimal") }
    if target.limit < 10, !value.fits(places: target.limit) {
      scratch.note(column, "takes \(target.limit) decimal places; \(value) has more")
    }
    value.withSortableBytes { bind(blob: $0, at: target.place) }
  }

  mutating func write(_ value: Bool?, _ column: Int) {
    let target = columns[column]
    guard target.place > 0 else { return }
    guard let value else { return bindEmpty(target, column) }
    guard target.kind == .boolean else { return scratch.note(column, "takes no yes or no") }
    bind(value ? 1 : 0, at: target.place)
  }

  mutating func write(_ value: DateValue?, _ column: Int) {
    let target = columns[column]
    guard target.place > 0 else { return }
    guard let value else { return bindEmpty(target, column) }
    switch target.kind {
    case .date: bind(Int64(value.days), at: target.place)
    case .dateTime: write(DateTimeValue(midnightOf: value), column)
    default: scratch.note(column, "takes no date")
    }
  }

  mutating func write(_ value: DateTimeValue?, _ column: Int) {
    let target = columns[column]
    guard target.place > 0 else { return }
    guard let value else { return bindEmpty(target, column) }
    guard target.kind == .dateTime else { return scratch.note(column, "takes no time") }
    bind(value.milliseconds, at: target.place)
  }

  mutating func write(_ value: Guid?, _ column: Int) {
    let target = columns[column]
    guard target.place > 0 else { return }
    guard let value, !value.isZero else { return bindEmpty(target, column) }
    guard target.kind == .guid else { return scratch.note(column, "takes no guid") }
    value.withBytes { bind(blob: $0, at: target.place) }
  }

  mutating func write(_ value: OptionValue?, _ column: Int) {
    let target = columns[column]
    guard target.place > 0 else { return }
    guard let value else { return bindEmpty(target, column) }
    guard target.kind == .option else { return scratch.note(column, "takes no option") }
    if let options = target.options, !options.contains(value.rawValue) {
      if target.openOptions != nil {
        scratch.references.append((column, .option(value)))
      } else {
        scratch.note(column, "has no option \(value)")
      }
    }
    bind(Int64(value.rawValue), at: target.place)
  }

  mutating func write(_ value: Lookup?, _ column: Int) {
    let target = columns[column]
    guard target.place > 0 else { return }
    guard let value, !value.id.isZero else { return bindEmpty(target, column) }
    guard target.kind == .lookup else { return scratch.note(column, "takes no lookup") }
    guard target.tables.isEmpty || target.tables.contains(value.table) else {
      return scratch.note(column, "cannot refer to '\(value.table)'")
    }
    value.id.withBytes { bind(blob: $0, at: target.place) }
    if target.tablePlace > 0 { bind(text: value.table, at: target.tablePlace) }
    if target.isReference, scratch.confirmed[column] != value {
      scratch.references.append((column, .id(value)))
    }
  }
}

extension StatementBinder {
  @inline(__always)
  private func bind(_ value: String, _ target: WriteColumn, _ column: Int) {
    if !TextLength.fits(value, in: target.limit) {
      scratch.note(column, "takes \(TextLength.shown(target.limit)); '\(value)' is longer")
    }
    bind(text: value, at: target.place)
  }

  @inline(__always)
  private func bind(_ number: Int64, at place: Int32) {
    guard let handle else { return }
    kept?.forget(place)
    sqlite3_bind_int64(handle, place, number)
  }

  @inline(__always)
  private func bindNull(at place: Int32) {
    guard let handle else { return }
    kept?.forget(place)
    sqlite3_bind_null(handle, place)
  }

  @inline(__always)
  private func bind(text: String, at place: Int32) {
    guard let handle else { return }
    kept?.forget(place)
    var text = text
    text.withUTF8 { bytes in
      let count = Int32(truncatingIfNeeded: bytes.count)
      if kept == nil, let copy = scratch.arena.copy(UnsafeRawBufferPointer(bytes)) {
        sqlite3_bind_text(
          handle, place, copy.assumingMemoryBound(to: CChar.self), count, nil)
      } else {
        bytes.withMemoryRebound(to: CChar.self) {
          _ = sqlite3_bind_text(handle, place, $0.baseAddress, count, RowStatement.copied)
        }
      }
    }
  }

  @inline(__always)
  private func bind(blob: UnsafeRawBufferPointer, at place: Int32) {
    guard let handle else { return }
    if let kept { return kept.bind(blob, to: handle, at: place) }
    let count = Int32(truncatingIfNeeded: blob.count)
    if let copy = scratch.arena.copy(blob) {
      sqlite3_bind_blob(handle, place, copy, count, nil)
    } else {
      sqlite3_bind_blob(handle, place, blob.baseAddress, count, RowStatement.copied)
    }
  }

  /// BC's blanks, Sales' nothing; a new record's standard value.
  private mutating func bindEmpty(_ target: WriteColumn, _ column: Int) {
    if let standard = target.standard {
      guard let handle else { return }
      kept?.forget(target.place)
      return RowStatement.bind(standard, to: handle, at: target.place)
    }
    if target.isRequired { noteRequired(target, column) }
    if target.tablePlace > 0 { bindNull(at: target.tablePlace) }
    guard target.isBC else { return bindNull(at: target.place) }
    switch target.kind {
    case .text, .code: bind(text: "", at: target.place)
    case .integer, .boolean, .option: bind(0, at: target.place)
    case .decimal: DecimalValue.zero.withSortableBytes { bind(blob: $0, at: target.place) }
    case .date, .dateTime, .guid, .lookup: bindNull(at: target.place)
    }
  }

  /// BC's numbers, booleans and options are never empty.
  private func noteRequired(_ target: WriteColumn, _ column: Int) {
    switch target.kind {
    case .integer, .boolean, .option, .decimal: if target.isBC { return }
    default: break
    }
    scratch.note(column, "must be filled")
  }
}
