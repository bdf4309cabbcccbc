import ArgumentParser
import MapDocuments
import MapRuntime
import MapSync

/// `mapsync orders`: submitted Sales orders on their way to BC (F15 to F19).
struct OrdersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "orders", abstract: "Sales orders on their way to Business Central.",
    subcommands: [List.self, Create.self], defaultSubcommand: List.self)

  struct List: AsyncParsableCommand, DocumentListing {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "Lists submitted orders that are not in Business Central, and why.")
    static let kind = DocumentKind.order

    @OptionGroup var setup: SetupOption
    @OptionGroup var format: FormatOption
    @OptionGroup var choice: DocumentChoice

    func run() async throws { try await list() }
  }

  struct Create: AsyncParsableCommand, DocumentTaking {
    static let configuration = CommandConfiguration(
      commandName: "create",
      abstract: "Makes BC orders of submitted orders.",
      discussion: """
        Each order has its own outcome; one that cannot be taken leaves the others alone.

        Example: mapsync orders create ORD-1001 ORD-1002
        """)
    static let kind = DocumentKind.order

    @OptionGroup var setup: SetupOption
    @OptionGroup var format: FormatOption

    @Argument(help: "The orders: numbers, names or ids.")
    var documents: [String]

    func run() async throws { try await take(documents) }
  }
}

/// `mapsync quotes`: activated Sales quotes on their way to BC (F23 to F25).
struct QuotesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quotes", abstract: "Sales quotes on their way to Business Central.",
    subcommands: [List.self, Process.self], defaultSubcommand: List.self)

  struct List: AsyncParsableCommand, DocumentListing {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "Lists activated and won quotes on which something is still to be done, and why.")
    static let kind = DocumentKind.quote

    @OptionGroup var setup: SetupOption
    @OptionGroup var format: FormatOption
    @OptionGroup var choice: DocumentChoice

    func run() async throws { try await list() }
  }

  struct Process: AsyncParsableCommand, DocumentTaking {
    static let configuration = CommandConfiguration(
      commandName: "process",
      abstract: "Makes BC quotes of activated quotes, and settles won ones.",
      discussion: """
        A new version takes the place of an earlier one. A quote that is won is released, or archived
        when its order is submitted.

        Example: mapsync quotes process QUO-1001
        """)
    static let kind = DocumentKind.quote

    @OptionGroup var setup: SetupOption
    @OptionGroup var format: FormatOption

    @Argument(help: "The quotes: numbers, names or ids.")
    var documents: [String]

    func run() async throws { try await take(documents) }
  }
}

/// Which documents a list shows.
struct DocumentChoice: ParsableArguments {
  @Flag(help: "Also those that are there already.")
  var all = false

  @Option(help: "How many.")
  var limit = 100

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is at least 1") }
  }
}

/// A command that lists the documents of a kind.
protocol DocumentListing {
  static var kind: DocumentKind { get }
  var setup: SetupOption { get }
  var format: FormatOption { get }
  var choice: DocumentChoice { get }
}

extension DocumentListing {
  func list() async throws {
    let integration = try await setup.look().integration
    let mapping = try integration.documents(of: Self.kind)
    // One more than is shown tells whether there are more.
    let limit = choice.limit
    let found = try await DocumentList(integration, mapping).lines(
      withTaken: choice.all, limit: limit < .max ? limit + 1 : limit)
    let lines = Array(found.prefix(limit))
    let answer = DocumentListAnswer(mapping, lines, hasMore: found.count > limit)
    try format.write(answer, text: answer.text)
    if lines.contains(where: { $0.standing == .failed || $0.standing == .lost }) {
      throw ExitCode(1)
    }
  }
}

/// A command that takes in the documents of a kind.
protocol DocumentTaking {
  static var kind: DocumentKind { get }
  var setup: SetupOption { get }
  var format: FormatOption { get }
}

extension DocumentTaking {
  func take(_ documents: [String]) async throws {
    let integration = try await setup.work().integration
    let mapping = try integration.documents(of: Self.kind)
    guard let direction = DocumentList.direction(mapping) else { return }
    let chosen = try await DocumentSelection(
      documents, direction.source, mapping, integration)
    let couplings = try await integration.state.couplings(
      mapping.pair, direction.source, ids: chosen.ids)
    let known = zip(chosen.ids, couplings).filter { $1 != nil }.map(\.0)
    let before = try await DocumentList(integration, mapping).lines(of: known)
    let owed = Set(before.filter { $0.standing == .ready }.map(\.id))
    let report = try await Synchronizer(integration).run(
      mapping, direction, .create, ids: chosen.ids)
    // Of what was there already the counters say only that it was passed over.
    let there = try await DocumentList(integration, mapping).lines(of: known)
    try await format.report(
      [report], integration, unknown: chosen.unknown,
      remarks: there.compactMap { line in
        switch line.standing {
        case .taken:
          RemarkAnswer(
            record: line.number,
            message: owed.contains(line.id)
              ? "was there, and what was still to follow is done: \(line.message)"
              : "is there already: \(line.message)")
        case .posted: RemarkAnswer(record: line.number, message: line.message)
        case .ready, .waiting, .failed, .lost: nil
        }
      })
  }
}

extension Integration {
  /// The mapping that takes in the documents of a kind.
  func documents(of kind: DocumentKind) throws(CommandFailure) -> BoundMapping {
    let found = mappings.first {
      $0.document?.kind == kind && $0.takesDocuments && $0.policy.isEnabled
    }
    guard let found else {
      throw CommandFailure(
        "no mapping that is switched on takes in documents of this kind ('\(kind.rawValue)'); see "
          + "the features in mapsync.yaml")
    }
    return found
  }
}

/// Documents on their way, for people and programs.
struct DocumentListAnswer: Encodable {
  struct Line: Encodable {
    let id: String
    let number: String
    /// Nil for one that has nothing but its number.
    let name: String?
    let standing: String
    let message: String
  }

  let version = 1
  let mapping: String
  let documents: [Line]
  /// Whether the list was cut.
  let hasMore: Bool

  init(_ mapping: BoundMapping, _ lines: [DocumentList.Line], hasMore: Bool = false) {
    self.mapping = mapping.name
    self.hasMore = hasMore
    documents = lines.map {
      Line(
        id: $0.id.description, number: $0.number, name: $0.name,
        standing: $0.standing.rawValue, message: $0.message)
    }
  }

  var text: String {
    if documents.isEmpty { return "nothing waits\n" }
    let areNamed = documents.contains { $0.name != nil }
    let names: [TextTable.Column] = areNamed ? [.name("name")] : []
    var table = TextTable([.name("document")] + names + [.standing("standing"), .sentence("")])
    for line in documents {
      let name = areNamed ? [line.name ?? ""] : []
      table.add([line.number] + name + [line.standing, line.message])
    }
    return table.text + (hasMore ? "and more; --limit shows them\n" : "")
  }
}
