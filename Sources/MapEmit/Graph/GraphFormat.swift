/// The ways to write a graph.
public enum GraphFormat: String, CaseIterable, Sendable {
  case text
  case json
  case dot
  case mermaid
  case html

  public func render(_ document: GraphDocument) -> String {
    switch self {
    case .text: TextGraph().render(document)
    case .json: JSONGraph().render(document)
    case .dot: DotGraph().render(document)
    case .mermaid: MermaidGraph().render(document)
    case .html: HTMLGraph().render(document)
    }
  }
}
