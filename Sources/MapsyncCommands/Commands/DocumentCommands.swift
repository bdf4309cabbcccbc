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
    let lines = try await DocumentList(integration, mapping).lines(
      withTaken: choice.all, limit: max(1, choice.limit))
    let answer = DocumentListAnswer(mapping, lines)
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
    let ids = try await DocumentSelection(integration, mapping).ids(documents, direction.source)
    try await format.report(
      [try await Synchronizer(integration).run(mapping, direction, .create, ids: ids)],
      integration)
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
    let name: String
    let standing: String
    let message: String
  }

  let version = 1
  let mapping: String
  let documents: [Line]

  init(_ mapping: BoundMapping, _ lines: [DocumentList.Line]) {
    self.mapping = mapping.name
    documents = lines.map {
      Line(
        id: $0.id.description, name: $0.name, standing: $0.standing.rawValue, message: $0.message)
    }
  }

  var text: String {
    if documents.isEmpty { return "nothing waits\n" }
    var table = TextTable([.text("document"), .text("standing"), .text("")])
    for line in documents { table.add([line.name, line.standing, line.message]) }
    return table.text
  }
}
