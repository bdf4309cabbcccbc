/// Marks fields of tables, a bit each: a program marks the same few fields over and over.
struct FieldMarks: Sendable {
  private var words: [Int: [UInt64]] = [:]

  /// Marks a field; a table without one is there once it is asked to mark none.
  mutating func mark(_ field: Int, of table: Int) { mark(CollectionOfOne(field), of: table) }

  mutating func mark(_ fields: some Sequence<Int>, of table: Int) {
    Self.add(fields, to: &words[table, default: []])
  }

  mutating func formUnion(_ other: FieldMarks) {
    words.merge(other.words) { own, theirs in
      let (longer, shorter) = own.count < theirs.count ? (theirs, own) : (own, theirs)
      return zip(longer, shorter).map { $0 | $1 } + longer.dropFirst(shorter.count)
    }
  }

  /// The tables that there are, in no order.
  var tables: [Int] { Array(words.keys) }

  /// The marked fields of a table in the table's order.
  func fields(of table: Int) -> [Int] {
    (words[table] ?? []).enumerated().flatMap { place, word in
      (0..<64).filter { word & (1 << UInt64($0)) != 0 }.map { place * 64 + $0 }
    }
  }

  private static func add(_ fields: some Sequence<Int>, to words: inout [UInt64]) {
    for field in fields {
      while words.count <= field / 64 { words.append(0) }
      words[field / 64] |= 1 << UInt64(field % 64)
    }
  }
}
