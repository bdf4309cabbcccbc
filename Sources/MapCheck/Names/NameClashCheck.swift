import MapLanguage
import MapRuntime
import MapSource

/// `name-clash`: two names become one in the generated Swift.
enum NameClashCheck {
  static let find: @Sendable (ResolvedModel) -> [Finding] = { resolved in
    var findings: [Finding] = []
    let tables = resolved.catalogue.tables.indices
      .filter { resolved.catalogue.optionFields[$0] == nil }
    for side in Side.allCases {
      let own = tables.filter { resolved.catalogue[$0].side == side }
      clashes(own.map { entry(of: resolved.catalogue[$0]) }, "tables", &findings)
    }
    for place in tables { fields(of: resolved.catalogue[place], &findings) }
    clashes(
      resolved.model.mappings.map { entry(of: $0.alternatives[0].mapping) }, "mappings", &findings)
    return findings
  }

  /// A name, where it stands, and what it becomes.
  private struct Entry {
    let name: Located<String>
    let settled: Located<String>?
    /// Files of tables and mappings are named by it; members have none.
    var base: String?
    let swift: () -> SwiftName

    var fingerprint: UInt64 {
      // Settled names are not split into words, but compare without case just the same.
      NameFingerprint.of(settled?.value ?? name.value)
        ?? NameFingerprint.of(swift().identifier) ?? 0
    }
  }

  private static func entry(of table: Table) -> Entry {
    Entry(
      name: table.name, settled: table.swiftName, base: NameTable.baseName(table.name.value),
      swift: { SwiftName.type(of: table) })
  }

  private static func entry(of mapping: Mapping) -> Entry {
    Entry(
      name: mapping.name, settled: mapping.swiftName,
      base: NameTable.baseName(mapping.name.value), swift: { SwiftName.type(of: mapping) })
  }

  private static func fields(of table: Table, _ findings: inout [Finding]) {
    let side = table.side
    if mayClash(table.fields.lazy.map { $0.swiftName == nil ? $0.name.value : nil }) {
      clashes(
        table.fields.map { field in
          Entry(
            name: field.name, settled: field.swiftName,
            swift: { SwiftName.member(of: field, on: side) })
        }, "fields", &findings)
    }
    for field in table.fields where mayClash(field.options.lazy.map(\.name)) {
      clashes(
        field.options.map { option in
          Entry(
            name: Located(option.name, at: option.span), settled: nil,
            swift: { SwiftName.member(ofOption: option.name) })
        }, "options", &findings)
    }
  }

  /// Whether a closer look is due; most tables are told by this alone.
  private static func mayClash(_ names: some Sequence<String?>) -> Bool {
    var seen: Set<UInt64> = []
    for name in names {
      guard let name, let fingerprint = NameFingerprint.of(name),
        seen.insert(fingerprint).inserted
      else { return true }
    }
    return false
  }

  private static func clashes(_ entries: [Entry], _ what: String, _ findings: inout [Finding]) {
    for entry in entries { refuseBad(entry.settled, &findings) }
    let fingerprints = entries.map(\.fingerprint)
    guard Set(fingerprints).count < fingerprints.count else { return }
    var firsts: [UInt64: [Int]] = [:]
    for (place, fingerprint) in fingerprints.enumerated() {
      let earlier = firsts[fingerprint, default: []].first {
        clash(entries[$0], entries[place]) != nil
      }
      if let earlier, let name = clash(entries[earlier], entries[place]) {
        findings.append(finding(entries[place], entries[earlier], name, what))
      }
      firsts[fingerprint, default: []].append(place)
    }
  }

  /// The Swift name or file name that both have; equal names are duplicates, which others find.
  private static func clash(_ one: Entry, _ other: Entry) -> String? {
    guard one.name.value.lowercased() != other.name.value.lowercased() || one.base == nil,
      one.name.value != other.name.value
    else { return nil }
    let swift = one.swift()
    if swift == other.swift() { return swift.identifier }
    guard let base = one.base, let second = other.base, base.lowercased() == second.lowercased()
    else { return nil }
    return second
  }

  private static func finding(
    _ entry: Entry, _ earlier: Entry, _ name: String, _ what: String
  ) -> Finding {
    Finding(
      "name-clash",
      "the \(what) '\(earlier.name.value)' and '\(entry.name.value)' both become '\(name)' in Swift",
      at: entry.settled?.span ?? entry.name.span, label: "becomes '\(name)' too",
      notes: [Finding.Note("the other is here", at: earlier.name.span)],
      help: what == "options"
        ? "rename one of the options" : "give one of them another name: `swift-name: …`")
  }

  private static func refuseBad(_ name: Located<String>?, _ findings: inout [Finding]) {
    guard let name, !SwiftName.isIdentifier(name.value) else { return }
    findings.append(
      Finding(
        "invalid-value", "'\(name.value)' cannot be a name in Swift", at: name.span,
        help: "use letters, digits and '_', and no digit first"))
  }
}
