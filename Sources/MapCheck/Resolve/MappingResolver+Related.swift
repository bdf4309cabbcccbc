import MapLanguage
import MapRuntime
import MapSource

/// Related records, which `when` and field maps ask about.
extension MappingResolver {
  mutating func relatedPlace(_ name: Located<String>) -> Int? {
    if let place = related.firstIndex(where: { $0.name == name.value }) { return place }
    // One that is declared has said what is wrong with it.
    if !mapping.related.contains(where: { $0.name.value == name.value }) {
      findings.append(UnknownName.related(name, in: mapping))
    }
    return nil
  }

  /// A record is found by values of one kind.
  private mutating func compare(_ theirs: Field, _ own: Field, _ pair: Reference.KeyPair) {
    guard HostFunction.kind(theirs.type.value) != HostFunction.kind(own.type.value) else { return }
    findings.append(
      Finding(
        "match-not-comparable",
        "'\(theirs.name.value)' is \(FieldTypeName.article(theirs.type.value)) and never equals "
          + "'\(own.name.value)', \(FieldTypeName.article(own.type.value))",
        at: pair.theirs.span.through(pair.own.span),
        notes: [FlowScope.note(on: theirs), FlowScope.note(on: own)],
        help: "find it by fields that hold the same text, number or reference"))
  }

  /// A related record is found from the record of the other side.
  private mutating func isOwn(_ name: Located<String>, _ record: RelatedRecord) -> Bool {
    let other = self.table(record.side.other)
    let same = self.table(record.side)
    guard names.catalogue[other].place(of: name.value) == nil,
      names.catalogue[same].place(of: name.value) != nil
    else { return true }
    findings.append(
      Finding(
        "unknown-field",
        "'\(name.value)' is a field of the \(record.side.name) record, and a related record of "
          + "\(record.side.name) is found from the \(record.side.other.name) record",
        at: name.span,
        help: "name a field of '\(names.catalogue[other].name.value)', or map the reference "
          + "with 'through'"))
    return false
  }

  mutating func resolve(_ record: RelatedRecord) -> EffectiveRelated? {
    guard let table = names.table(record.table, on: record.side, &findings) else {
      silent += 1
      return nil
    }
    let own = self.table(record.side.other)
    let pairs = record.where.compactMap { pair -> EffectiveRelated.Pair? in
      guard let theirs = self.field(pair.theirs, in: table), isOwn(pair.own, record),
        let ours = self.field(pair.own, in: own)
      else { return nil }
      compare(names.catalogue[table].fields[theirs], names.catalogue[own].fields[ours], pair)
      return EffectiveRelated.Pair(theirs: theirs, own: ours)
    }
    if record.where.isEmpty {
      findings.append(
        Finding(
          "invalid-value", "'\(record.name.value)' is found by no field, so any record would do",
          at: record.name.span, help: "say 'where: { THEIR FIELD: OWN FIELD }'"))
    }
    return EffectiveRelated(
      name: record.name.value, side: record.side, table: table, pairs: pairs)
  }
}
