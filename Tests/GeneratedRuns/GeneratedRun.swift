import MapCheck
import MapLanguage
import MapPlan
import MapRuntime

/// Runs a generated mapping on what the evaluator gets, through the protocol that the engine uses.
public struct GeneratedRun {
  public let checked: CheckedModel
  public let program: MappingProgram
  public let direction: Direction
  public let input: EvaluationInput

  public init(
    checked: CheckedModel, program: MappingProgram, direction: Direction, input: EvaluationInput
  ) {
    self.checked = checked
    self.program = program
    self.direction = direction
    self.input = input
  }

  /// The target's values by name, or why the record was refused.
  public func run<Mapping: CompiledMapping>(_ mapping: Mapping.Type) -> Result<
    [String: Value], RecordRefusal
  > {
    switch direction {
    case .toSales:
      convert(Mapping.BCRecord.self, Mapping.SalesRecord.self, Mapping.slots(.toSales)) {
        Mapping.references(of: $0, to: &$1)
      } by: { source, target, references throws(RecordRefusal) in
        var related = Related(run: self)
        return try Mapping.convert(
          source, onto: target,
          ConversionRow(
            run: input.run, references: references,
            related: Mapping.ToSalesRelated(reading: &related), isNew: input.target == nil))
      }
    case .toBC:
      convert(Mapping.SalesRecord.self, Mapping.BCRecord.self, Mapping.slots(.toBC)) {
        Mapping.references(of: $0, to: &$1)
      } by: { source, target, references throws(RecordRefusal) in
        var related = Related(run: self)
        return try Mapping.convert(
          source, onto: target,
          ConversionRow(
            run: input.run, references: references,
            related: Mapping.ToBCRelated(reading: &related), isNew: input.target == nil))
      }
    }
  }

  private func convert<Source: TableRecord, Target: TableRecord>(
    _ sourceType: Source.Type, _ targetType: Target.Type, _ slots: [ReferenceSlot],
    keys: (Source, inout [ReferenceKey]) -> Void,
    by conversion: (Source, Target, ArraySlice<ResolvedReference>) throws(RecordRefusal) -> Target
  ) -> Result<[String: Value], RecordRefusal> {
    let source: Source = record(input.source, in: program.mapping.table(direction.source))
    let target: Target =
      input.target.map { record($0, in: program.mapping.table(direction.target)) } ?? .blank
    var found: [ReferenceKey] = []
    keys(source, &found)
    let references = zip(slots, found).map { resolve($1, $0) }
    do {
      return .success(Self.values(try conversion(source, target, references[...])))
    } catch {
      return .failure(error)
    }
  }

  /// A record of a table from values by place.
  public func record<Record: TableRecord>(_ values: [Int: Value], in table: Int) -> Record {
    let described = checked.catalogue[table]
    return Record(
      reading: RecordValues(
        Record.table.columns.map { column in
          described.place(of: column.name).flatMap { values[$0] } ?? .empty
        }))
  }

  static func values<Record: TableRecord>(_ record: Record) -> [String: Value] {
    var row = RecordValues(Array(repeating: .empty, count: Record.table.columns.count))
    record.write(to: &row)
    return Dictionary(
      uniqueKeysWithValues: zip(Record.table.columns.map(\.name), row.values))
  }

  /// What an engine finds out for a page, from the couplings that the test has.
  private func resolve(_ key: ReferenceKey, _ slot: ReferenceSlot) -> ResolvedReference {
    switch key {
    case .empty: .empty
    case .bc(let route, let key): couple(slot.mappings[route], key)
    case .any(let key):
      slot.mappings.lazy.map { couple($0, key) }.first { $0 != .uncoupled } ?? .uncoupled
    case .sales(let lookup): followed(lookup, slot).map { back(slot, $0) } ?? .empty
    case .option(let option): back(slot, .option(option))
    case .unanswered: .uncoupled
    }
  }

  private func couple(_ mapping: String, _ key: String) -> ResolvedReference {
    let found = input.couplings.first {
      $0.mapping == mapping && RecordKey.of($0.bc.map(Code.normalized)) == key
    }
    return switch found?.sales {
    case .lookup(let lookup): .sales(lookup)
    case .option(let option): .option(option)
    default: .uncoupled
    }
  }

  /// Where the lookup leads; nil where it leads nowhere.
  private func followed(_ lookup: Lookup, _ slot: ReferenceSlot) -> Value? {
    guard let step = slot.follow.first(where: { $0.table == lookup.table }) else {
      return .lookup(lookup)
    }
    let record = input.followed.first {
      checked.catalogue[$0.table].name.value == step.table && $0.id == lookup.id
    }
    let field = record.flatMap { checked.catalogue[$0.table].place(of: step.field) }
    let value = field.flatMap { record?.values[$0] } ?? .empty
    return value.isEmpty ? nil : value
  }

  private func back(_ slot: ReferenceSlot, _ partner: Value) -> ResolvedReference {
    for (place, name) in slot.mappings.enumerated() {
      let found = input.couplings.first { $0.mapping == name && $0.sales == partner }
      guard let found, let key = found.bc.last else { continue }
      if slot.isParent { return .parent(found.bc) }
      let pick = slot.picks.isEmpty ? nil : slot.picks[place]
      guard found.bc.count > 1 else { return .bc(key, pick: pick) }
      return .bcPart(key, pick: pick, owner: found.bc.dropLast().map { Code.normalized($0) })
    }
    return .uncoupled
  }
}

extension GeneratedRun {
  /// Supplies the related records of the input.
  fileprivate struct Related: RelatedSource {
    let run: GeneratedRun

    mutating func record<Record: TableRecord>(_ place: Int, as type: Record.Type) -> Record? {
      run.input.related[place].map {
        run.record($0, in: run.program.mapping.related[place].table)
      }
    }
  }
}
