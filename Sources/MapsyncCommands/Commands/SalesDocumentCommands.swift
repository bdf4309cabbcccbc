import ArgumentParser
import MapScenario

/// What a person in Sales does with documents.
extension RecordCommand {
  struct Revise: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "revise",
      abstract: "Closes an active quote and makes its next revision.",
      discussion: "Example: mapsync record revise QUO-1001")

    @OptionGroup var options: DocumentOptions

    func run() throws { try options.perform(.revise) }
  }

  struct Activate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "activate",
      abstract: "Activates a draft of a quote.",
      discussion: "Example: mapsync record activate QUO-1001")

    @OptionGroup var options: DocumentOptions

    func run() throws { try options.perform(.activate) }
  }

  struct Win: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "win",
      abstract: "Wins an active quote, without an order.",
      discussion: "Example: mapsync record win QUO-1001")

    @OptionGroup var options: DocumentOptions

    func run() throws { try options.perform(.win) }
  }

  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "close",
      abstract: "Closes an active quote that is not won.",
      discussion: "Example: mapsync record close QUO-1001 --reason canceled")

    @OptionGroup var options: DocumentOptions

    @Option(help: "How it ends.")
    var reason = DocumentStep.QuoteEnd.lost

    func run() throws { try options.perform(.close(reason)) }
  }

  struct Submit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "submit",
      abstract: "Submits an active order.",
      discussion: "Example: mapsync record submit ORD-1001")

    @OptionGroup var options: DocumentOptions

    func run() throws { try options.perform(.submit) }
  }

  struct Fulfil: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "fulfil",
      abstract: "Fulfils an order.",
      discussion: "Example: mapsync record fulfil ORD-1001 --part")

    @OptionGroup var options: DocumentOptions

    @Flag(help: "Only in part.")
    var part = false

    func run() throws { try options.perform(.fulfil(isComplete: !part)) }
  }

  struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "convert",
      abstract: "Makes an order of a quote, or an invoice of an order.",
      discussion: "Example: mapsync record convert QUO-1001")

    @OptionGroup var options: DocumentOptions

    func run() throws { try options.perform(.convert) }
  }
}

extension DocumentStep.QuoteEnd: ExpressibleByArgument {}
