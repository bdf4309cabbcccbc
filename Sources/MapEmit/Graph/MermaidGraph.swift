/// A graph in the language of Mermaid: an arrow goes from a mapping to those that need it.
public struct MermaidGraph: Sendable {
  public init() {}

  public func render(_ document: GraphDocument) -> String {
    let numbers = Dictionary(
      zip(document.nodes.map(\.name), document.nodes.indices),
      uniquingKeysWith: { first, _ in first }
    )
    var lines = ["flowchart LR"]
    for wave in document.waves {
      lines.append("  subgraph wave\(wave.number)[\"Wave \(wave.number)\"]")
      for node in wave.nodes {
        let label = "\(Self.escaped(node.name))<br/>\(Self.escaped(node.tables))"
        lines.append("    m\(numbers[node.name] ?? 0)[\"\(label)\"]")
      }
      lines.append("  end")
    }
    for (number, node) in document.nodes.enumerated() {
      for (needs, arrow) in [(node.hardNeeds, "-->"), (node.softNeeds, "-.->")] {
        for need in needs {
          guard let from = numbers[need.mapping] else { continue }
          lines.append("  m\(from) \(arrow) m\(number)")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Everything that could mean something to Mermaid, Markdown or HTML as its character code.
  private static func escaped(_ text: String) -> String {
    PlainText.line(text).unicodeScalars.map { scalar in
      let isPlain =
        scalar.value > 127 || scalar.properties.isAlphabetic
        || ("0"..."9").contains(scalar) || " -./()".unicodeScalars.contains(scalar)
      return isPlain ? String(scalar) : "#\(scalar.value);"
    }.joined()
  }
}
