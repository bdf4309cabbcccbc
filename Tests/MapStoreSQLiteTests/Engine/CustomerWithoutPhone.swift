import DefaultMappings
import EmbeddedSystems
import MapRuntime
import MapSync
import Testing

/// CUSTOMER as it was before somebody mapped the telephone, both ways.
enum CustomerWithoutPhone: CompiledMapping {
  typealias BCRecord = Mapping.Customer.BCRecord
  typealias SalesRecord = Mapping.Customer.SalesRecord

  static var policy: MappingPolicy { Mapping.Customer.policy }
  static var rules: [MappingRule] { Mapping.Customer.rules }
  static var unvalidated: FieldSet { Mapping.Customer.unvalidated }

  static var twoWayFields: [TwoWayField] {
    let phone = SalesRecord.table.column("telephone1")
    return Mapping.Customer.twoWayFields.filter { $0.sales.columns != phone.map { [$0] } }
  }

  static func effect(_ direction: Direction) -> MappingEffect? {
    Mapping.Customer.effect(direction).map {
      MappingEffect($0.writes.bits &+ 1, filter: $0.filter.bits)
    }
  }

  static func slots(_ direction: Direction) -> [ReferenceSlot] { Mapping.Customer.slots(direction) }

  static func references(of source: BCRecord, to keys: inout [ReferenceKey]) {
    Mapping.Customer.references(of: source, to: &keys)
  }

  static func references(of source: SalesRecord, to keys: inout [ReferenceKey]) {
    Mapping.Customer.references(of: source, to: &keys)
  }

  static func filter(_ side: Side, _ run: borrowing RunValues) -> RowCondition {
    Mapping.Customer.filter(side, run)
  }

  static func accepts(_ record: BCRecord, _ run: borrowing RunValues) -> Bool {
    Mapping.Customer.accepts(record, run)
  }

  static func accepts(_ record: SalesRecord, _ run: borrowing RunValues) -> Bool {
    Mapping.Customer.accepts(record, run)
  }

  static func matchKey(
    _ group: Int, of source: BCRecord, _ row: borrowing ConversionRow<NoRelatedRecords>
  ) -> [Value]? { Mapping.Customer.matchKey(group, of: source, row) }

  static func convert(
    _ source: BCRecord, onto target: SalesRecord, _ row: borrowing ConversionRow<NoRelatedRecords>
  ) throws(RecordRefusal) -> SalesRecord {
    var record = try Mapping.Customer.convert(source, onto: target, row)
    record.telephone1 = target.telephone1
    return record
  }

  static func convert(
    _ source: SalesRecord, onto target: BCRecord, _ row: borrowing ConversionRow<NoRelatedRecords>
  ) throws(RecordRefusal) -> BCRecord {
    var record = try Mapping.Customer.convert(source, onto: target, row)
    record.phoneNo = target.phoneNo
    return record
  }
}

/// A customer and its account in step by an older CUSTOMER, which did not know the telephone.
struct OlderWorkshop {
  let workshop: Workshop
  let customer: Guid
  let account: Guid
  /// With CUSTOMER as it was, and as it is by now.
  let before: Integration
  let now: Integration

  init(
    bcPhone: String = "", salesPhone: String = "", update: UpdateConflict = .refuse,
    by unit: ConflictUnit = .record, patience: Double = 10,
    checkpoint: @escaping @Sendable (Checkpoint, StateFolder) -> Void = { _, _ in }
  ) async throws {
    workshop = try Workshop(
      change: { policy in
        policy.conflict.update = update
        policy.conflict.by = unit
      }, patience: patience, checkpoint: checkpoint)
    let integration = workshop.integration
    before = integration.with { mapping in
      mapping.name == "CUSTOMER"
        ? BoundMapping(CustomerWithoutPhone.self, policy: mapping.policy) : mapping
    }
    now = integration
    customer = try workshop.add(
      "Customer",
      ["No.": .text("10000"), "Name": .text("Adatum"), "Phone No.": .of(text: bcPhone)])
    let mapping = try #require(before.mapping("CUSTOMER"))
    _ = try await Synchronizer(before).run(mapping, .toSales, .create, ids: [customer])
    account = try #require(try workshop.sales.find("account", [:]).first)
    guard !salesPhone.isEmpty else { return }
    try edit(sales: ["telephone1": salesPhone])
    // The older mapping takes that edit for none of its business.
    _ = try await Synchronizer(before).synchronize(mapping)
  }

  func mapping(_ integration: Integration) throws -> BoundMapping {
    try #require(integration.mapping("CUSTOMER"))
  }

  func edit(bc fields: [String: String]) throws {
    try workshop.edit(.bc, "Customer", customer, fields)
  }

  func edit(sales fields: [String: String]) throws {
    try workshop.edit(.sales, "account", account, fields)
  }

  func older(_ integration: Integration) async throws -> Int {
    try await OlderCouplings(integration).count(mapping(integration))
  }

  /// What all jobs together count.
  @discardableResult
  func bringUpToDate(_ integration: Integration) async throws -> JobCounters {
    try await OlderCouplings(integration).bringUpToDate(mapping(integration))
      .reduce(into: JobCounters()) { $0 += $1.counters }
  }

  @discardableResult
  func synchronize(_ integration: Integration) async throws -> JobCounters {
    try await Synchronizer(integration).synchronize(mapping(integration))
      .reduce(into: JobCounters()) { $0 += $1.counters }
  }

  /// The telephones of Business Central and of Sales.
  func phones() throws -> [String] {
    let bc = try workshop.bc.record("Customer", customer, company: workshop.company) ?? [:]
    let sales = try workshop.sales.record("account", account) ?? [:]
    return [bc["Phone No."], sales["telephone1"]].map { $0?.description ?? "-" }
  }
}

extension Integration {
  /// The same with other mappings.
  func with(_ change: (BoundMapping) -> BoundMapping) -> Integration {
    Integration(
      mappings: mappings.map(change), bc: bc, sales: sales, state: state, company: company,
      tables: tables, settings: settings, writeInProducts: writeInProducts,
      localCurrency: localCurrency, user: user, owner: owner, patience: patience, clock: clock,
      checkpoint: checkpoint)
  }
}
