/// A graph in the language of Graphviz: an arrow goes from a mapping to those that need it.
public struct DotGraph: Sendable {
  public init() {}

  public func render(_ document: GraphDocument) -> String {
    var lines = [
      "// Needed mappings stand left of those that need them; dashed: records do not wait.",
      "digraph prerequisites {",
      "  rankdir=LR;",
      "  node [shape=box, style=rounded, fontname=\"Helvetica\"];",
    ]
    for wave in document.waves {
      lines.append("  { rank=same;")
      for node in wave.nodes {
        lines.append(
          "    \(Self.quoted(node.name)) [label=\(Self.quoted(node.name, node.tables))];")
      }
      lines.append("  }")
    }
    for node in document.nodes {
      for need in node.hardNeeds {
        lines.append("  \(Self.quoted(need.mapping)) -> \(Self.quoted(node.name));")
      }
      for need in node.softNeeds {
        lines.append(
          "  \(Self.quoted(need.mapping)) -> \(Self.quoted(node.name))"
            + " [style=dashed, constraint=false];")
      }
    }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }

  /// Lines of text as one quoted string. In it a backslash begins an escape, so it is doubled.
  private static func quoted(_ lines: String...) -> String {
    let escaped = lines.map { line in
      PlainText.line(line).map { character in
        switch character {
        case "\\": "\\\\"
        case "\"": "\\\""
        default: String(character)
        }
      }.joined()
    }
    return "\"" + escaped.joined(separator: "\\n") + "\""
  }
}
