/// A graph for people to read in a terminal: waves as numbered lists.
public struct TextGraph: Sendable {
  private static let width = 100

  public init() {}

  public func render(_ document: GraphDocument) -> String {
    var lines: [String] = []
    if !document.features.isEmpty {
      lines.append("Under " + PlainText.line(document.features.joined(separator: ", ")))
    }
    let digits = String(document.nodes.count).count
    let longest = document.nodes.lazy.map { PlainText.line($0.name).count }.max() ?? 0
    var number = 0
    for wave in document.waves {
      if !lines.isEmpty { lines.append("") }
      lines.append("Wave \(wave.number)")
      for node in wave.nodes {
        number += 1
        let name = Self.padded(PlainText.line(node.name), longest)
        let count = Self.leading(String(number), digits)
        lines.append("  \(count). \(name)  \(PlainText.line(node.tables)) (\(node.direction))")
        let indent = String(repeating: " ", count: digits + 4)
        lines += Self.wrapped("needs", node.hardNeeds.map(\.text), indent)
        lines += Self.wrapped("does not wait for", node.softNeeds.map(\.text), indent)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func leading(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// A word and a list; lines after the first begin below its first item.
  private static func wrapped(_ word: String, _ items: [String], _ indent: String) -> [String] {
    var lines: [String] = []
    var line = indent + word
    let hanging = String(repeating: " ", count: line.count)
    for (place, item) in items.enumerated() {
      let text = PlainText.line(item) + (place == items.count - 1 ? "" : ",")
      if place > 0, line.count + 1 + text.count > width {
        lines.append(line)
        line = hanging
      }
      line += " " + text
    }
    return items.isEmpty ? [] : lines + [line]
  }
}
