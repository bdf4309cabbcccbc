import ArgumentParser
import MapCheck
import MapEmit
import MapPlan
import MapSource

extension GraphFormat: ExpressibleByArgument {}

/// `mapc graph`: which mappings go before which, and why.
struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Shows which mappings go before which, and why.",
    discussion: """
      Records of a mapping wait for those of its prerequisites. A wave holds the mappings that need \
      only earlier waves.

      Example: mapc graph --format html > graph.html
      Example: mapc graph --order CURRENCY,SALESPEOPLE,CUSTOMER

      Exit status: 1 if an order is wrong, a mapping does not exist or the files have errors.
      """)

  @OptionGroup var global: GlobalOptions

  @Option(help: "How the graph is written.")
  var format: GraphFormat = .text

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Only this mapping and everything it needs.", valueName: "mapping"),
    completion: Completions.mapping)
  var needing: String?

  @Option(
    help: ArgumentHelp("Only this mapping and everything that needs it.", valueName: "mapping"),
    completion: Completions.mapping)
  var dependents: String?

  @OptionGroup var features: FeatureOption

  @Option(
    help: ArgumentHelp(
      "Draw nothing; say whether these mappings, by commas, stand in a right order.",
      valueName: "mappings"),
    completion: Completions.mappingList)
  var order: String?

  func run() throws {
    let project = try PlannedProject.open(global)
    let plan = project.plan
    let set = try features.set(in: plan.checked.features)
    let report = OrderReport(plan, in: set, sources: project.sources)
    let graph = plan.graph(in: set)
    if let order {
      try check(NameList.names(in: order), graph, report)
    } else {
      let kept = try mappings(of: graph, report)
      let document = GraphDocument(plan, in: set, sources: project.sources)
      Terminal.output(format.render(kept.map(document.keeping) ?? document))
    }
  }

  private func check(_ order: [String], _ graph: PrerequisiteGraph, _ report: OrderReport) throws {
    guard !order.isEmpty else { throw CommandFailure(sentence: "--order names no mapping") }
    guard let problem = graph.problem(inOrder: order) else {
      let named = order.count == 1 ? "1 mapping stands" : "\(order.count) mappings stand"
      return Terminal.output("\(named) in a right order\n")
    }
    Terminal.output(report.text(problem) + "\n")
    throw ExitCode(1)
  }

  /// The names of the mappings to show; nil for all.
  private func mappings(of graph: PrerequisiteGraph, _ report: OrderReport) throws -> Set<String>? {
    guard needing != nil || dependents != nil else { return nil }
    var places: [Int] = []
    do throws(NameProblem) {
      if let needing {
        let place = try graph.find(needing)
        places += [place] + graph.needed(by: place)
      }
      if let dependents {
        let place = try graph.find(dependents)
        places += [place] + graph.dependents(of: place)
      }
    } catch {
      Terminal.error("mapc: \(report.text(error))\n")
      throw ExitCode(1)
    }
    return Set(places.map(graph.name))
  }
}
