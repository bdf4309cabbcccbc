import MapImport

/// What an import did, a line a file.
struct ImportReport {
  private let plan: ImportPlan

  init(_ plan: ImportPlan) { self.plan = plan }

  var text: String {
    var lines = plan.changes.map(Self.line)
    lines += plan.hidden.map {
      "\($0.prefix(100)): left out, since it has no key, or no name for a file of its own"
    }
    let written = plan.changes.count(where: \.isDue)
    lines.append("\(Self.count(written, "file")) written of \(plan.changes.count)")
    return lines.map { $0 + "\n" }.joined()
  }

  private static func line(_ change: ImportPlan.Change) -> String {
    var parts: [String] = []
    if change.isNew {
      parts.append("new, " + count(change.added, "field"))
    } else if change.isDue {
      if change.added > 0 { parts.append(count(change.added, "field") + " added") }
      if change.changed > 0 { parts.append(count(change.changed, "field") + " changed") }
      if parts.isEmpty { parts.append("address or number added") }
    } else {
      parts.append("as it was")
    }
    if change.leftOut > 0 {
      parts.append(count(change.leftOut, "column") + " of types that table files do not have")
    }
    if !change.kept.isEmpty {
      let shown = change.kept.prefix(5).joined(separator: ", ")
      let more = change.kept.count > 5 ? " and \(change.kept.count - 5) more" : ""
      parts.append("not in the system, and kept: \(shown)\(more)")
    }
    return "\(change.path): " + parts.joined(separator: "; ")
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
