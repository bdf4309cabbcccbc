import MapSource

/// Gathers findings over feature combinations: what is found in several is one finding, and one
/// that is not found in all of them names the first.
struct FindingCollector {
  private struct Key: Hashable {
    let name: String
    let span: Span
    let message: String
  }

  private struct Entry {
    var finding: Finding
    let first: FeatureSet
    let relevant: UInt64
    let total: Int
    var count: Int
    var last: FeatureSet
  }

  private let space: FeatureSpace
  private var order: [Key] = []
  private var entries: [Key: Entry] = [:]

  init(_ space: FeatureSpace) { self.space = space }

  /// Findings that have nothing to do with features.
  mutating func add(_ findings: [Finding]) {
    add(findings, in: space.standard, of: 1, relevant: 0)
  }

  mutating func add(_ part: FoundPart) {
    add(part.findings, in: part.features, of: part.combinations, relevant: part.relevant)
  }

  /// - Parameters:
  ///   - total: how many combinations are looked at.
  ///   - relevant: the values of the choices that distinguish them.
  mutating func add(
    _ findings: [Finding], in features: FeatureSet, of total: Int, relevant: UInt64
  ) {
    for finding in findings {
      let key = Key(name: finding.name, span: finding.span, message: finding.message)
      if var entry = entries[key] {
        if entry.last != features { entry.count += 1 }
        entry.last = features
        entries[key] = entry
      } else {
        order.append(key)
        entries[key] = Entry(
          finding: finding, first: features, relevant: relevant, total: total, count: 1,
          last: features)
      }
    }
  }

  /// All findings, in the order of files.
  var findings: [Finding] {
    order.compactMap { key in
      guard let entry = entries[key] else { return nil }
      var finding = entry.finding
      if entry.count < entry.total, finding.features == nil {
        finding.features = space.names(of: entry.first, in: entry.relevant)
      }
      return finding
    }
    .sorted(by: Finding.inOrder)
  }
}
