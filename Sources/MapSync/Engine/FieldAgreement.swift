import MapRuntime

/// What each side of a coupled record has changed since the two agreed (R D-25, D-26), and what they
/// agree on once the record is written. Each side's digests belong to the version of it that the
/// coupling knows; of a side whose version the coupling does not take, only what was written to it is
/// agreed.
struct FieldAgreement<Way: OneWay>: Sendable {
  private let layout: TwoWayLayout
  /// The field that is only what Sales counts, by its place.
  private let counted: Int?
  private let sources: FieldDigester
  private let targets: FieldDigester
  /// The target's columns of each field.
  private let columns: [FieldSet]
  /// What the fields of either side are where nobody has filled them in.
  private let ownBlanks: BlankFields
  private let otherBlanks: BlankFields
  /// A new record as its system fills it, and the fields that nobody writes to one.
  private let fresh: Way.Target
  private let unwritten: [Int]

  /// Nil where both sides never change the same fields.
  ///
  /// - Parameter earlier: The layouts that the state knows of.
  init?(
    _ mapping: BoundMapping, _ columns: TargetColumns<Way.Target>, earlier: [String]
  ) {
    layout = TwoWayLayout(mapping.type, earlier: earlier)
    let fields = layout.fields
    guard mapping.policy.directions.count > 1, !fields.isEmpty else { return nil }
    counted = mapping.type.countedField == nil ? nil : fields.count - 1
    sources = FieldDigester(
      Way.Source.table, fields.map { $0.columns(Way.direction.source) })
    self.columns = fields.map { $0.columns(Way.direction.target) }
    targets = FieldDigester(Way.Target.table, self.columns)
    ownBlanks = BlankFields(
      sources.digests(of: Way.Source.blank), Way.Source.table,
      fields.map { $0.columns(Way.direction.source) })
    otherBlanks = BlankFields(
      targets.digests(of: Way.Target.blank), Way.Target.table, self.columns)
    fresh = columns.fresh
    let written = columns.creatable.union(columns.updatable)
    unwritten = self.columns.indices.filter { index in
      !fields[index].columns(Way.direction.target).subtracting(written).isEmpty
    }
  }

  /// The columns that differ in a record which both sides changed, told apart by who changed them.
  struct Split {
    /// Of fields that the other side alone changed: they travel back from there.
    var theirs = FieldSet()
    /// Of fields that both changed.
    var disputed = FieldSet()
    /// Of fields that this side alone changed.
    var ours = FieldSet()
    /// Of what the target's system has counted anew: it has it until its own changes have travelled.
    var counted = FieldSet()

    /// Whether at most one side changed a field of those that differ.
    var isOneSided: Bool { disputed.isEmpty && (theirs.isEmpty || ours.isEmpty) }
  }

  /// Whether the two sides have not agreed on a field of a row yet: one that was mapped since.
  func isOpen(_ row: PageRow<Way>) -> Bool { row.coupling?.agreed?.isOpen(in: layout) == true }

  /// Nil where nothing is known of the fields.
  ///
  /// A field that the two have not agreed on yet is what was never in step: where one side has nothing,
  /// the other one's goes over; what both have is in conflict.
  ///
  /// - Parameters:
  ///   - differing: Columns of the target that would get another value. A field of them that neither side
  ///     changed goes over, as it does with any change of its record.
  ///   - changed: All columns of the target that would.
  func split(_ row: PageRow<Way>, _ differing: FieldSet, of changed: FieldSet) -> Split? {
    guard let target = row.target, let agreed = row.coupling?.agreed?.sides(in: layout) else {
      return nil
    }
    let (here, there) = (agreed[Way.direction.source], agreed[Way.direction.target])
    let own = sources.digests(of: row.source.record)
    let other = targets.digests(of: target.record)
    var split = Split()
    for index in columns.indices {
      if index == counted {
        guard other[index] != there[index], !agreed.open.contains(index) else { continue }
        split.counted = columns[index].intersection(changed)
        continue
      }
      let found = columns[index].intersection(differing)
      if agreed.open.contains(index) {
        if found.isEmpty || otherBlanks.contains(other[index], index) { continue }
        row.left = row.left.union(found)
        if ownBlanks.contains(own[index], index) {
          split.theirs = split.theirs.union(found)
        } else {
          split.disputed = split.disputed.union(found)
        }
        continue
      }
      guard other[index] != there[index] else {
        if own[index] != here[index] { split.ours = split.ours.union(found) }
        continue
      }
      if own[index] != here[index] {
        split.disputed = split.disputed.union(found)
      } else {
        split.theirs = split.theirs.union(found)
      }
    }
    return split
  }

  /// The columns of fields that both sides changed and that no field map writes in this direction.
  func disputedBeside(_ row: PageRow<Way>) -> FieldSet {
    guard let target = row.target, let agreed = row.coupling?.agreed?.sides(in: layout) else {
      return FieldSet()
    }
    let own = sources.digests(of: row.source.record)
    let other = targets.digests(of: target.record)
    return unwritten.reduce(into: FieldSet()) { found, index in
      guard index != counted, !agreed.open.contains(index),
        own[index] != agreed[Way.direction.source][index],
        other[index] != agreed[Way.direction.target][index]
      else { return }
      found = found.union(columns[index])
    }
  }

  /// What both have agreed on once a row is written; nil where that is not known.
  ///
  /// - Parameter isOpen: What else the other side changed is still to be taken back, so that the
  ///   coupling goes on knowing an older version of it.
  func written(_ row: PageRow<Way>, isOpen: Bool) -> AgreedFields? {
    guard let result = row.result else { return nil }
    let own = sources.digests(of: row.source.record)
    var new = targets.digests(of: result)
    guard let target = row.target else {
      if !unwritten.isEmpty {
        let filled = targets.digests(of: fresh)
        for index in unwritten { new[index] = filled[index] }
      }
      return agreed(own, new)
    }
    let before = targets.digests(of: target.record)
    let isWritten = columns.map { !$0.intersection(row.changes).isEmpty }
    let open = open(row).filter { !isWritten[$0] }
    guard isOpen else {
      return agreed(
        own, columns.indices.map { isWritten[$0] ? new[$0] : before[$0] }, open: open)
    }
    guard let last = row.coupling?.agreed?.sides(in: layout) else { return nil }
    var (here, there) = (last[Way.direction.source], last[Way.direction.target])
    for index in columns.indices {
      if last.open.contains(index) { (here[index], there[index]) = (own[index], before[index]) }
      // Of a record with a conflict, what was not written goes on having changed.
      if isWritten[index] || !row.isDisputed { here[index] = own[index] }
      if isWritten[index] { there[index] = new[index] }
    }
    return agreed(here, there, open: open)
  }

  /// The same of a row that was looked at and is equal.
  func looked(_ row: PageRow<Way>) -> AgreedFields? {
    guard let target = row.target else { return row.coupling?.agreed }
    let own = sources.digests(of: row.source.record)
    let found = targets.digests(of: target.record)
    guard row.isBothChanged && row.otherWay != .done else {
      return agreed(own, found, open: open(row))
    }
    guard let last = row.coupling?.agreed?.sides(in: layout) else { return nil }
    let there = columns.indices.map {
      last.open.contains($0) ? found[$0] : last[Way.direction.target][$0]
    }
    return agreed(own, there, open: open(row))
  }

  /// What both have agreed on of a line that went with its document, as its target is found now.
  ///
  /// - Parameter isKnown: The coupling knows both sides as they are; otherwise what the other side changed
  ///   is still to be taken back.
  func withDocument(
    _ row: PageRow<Way>, _ target: Way.Target, isKnown: Bool
  ) -> AgreedFields? {
    if isKnown {
      return agreed(sources.digests(of: row.source.record), targets.digests(of: target))
    }
    guard row.target != nil else { return row.coupling?.agreed }
    return row.result == nil ? looked(row) : written(row, isOpen: true)
  }

  /// The fields that stay as they are on both sides although they differ and were never agreed on.
  private func open(_ row: PageRow<Way>) -> Set<Int> {
    Set(columns.indices.filter { !columns[$0].intersection(row.left).isEmpty })
  }

  /// Whether a coupling says how these fields stood.
  func isKnown(_ coupling: Coupling) -> Bool { coupling.agreed?.isOf(layout) == true }

  private func agreed(
    _ here: [FieldDigest], _ there: [FieldDigest], open: Set<Int> = []
  ) -> AgreedFields {
    var sides = AgreedSides(bc: here, sales: there)
    sides.open = open
    if Way.direction == .toBC { swap(&sides.bc, &sides.sales) }
    return AgreedFields(layout, sides)
  }
}

/// What fields are in which nobody has filled anything in: nothing, and the number or boolean that stands
/// for it.
private struct BlankFields: Sendable {
  private let digests: [Set<FieldDigest>]

  /// - Parameters:
  ///   - blank: Of a record in which nothing was filled in yet.
  ///   - fields: The columns of each field.
  init(_ blank: [FieldDigest], _ table: RecordTable, _ fields: [FieldSet]) {
    digests = zip(blank, fields).map { blank, field in
      var found: Set = [.empty, blank]
      if let column = field.columns.first, field.columns.count == 1 {
        let type = table.columns[column].type
        if let zero = Self.zero(type) { found.insert(FieldDigest(zero, in: type)) }
      }
      return found
    }
  }

  func contains(_ digest: FieldDigest, _ field: Int) -> Bool { digests[field].contains(digest) }

  private static func zero(_ type: FieldType) -> Value? {
    switch type {
    case .integer, .bigInteger: .integer(0)
    case .decimal, .money: .decimal(DecimalValue(0))
    case .boolean: .boolean(false)
    case .text, .code, .memo, .date, .dateTime, .guid, .option, .lookup: nil
    }
  }
}
