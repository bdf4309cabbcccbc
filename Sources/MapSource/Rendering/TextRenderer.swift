/// Findings for people at a terminal: the line, the characters, the reason, the way out.
public struct TextRenderer: FindingRenderer {
  private let style: TerminalStyle
  private let width: Int?
  private let path: @Sendable (String) -> String

  /// - Parameters:
  ///   - width: the columns of the terminal; nil where it is none.
  ///   - path: makes the path to show from the one relative to the root.
  public init(
    color: Bool, width: Int? = nil, path: @escaping @Sendable (String) -> String = { $0 }
  ) {
    style = TerminalStyle(isColored: color)
    self.width = width
    self.path = path
  }

  public func render(_ report: FindingReport) -> String {
    let blocks = report.findings.map { finding in
      FindingText(finding, in: report, style: style, width: width, path: path)
        .lines.joined(separator: "\n")
    }
    return (blocks + [report.summary]).joined(separator: "\n\n") + "\n"
  }
}

extension FindingReport {
  /// `3 errors, 1 warning in 42 files`.
  public var summary: String {
    let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
    let found = counts.map { Self.count($0.0, $0.1) }.joined(separator: ", ")
    return (found.isEmpty ? "no findings" : found) + " in " + Self.count(files, "file")
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
