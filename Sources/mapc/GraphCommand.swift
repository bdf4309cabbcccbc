import ArgumentParser
import MapCheck
import MapCompiler
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
    help: ArgumentHelp("Only this mapping and everything it needs.", valueName: "mapping"))
  var needing: String?

  @Option(
    help: ArgumentHelp("Only this mapping and everything that needs it.", valueName: "mapping"))
  var dependents: String?

  @Option(
    help: ArgumentHelp(
      "The features that are on, by commas; of other choices the first.", valueName: "names"))
  var features: String?

  @Option(
    help: ArgumentHelp(
      "Draw nothing; say whether these mappings, by commas, stand in a right order.",
      valueName: "mappings"))
  var order: String?

  func run() throws {
    let compilation = Compiler.check(try ProjectReader.read(try global.resolvedRoot()))
    guard let plan = compilation.plan else {
      try fail(with: compilation)
    }
    let set = try featureSet(plan.checked.features)
    let report = OrderReport(plan, in: set, sources: compilation.sources)
    let graph = plan.graph(in: set)
    if let order {
      try check(Self.listed(order), graph, report)
    } else {
      let kept = try mappings(of: graph, report)
      let document = GraphDocument(plan, in: set, sources: compilation.sources)
      Terminal.output(format.render(kept.map(document.keeping) ?? document))
    }
  }

  /// Files with errors have no order; what is wrong goes to standard error.
  private func fail(with compilation: Compilation) throws -> Never {
    let root = try global.resolvedRoot()
    let errors = compilation.findings.filter { $0.severity == .error }
    let renderer = TextRenderer(
      color: global.color == .always, path: { DisplayPath.relative($0, root: root) })
    Terminal.error(renderer.render(FindingReport(errors, in: compilation.sources)))
    throw ExitCode(1)
  }

  private func featureSet(_ space: FeatureSpace) throws -> FeatureSet {
    let names = Self.listed(features ?? "")
    var bits: UInt64 = 0
    for name in names {
      guard let bit = space.bit(of: name) else {
        let meant = Spelling.nearest(to: name, among: space.values).map { "; did you mean \($0)?" }
        throw CommandFailure(sentence: "there is no feature \(name)\(meant ?? "")")
      }
      bits |= bit
    }
    for choice in space.choices where (choice & bits).nonzeroBitCount > 1 {
      let clash = space.names(of: FeatureSet(bits: choice & bits)).joined(separator: " and ")
      throw CommandFailure(sentence: "\(clash) cannot be on together")
    }
    return space.set(turningOn: names)
  }

  private func check(_ order: [String], _ graph: PrerequisiteGraph, _ report: OrderReport) throws {
    guard let problem = graph.problem(inOrder: order) else { return }
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

  private static func listed(_ names: String) -> [String] {
    names.split(separator: ",").map { name in
      String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }
}
