import ArgumentParser
import EmbeddedSystems
import MapRuntime
import MapSync

/// `mapsync record`: the records of the embedded systems, as a person there would handle them.
struct RecordCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Shows and edits records of the embedded systems, as a person there would.",
    discussion: """
      Example: mapsync record create Customer No.=10000 Name=Adatum
      Example: mapsync record change account 'Adatum' telephone1=555
      """,
    subcommands: [
      List.self, Show.self, Create.self, Change.self, Delete.self,
      Release.self, Reopen.self, Archive.self, MakeOrder.self, Post.self, Pay.self, Unapply.self,
      Cancel.self, Correct.self,
      Revise.self, Activate.self, Win.self, Close.self, Submit.self, Fulfil.self, Convert.self,
    ])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "Lists records of a table.",
      discussion: "Example: mapsync record list account statecode=Active --limit 10")

    @OptionGroup var options: TableOptions
    @OptionGroup var format: FormatOption

    @Argument(help: "Only those with these values: Field=value.")
    var fields: [String] = []

    @Option(help: "How many.")
    var limit = 50

    func run() async throws {
      let table = try EditedTable(options, reads: true)
      let ids = try table.system.find(
        table.description.name, try table.values(fields), company: table.company)
      var records: [(Guid, LegibleRecord)] = []
      for id in ids.prefix(max(0, limit)) {
        if let record = try table.record(id) { records.append((id, record)) }
      }
      let answer = RecordAnswer(
        table.description, count: ids.count, records, unstored: table.unstored,
        figures: await table.figures(of: records.map(\.0), options.setup),
        names: try table.names(in: records.map(\.1.fields)))
      try format.write(answer, text: answer.text)
      try damaged(answer)
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Shows a record with all its fields.",
      discussion: "Example: mapsync record show Customer 10000")

    @OptionGroup var options: TableOptions
    @OptionGroup var format: FormatOption

    @Argument(help: "The record: its key, name or id.")
    var record: String

    func run() async throws {
      let table = try EditedTable(options, reads: true)
      let id = try table.find(record)
      guard let found = try table.record(id) else {
        throw CommandFailure("\(table.description.name) has no record \(id)")
      }
      let answer = RecordAnswer(
        table.description, count: 1, [(id, found)], unstored: table.unstored,
        figures: await table.figures(of: [id], options.setup),
        names: try table.names(in: [found.fields]))
      try format.write(answer, text: answer.detail)
      try damaged(answer)
    }
  }

  struct Create: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "create",
      abstract: "Creates a record; the system fills what is not written.",
      discussion: """
        Answers by the key, number or name that it has now; --format json with its id too.

        Example: mapsync record create Customer No.=10000 Name=Adatum
        """)

    @OptionGroup var options: TableOptions
    @OptionGroup var format: FormatOption

    @Argument(help: "Its values: Field=value.")
    var fields: [String] = []

    func run() throws {
      let table = try EditedTable(options)
      let result = try table.system.create(
        table.description.name, try table.values(fields), company: table.company)
      switch result {
      case .success(let id):
        let made = MadeRecord(table.description, id, try table.record(id)?.fields ?? [:])
        try format.write(made, text: made.text)
      case .failure(let refusal): try refused(refusal)
      }
    }
  }

  struct Change: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "change",
      abstract: "Changes fields of a record.",
      discussion: "Example: mapsync record change Customer 10000 'Name=Adatum Ltd'")

    @OptionGroup var options: TableOptions

    @Argument(help: "The record: its key, name or id.")
    var record: String

    @Argument(help: "The new values: Field=value; nothing after = empties the field.")
    var fields: [String]

    func run() throws {
      let table = try EditedTable(options)
      let id = try table.find(record)
      let before = try table.record(id)?.fields ?? [:]
      let values = try table.values(fields)
      let result = try table.system.change(
        table.description.name, id, values, company: table.company)
      try finished(result, record)
      let after = try table.record(id)?.fields ?? [:]
      Terminal.output(
        DoneEdit(
          table.description, record, named: Set(values.keys), before: before, after: after,
          names: try table.names(in: [before, after])
        ).text)
    }
  }

  struct Delete: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "delete",
      abstract: "Deletes a record.",
      discussion: "Example: mapsync record delete account Adatum")

    @OptionGroup var options: TableOptions

    @Argument(help: "The record: its key, name or id.")
    var record: String

    func run() throws {
      let table = try EditedTable(options)
      try finished(
        try table.system.delete(
          table.description.name, try table.find(record), company: table.company), record)
      Terminal.output(PlainLine.of("\(table.description.name) \(record) deleted") + "\n")
    }
  }
}

/// What cannot be read is named after all that can, so that it can be mended.
private func damaged(_ answer: RecordAnswer) throws {
  let damage = answer.damage
  guard !damage.isEmpty else { return }
  Terminal.error(damage)
  throw ExitCode(1)
}

private func finished(_ result: Result<Bool, Refusal>, _ record: String) throws {
  switch result {
  case .success(true): return
  case .success(false): throw CommandFailure("there is no record '\(PlainLine.of(record))'")
  case .failure(let refusal): try refused(refusal)
  }
}

/// What the system does not take is about the content: exit 1.
func refused(_ refusal: Refusal) throws {
  Terminal.error("mapsync: \(refusal.sentence)\n")
  throw ExitCode(1)
}

/// A record that a person made: for people by what it is called, for programs with its id.
private struct MadeRecord: Encodable {
  let version = 1
  let table: String
  /// Its key, number or name; nil where nothing of it says one.
  let name: String?
  let id: String

  init(_ table: TableDescription, _ id: Guid, _ fields: [String: Value]) {
    self.table = table.name
    name = RecordName.of(fields, table)
    self.id = id.description
  }

  var text: String { PlainLine.of("\(table) \(name ?? id) created") + "\n" }
}
