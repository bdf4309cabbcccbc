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
      let scope: RefreshScope =
        documents.isEmpty
        ? .all
        : .sources(
          try await DocumentSelection(integration, mapping).ids(documents, direction.source))
      try await format.report(
        [try await Synchronizer(integration).refresh(mapping, direction, scope)], integration)
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
      abstract: "Brings the figures of customers to Sales.",
      discussion: """
        Without customers those of all are looked at, also those that change with the day alone.

        Example: mapsync statistics update 10000
        """)

    @OptionGroup var setup: SetupOption
    @OptionGroup var format: FormatOption

    @Argument(help: "The customers: numbers, names or ids.")
    var customers: [String] = []

    func run() async throws {
      let integration = try await setup.work().integration
      var reports: [JobReport] = []
      for mapping in try integration.statistics {
        let ids =
          customers.isEmpty
          ? nil : try await RecordSelection(customers, mapping, integration).ids(.bc)
        reports.append(try await integration.updateStatistics(mapping, ids))
      }
      try await format.report(reports, integration)
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

  /// Figures of some customers, or of all: what changes with the day changes though no record did.
  func updateStatistics(
    _ mapping: BoundMapping, _ ids: [Guid]?
  ) async throws(StoreFailure) -> JobReport {
    if let ids { return try await Synchronizer(self).run(mapping, .toSales, .selection, ids: ids) }
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
    return try await Synchronizer(self).run(mapping, .toSales, .selection, ids: all)
  }
}
