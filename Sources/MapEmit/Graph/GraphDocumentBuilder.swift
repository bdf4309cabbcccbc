import MapCheck
import MapLanguage
import MapPlan
import MapRuntime
import MapSource

/// Puts a plan's graph into words.
struct GraphDocumentBuilder {
  private let plan: Plan
  private let features: FeatureSet
  private let sources: SourceSet
  private var lines: [Int32: LineTable] = [:]

  init(_ plan: Plan, in features: FeatureSet, sources: SourceSet) {
    self.plan = plan
    self.features = features
    self.sources = sources
  }

  mutating func document(_ graph: PrerequisiteGraph) -> GraphDocument {
    GraphDocument(
      features: plan.checked.features.names(of: features),
      nodes: graph.sequence.compactMap { node(at: $0, in: graph) })
  }

  private mutating func node(at place: Int, in graph: PrerequisiteGraph) -> GraphNode? {
    guard let mapping = plan.checked.mapping(place, in: features),
      let wave = graph.wave(of: place)
    else { return nil }
    let tables = mapping.origin.tables
    let option = tables.salesOption.map { "." + $0.value } ?? ""
    return GraphNode(
      name: mapping.name, bc: tables.bc.value, sales: tables.sales.value + option,
      direction: mapping.direction.rawValue, description: mapping.origin.description?.value ?? "",
      place: self.place(of: mapping.origin.name.span), wave: wave,
      needs: graph.prerequisites(of: place).map { need($0, of: mapping, in: graph) })
  }

  /// What a mapping refers to, in words.
  mutating func need(
    _ prerequisite: Prerequisite, of mapping: EffectiveMapping, in graph: PrerequisiteGraph
  ) -> GraphNeed {
    GraphNeed(
      mapping: graph.name(of: prerequisite.to), reason: prerequisite.reason,
      isSoft: prerequisite.isSoft,
      fields: prerequisite.fields.map { mapping.origin.fields[$0].title },
      reasons: prerequisite.edges.flatMap { reasons($0, of: mapping) })
  }

  private mutating func reasons(
    _ edge: PrerequisiteEdge, of mapping: EffectiveMapping
  ) -> [GraphReason] {
    switch edge.reason {
    case .parent:
      return [
        GraphReason(words: "its records are lines of that one's", place: place(of: edge.span))
      ]
    case .declared:
      let because = edge.because.map { ", because \($0)" } ?? ""
      return [GraphReason(words: "requires says so\(because)", place: place(of: edge.span))]
    case .through:
      return mapping.fields.filter { edge.fields.contains($0.place) }.map { field in
        GraphReason(
          field: field.origin.title, words: Self.words(field), place: place(of: field.span))
      }
    }
  }

  private static func words(_ field: EffectiveFieldMap) -> String {
    let ends = [field.origin.bc?.value, field.origin.sales?.value].compactMap { $0 }
    let name = "field \(ends.joined(separator: " / "))"
    let because = field.origin.because.map { ", because \($0.value)" } ?? ""
    return "\(name), uncoupled: \(field.uncoupled.rawValue)\(because)"
  }

  private mutating func place(of span: Span) -> GraphPlace {
    let table = lines[span.file] ?? LineTable(sources[span.file])
    lines[span.file] = table
    return GraphPlace(
      file: sources[span.file].path, line: table.position(of: Int(span.start)).line)
  }
}

extension GraphDocument {
  /// The graph of a plan under a feature set.
  public init(_ plan: Plan, in features: FeatureSet, sources: SourceSet) {
    var builder = GraphDocumentBuilder(plan, in: features, sources: sources)
    self = builder.document(plan.graph(in: features))
  }
}
