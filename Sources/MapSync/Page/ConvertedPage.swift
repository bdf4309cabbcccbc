import MapRuntime

/// A page of which every record that is to be written is converted, compared with what is there,
/// and looked at by the named rules. Nothing was written yet: a preview ends here.
package struct ConvertedPage<Way: OneWay> {
  package private(set) var page: Page<Way>
  /// The converted rows as the named rules have them.
  private(set) var ruled: [RuleRow] = []
  /// What the references of the rows name.
  private var named = NamedRecords()
  private var run: DirectionRun<Way> { page.run }

  package init(_ planned: PlannedPage<Way>) async throws(StoreFailure) {
    page = planned.page
    let busy = page.rows.indices.filter { index in
      page.rows[index].fate == .create || page.rows[index].fate == .update
    }
    guard !busy.isEmpty else { return }
    let cutting = CutNotes()
    try await convert(busy, cutting)
    for cut in cutting.taken() { page.rows[cut.place].cuts.append(cut) }
    try await nameMissing(busy)
    try await FollowedTargets(run)?.keep(busy.map { page.rows[$0] })
    chooseIDs()
    try await page.document?.convert(page)
    try await applyRules()
    for index in busy where page.rows[index].fate == .update { compare(page.rows[index]) }
    for index in busy where !page.task.isDue { page.rows[index].restOn(run) }
    for index in busy where page.rows[index].fate == .held {
      page.rows[index].keepConflict(run)
    }
    try await ConflictNotes(page: page).note()
  }

  /// The references of a page are resolved together; then it is a record at a time.
  private mutating func convert(
    _ busy: [Int], _ cutting: CutNotes
  ) async throws(StoreFailure) {
    var keys: [ReferenceKey] = []
    keys.reserveCapacity(busy.count * run.slots.count)
    for index in busy { Way.references(of: page.rows[index].source.record, to: &keys) }
    try await run.follower.follow(&keys)
    named = try await run.resolver.named(keys)
    if run.mode.writes { try await run.first.synchronize(keys, named) }
    var references = try await run.resolver.resolve(keys, &named)
    nameParents(busy, &references)
    try await LaterReferences(run).keep(busy.map { page.rows[$0] }, &references)
    let numbers = try await keyNumbers(busy)
    let related =
      run.related.isNeeded
      ? try await run.related.find(busy.map { page.rows[$0].source.record }) : RelatedPage()
    for (turn, index) in busy.enumerated() {
      let row = page.rows[index]
      if let failure = related.failure(of: turn) {
        page.fail(row, failure)
        continue
      }
      if let keys = run.generatedKeys, row.fate == .create, numbers[index] == nil {
        page.fail(row, keys.end)
        continue
      }
      let first = turn * run.slots.count
      let own = first..<first + run.slots.count
      let conversion = ConversionRow(
        run: run.values, references: references[own], related: related.records(of: turn),
        isNew: row.fate == .create, number: numbers[index] ?? 1,
        usesTemplates: run.policy.templates == nil, cuts: cutting, place: index)
      convert(row, conversion, keys[own])
    }
  }

  private func convert(
    _ row: PageRow<Way>, _ conversion: ConversionRow<Way.Related>, _ keys: ArraySlice<ReferenceKey>
  ) {
    do throws(RecordRefusal) {
      // Of a new record there is what the system fills in.
      var result =
        if let target = row.target {
          try Way.convert(row.source.record, onto: target.record, conversion)
        } else {
          try Way.convert(row.source.record, onto: run.columns.fresh, conversion)
        }
      if conversion.isNew, let templates = run.policy.templates {
        result = applied(templates, to: result, from: row.source.record)
      }
      noteLaters(row, conversion.references, keys)
      row.result = result
      if page.document != nil || !page.task.parents.isEmpty { row.conversion = conversion.again }
    } catch {
      refuse(row, error, keys, conversion.references)
    }
  }

  /// The ids of what is to be created; one that may be on its way already is kept (B6).
  private func chooseIDs() {
    let creations = page.indices(.create)
    for (index, id) in zip(creations, run.integration.ids.next(creations.count)) {
      page.rows[index].newID = id
    }
    for index in creations where !run.reserved.isEmpty {
      let row = page.rows[index]
      row.newID = run.reserved[row.source.id] ?? row.newID
    }
    for index in creations {
      guard let predecessor = page.rows[index].predecessor else { continue }
      page.rows[index].newID = predecessor.coupling.id(Way.direction.target)
    }
  }

  /// The headers that are made together with these lines.
  private func nameParents(_ busy: [Int], _ references: inout [ResolvedReference]) {
    guard !page.task.parents.isEmpty,
      let slot = run.slots.firstIndex(where: \.isParent)
    else { return }
    for (turn, index) in busy.enumerated() {
      references[turn * run.slots.count + slot] = page.task.parents[index]
    }
  }

  /// The first template that fits, as setup has them.
  private func applied(
    _ templates: [TemplatePolicy], to target: Way.Target, from source: Way.Source
  ) -> Way.Target {
    let values = RecordValues(of: source)
    let template = templates.first {
      $0.to == Way.direction.target && $0.when.holds(values, in: Way.Source.table)
    }
    guard let template else { return target }
    var filled = RecordValues(of: target)
    for assignment in template.set {
      if let column = Way.Target.table.column(assignment.field) {
        filled[column] = assignment.value
      }
    }
    return Way.Target(reading: filled)
  }

  /// Free running numbers for the keys of new records (R C-38).
  private func keyNumbers(_ busy: [Int]) async throws(StoreFailure) -> [Int: Int] {
    guard let keys = run.generatedKeys else { return [:] }
    let new = busy.filter { page.rows[$0].fate == .create }
    let numbers = try await keys.numbers(new.count, areUsed: run.mode.writes)
    return Dictionary(zip(new, numbers)) { first, _ in first }
  }
}

/// What came out beside what is there.
extension ConvertedPage {
  /// Compares what came out with what is there, and settles a conflict.
  private func compare(_ row: PageRow<Way>) {
    guard let result = row.result, let target = row.target else { return }
    row.result = nil
    var changed = result.changes(from: target.record).intersection(run.columns.updatable)
    if run.policy.directions.count > 1, row.isBothChanged || run.agreement?.isOpen(row) == true {
      guard let own = ConflictSettlement(page: page).settled(row, changed) else { return }
      changed = own
    }
    row.changes = changed
    if changed.isEmpty && !run.mode.writesEqual && !row.isMatched && !row.hasMore {
      row.fate = .unchanged
    } else {
      row.result = result
    }
  }
}

/// What a refusal means for its record: held while another is missing, else failed (F6, F12).
extension ConvertedPage {
  private func refuse(
    _ row: PageRow<Way>, _ refusal: RecordRefusal, _ keys: ArraySlice<ReferenceKey>,
    _ references: ArraySlice<ResolvedReference>
  ) {
    let slot = refusal.rule.flatMap { rule in run.slots.firstIndex { $0.rule == rule } }
    let place = run.mapping.place(of: refusal.cause)
    let key = slot.map { keys[keys.startIndex + $0] }
    switch refusal.reason {
    case .waiting, .uncoupled:
      let missing = slot.flatMap { slot in key.flatMap { run.resolver.missing($0, slot, named) } }
      let subject = missing.map { "'\($0.shown)'" } ?? "a record"
      let mapping = slot.map { run.slots[$0].mappings.joined(separator: " or ") } ?? ""
      let isWaiting = refusal.reason == .waiting
      page.note(
        row, isWaiting ? .held : .failed,
        "\(isWaiting ? "waits for" : "refers to") \(subject) of \(mapping), "
          + (missing.map(named.standing) ?? NamedRecords.notCoupled),
        at: place, missing: missing)
    case .ofAnother:
      let reference = slot.map { references[references.startIndex + $0] }
      guard let rule = refusal.rule, let slot,
        case .bcPart(let key, let pick, let owner)? = reference
      else { fallthrough }
      let table = run.resolver.table(slot, pick).map { " of \($0)" } ?? ""
      page.fail(
        row,
        "\(Explanation.name(rule, Way.Mapping.self)): '\(key)'\(table) belongs to "
          + "'\(owner.joined(separator: ", "))', and not to what is named here; "
          + "choose one that belongs to it",
        at: place)
    default:
      page.fail(
        row, Explanation.of(refusal, Way.Mapping.self, row.source.record, run.integration),
        at: place)
      let compared = refusal.values.compactMap(\.lookup)
      if !compared.isEmpty { row.compared = compared }
    }
  }

  /// References that could not be written yet.
  private func noteLaters(
    _ row: PageRow<Way>, _ references: ArraySlice<ResolvedReference>,
    _ keys: ArraySlice<ReferenceKey>
  ) {
    for slot in run.slots.indices where run.slots[slot].uncoupled == .later {
      guard references[references.startIndex + slot] == .uncoupled,
        let missing = run.resolver.missing(keys[keys.startIndex + slot], slot, named)
      else { continue }
      page.note(
        row, .later, "follows once '\(missing.shown)' is coupled",
        at: run.mapping.place(ofRule: run.slots[slot].rule), missing: missing)
    }
  }
}

/// The mapping's named rules before anything is written (R C-33 to C-48).
extension ConvertedPage {
  private mutating func applyRules() async throws(StoreFailure) {
    guard !run.rules.isEmpty else { return }
    var open = page.rows.indices.compactMap { index in
      page.rows[index].result.map { page.ruleRow(index, $0) }
    }
    for rule in run.rules {
      try await rule.prepare(&open)
      for ruled in open {
        guard let failure = ruled.failure else { continue }
        page.rows[ruled.row].result = nil
        page.fail(page.rows[ruled.row], failure)
      }
      open.removeAll { $0.failure != nil }
    }
    for ruled in open { page.rows[ruled.row].result = Way.Target(reading: ruled.target) }
    ruled = open
  }
}

extension ConversionRow {
  /// The same for a second conversion of the record, which notes nothing.
  fileprivate var again: ConversionRow {
    ConversionRow(
      run: run, references: references, related: related, isNew: isNew, number: number,
      usesTemplates: usesTemplates)
  }
}
