import MapCheck

/// Every finding in a line, group by group.
enum FindingList {
  static var text: String {
    let width = FindingCatalogue.all.map(\.name.count).max() ?? 0
    return FindingGroup.allCases.map { group in
      let entries = FindingCatalogue.all.filter { $0.group == group }
      let lines = entries.map { entry in
        let name = entry.name + String(repeating: " ", count: width - entry.name.count)
        let kind = entry.severity == .warning ? " (warning)" : ""
        return "  \(name)  \(entry.summary)\(kind)\n"
      }
      return "\(group.rawValue)\n" + lines.joined()
    }.joined(separator: "\n")
  }
}
