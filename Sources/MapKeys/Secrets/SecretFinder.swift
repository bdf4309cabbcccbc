import MapSource
import MapSyntax

/// Finds values that look like secrets, and those whose keys say that they are some.
public enum SecretFinder {
  /// What a key is called that holds a secret.
  private static let words = ["secret", "password", "token", "credential", "pwd"]
  /// Keys that say where a secret is.
  private static let places = ["environment", "file"]

  /// The values of keys that are called as secrets are: nobody's to read, whatever is wrong with the file.
  public static func values(in node: SyntaxNode) -> [Span] {
    var found: [Span] = []
    node.forEachEntry { entry in
      let key = entry.key.isScalar ? entry.key.text.lowercased() : ""
      let isSecret = words.contains(where: key.contains)
      found += isSecret ? scalars(in: entry.value) : values(in: entry.value)
    }
    return found + node.items.flatMap { values(in: $0) }
  }

  private static func scalars(in node: SyntaxNode) -> [Span] {
    if node.isScalar { return node.isNothing ? [] : [node.span] }
    let values = node.entries.filter { !($0.key.isScalar && places.contains($0.key.text)) }
    return (values.map(\.value) + node.items).flatMap { scalars(in: $0) }
  }

  /// Values that look like secrets; what their keys are called does not matter.
  public static func findings(in tree: SyntaxTree) -> [Finding] {
    var findings: [Finding] = []
    tree.forEachScalar(ofAtLeast: SecretShape.shortest) { node, bytes in
      guard let shape = SecretShape.find(in: bytes) else { return }
      var finding = Finding(
        "secret-in-file", "this looks like \(shape.title)", at: node.span,
        help: "take it out and have it replaced: secrets belong into mapsync's environment")
      finding.secrets = [node.span]
      findings.append(finding)
    }
    return findings
  }
}
