import MapSource
import MapSyntax

/// Finds values that look like secrets; what their keys are called does not matter.
public enum SecretFinder {
  public static func findings(in tree: SyntaxTree) -> [Finding] {
    var findings: [Finding] = []
    tree.forEachScalar(ofAtLeast: SecretShape.shortest) { node, bytes in
      guard let shape = SecretShape.find(in: bytes) else { return }
      var finding = Finding(
        "secret-in-file", "this looks like \(shape.title)", at: node.span,
        help: "take it out and have it replaced: secrets belong into mapsync's environment")
      finding.isSecret = true
      findings.append(finding)
    }
    return findings
  }
}
