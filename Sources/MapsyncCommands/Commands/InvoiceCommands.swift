import ArgumentParser
import MapDocuments
import MapRuntime
import MapSync

/// `mapsync invoices`: posted invoices on their way to Sales, and what was paid of them (F26, F27).
struct InvoicesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invoices", abstract: "Posted invoices on their way to Sales.",
    subcommands: [List.self, Send.self, Refresh.self], defaultSubcommand: List.self)

  struct List: AsyncParsableCommand, DocumentListing {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "Lists posted invoices that are not in Sales, and why.")
    static let kind = DocumentKind.postedInvoice

    @OptionGroup var setup: SetupOption
    @OptionGroup var format: FormatOption
    @OptionGroup var choice: DocumentChoice

    func run() async throws { try await list() }
  }

  struct Send: AsyncParsableCommand, DocumentTaking {
    static let configuration = CommandConfiguration(
      commandName: "send",
      abstract: "Sends posted invoices to Sales.",
      discussion: """
        Each invoice has its own outcome; one that cannot be sent leaves the others alone.

        Example: mapsync invoices send PSI-00001 PSI-00002
        """)
    static let kind = DocumentKind.postedInvoice

    @OptionGroup var setup: SetupOption
    @OptionGroup var format: FormatOption

    @Argument(help: "The invoices: numbers or ids.")
    var documents: [String]

    func run() async throws { try await take(documents) }
  }

  struct Refresh: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "refresh",
      abstract: "Brings invoices in Sales into the states that their payments say.",
      discussion: """
        Without numbers all invoices that are in Sales are looked at.

        Example: mapsync invoices refresh PSI-00001
        """)

    @OptionGroup var setup: SetupOption
    @OptionGroup var format: FormatOption

    @Argument(help: "The invoices: numbers or ids.")
    var documents: [String] = []

    func run() async throws {
      let integration = try await setup.work().integration
      let mapping = try integration.documents(of: .postedInvoice)
      guard let direction = DocumentList.direction(mapping) else { return }
      let chosen =
        documents.isEmpty
        ? nil
        : try await DocumentSelection(documents, direction.source, mapping, integration)
      let scope = chosen.map { RefreshScope.sources($0.ids) } ?? .all
      let absent = try await absent(chosen?.ids ?? [], direction.source, mapping, integration)
      try await format.report(
        [try await Synchronizer(integration).refresh(mapping, direction, scope)], integration,
        unknown: (chosen?.unknown ?? []) + absent)
    }
  }
}

extension InvoicesCommand.Refresh {
  /// Those that are not in Sales, which has nothing to be told of them.
  private func absent(
    _ ids: [Guid], _ side: Side, _ mapping: BoundMapping, _ integration: Integration
  ) async throws(StoreFailure) -> [UnknownRecord] {
    let couplings = try await integration.state.couplings(mapping.pair, side, ids: ids)
    let absent = zip(ids, couplings).filter { $1 == nil }.map(\.0)
    let lines = try await DocumentList(integration, mapping).lines(of: absent)
    return lines.map { line in
      UnknownRecord(
        line.number, "'\(PlainLine.of(line.number))' is not in Sales: \(PlainLine.of(line.message))"
      )
    }
  }
}

/// `mapsync statistics`: what Business Central knows about customers, beside their accounts (F28).
struct StatisticsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statistics", abstract: "Figures of customers beside their accounts.",
    subcommands: [Update.self], defaultSubcommand: Update.self)

  struct Update: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "update",
      abstract: "Brings the figures of customers to Sales, and what they paid of invoices there.",
      discussion: """
        Without customers those of all are looked at, also those that change with the day alone.
        What the job of invoices still has to look at stays so.

        Example: mapsync statistics update 10000
        """)

    @OptionGroup var setup: SetupOption
    @OptionGroup var format: FormatOption

    @Argument(help: "The customers: numbers, names or ids.")
    var customers: [String] = []

    func run() async throws {
      let integration = try await setup.work().integration
      var reports: [JobReport] = []
      var unknown: [UnknownRecord] = []
      for mapping in try integration.statistics {
        // People know the customers by what their own mapping has: the account's name too.
        let owner = mapping.document?.writeBack.first.flatMap { integration.mapping($0.mapping) }
        var selection =
          customers.isEmpty
          ? nil : try await RecordSelection(customers, owner ?? mapping, integration)
        let ids = try selection?.ids(.bc)
        reports.append(try await integration.updateStatistics(mapping, ids))
        reports += try await integration.refreshInvoices(of: ids, mapping)
        unknown += selection?.unknown ?? []
      }
      try await format.report(reports, integration, unknown: unknown)
    }
  }
}

extension Integration {
  /// The mappings that write figures beside the records of other mappings.
  var statistics: [BoundMapping] {
    get throws(CommandFailure) {
      let found = mappings.filter {
        $0.document?.writeBack.isEmpty == false && $0.document?.states == nil
          && $0.policy.isEnabled && $0.policy.directions.contains(.toSales)
      }
      guard !found.isEmpty else {
        throw CommandFailure(
          "no mapping that is switched on brings figures to Sales; see mapsync.yaml")
      }
      return found
    }
  }

  /// Invoices of the customers of figures, or of all, in the states of their payments (scenarios
  /// STA-008, STA-009).
  func refreshInvoices(
    of customers: [Guid]?, _ figures: BoundMapping
  ) async throws(StoreFailure) -> [JobReport] {
    var reports: [JobReport] = []
    for mapping in mappings where mapping.policy.isEnabled {
      guard let direction = DocumentList.direction(mapping), direction == .toSales,
        mapping.document?.followsPayments == true
      else { continue }
      var scope = RefreshScope.all
      if let customers {
        let invoices = try await records(of: mapping.table(.bc), naming: customers, figures)
        guard !invoices.isEmpty else { continue }
        scope = .sources(invoices)
      }
      reports.append(try await Synchronizer(self).refresh(mapping, direction, scope))
    }
    return reports
  }

  /// The records of a BC table that name some records of another.
  private func records(
    of table: RecordTable, naming ids: [Guid], _ mapping: BoundMapping
  ) async throws(StoreFailure) -> [Guid] {
    let named = mapping.table(.bc).name
    guard let key = self.table(.bc, named)?.key.first, let description = self.table(.bc, table.name)
    else { return [] }
    let fields = description.fields.filter { field in
      field.refersTo.contains { $0.table == named } && field.pickedBy == nil
    }
    var found: Set<Guid> = []
    var first = 0
    while first < ids.count {
      let some = Array(ids[first..<min(first + bc.batchSize, ids.count)])
      first += some.count
      let keys = try await bc.rows(of: named, [key], ids: some).map(\.values)
      for field in fields {
        found.formUnion(
          try await bc.rows(of: table.name, [field.name], matching: [field.name], values: keys).map(
            \.id))
      }
    }
    return found.sorted()
  }

  /// Figures of some customers, or of all: what changes with the day changes though no record did.
  func updateStatistics(
    _ mapping: BoundMapping, _ ids: [Guid]?
  ) async throws(StoreFailure) -> JobReport {
    if let ids { return try await Synchronizer(self).run(mapping, .toSales, .figures, ids: ids) }
    var all: [Guid] = []
    for write in mapping.document?.writeBack ?? [] {
      guard let partner = self.mapping(write.mapping) else { continue }
      var after: Guid?
      while true {
        let page = try await state.couplings(partner.pair, after: after, limit: bc.batchSize)
        guard let last = page.last else { break }
        after = last.bcID
        all += page.map(\.bcID)
      }
    }
    return try await Synchronizer(self).run(mapping, .toSales, .figures.ofUnnamed, ids: all)
  }
}
