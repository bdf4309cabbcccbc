import MapRuntime

/// How rows of a table name a record of another by its key: a field that refers to it, or a line
/// its header (docs/language.md#tables).
struct KeyLink: Hashable, Sendable {
  /// A column of the named record's key and the column of the naming row that holds the same.
  struct Pair: Hashable, Sendable {
    let theirs: Int
    let own: Int
  }

  /// The table of the rows that name the record.
  let table: String
  /// Every part of the key that the rows hold.
  let pairs: [Pair]
  /// The parts that the rows take over when the record gets another key. Beside a field that
  /// refers, the others say whose it is and stay what they are; a line follows with all.
  let following: [Pair]
  /// What picking columns of the rows must hold for this record to be meant.
  var picks: [Int: OptionValue] = [:]
  /// What the record itself must hold.
  var fixed: [Int: Value] = [:]
  /// Tables that the field names before this one: what they have is meant first.
  var before: [String] = []
}

extension KeyLink {
  /// Who names records of which table; a table of BC alone has keys that can change.
  static func links(
    _ layouts: [TableLayout], _ byName: [String: TableLayout]
  ) -> [String: [KeyLink]] {
    var links: [String: [KeyLink]] = [:]
    for layout in layouts where layout.side == .bc {
      for (column, field) in layout.columns.enumerated() where field.isStored {
        for reference in field.field.refersTo {
          guard let named = byName[reference.table],
            let link = KeyLink(reference, of: column, in: layout, to: named)
          else { continue }
          links[named.name, default: []].append(link)
        }
      }
      guard let parent = layout.description.parent, let named = byName[parent.table],
        let link = KeyLink(parent, of: layout, to: named)
      else { continue }
      // Lines first: a field of theirs that refers to the header follows with one part only.
      links[named.name, default: []].insert(link, at: 0)
    }
    return links
  }

  /// A field that refers to a table; nil where the system fills the field, or the key is not said.
  private init?(
    _ reference: ReferenceDescription, of column: Int, in layout: TableLayout,
    to named: TableLayout
  ) {
    let field = layout.columns[column].field
    guard !field.isComputed else { return nil }
    let others = KeyLink.pairs(reference.otherKeys, layout, named)
    let rest = named.key.filter { key in !others.contains { $0.theirs == key } }
    guard others.count == reference.otherKeys.count, rest.count == 1 else { return nil }
    table = layout.name
    following = [Pair(theirs: rest[0], own: column)]
    pairs = others + following
    if let pick = reference.pick, let picking = field.pickedBy.flatMap(layout.column) {
      picks = [picking: pick]
    } else if others.isEmpty {
      before = field.refersTo.prefix { $0 != reference }
        .filter { $0.pick == nil && $0.otherKeys.isEmpty }.map(\.table)
    }
  }

  /// A line of a header; nil where its fields do not say the header.
  private init?(_ parent: ParentDescription, of layout: TableLayout, to named: TableLayout) {
    pairs = KeyLink.pairs(parent.by, layout, named)
    guard !pairs.isEmpty, pairs.count == parent.by.count else { return nil }
    table = layout.name
    following = pairs
    for pair in pairs {
      let field = layout.columns[pair.own].field
      guard let picking = field.pickedBy.flatMap(layout.column),
        let pick = field.refersTo.first(where: { $0.table == named.name })?.pick
      else { continue }
      picks[picking] = pick
    }
    for value in parent.fixed {
      if let column = named.column(value.theirs) { fixed[column] = value.value }
    }
  }

  private static func pairs(
    _ pairs: [KeyPair], _ layout: TableLayout, _ named: TableLayout
  ) -> [Pair] {
    pairs.compactMap { pair in
      guard let theirs = named.column(pair.theirs), let own = layout.column(pair.own),
        layout.columns[own].isStored
      else { return nil }
      return Pair(theirs: theirs, own: own)
    }
  }
}
