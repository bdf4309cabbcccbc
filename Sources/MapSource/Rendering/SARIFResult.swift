/// One finding in a SARIF run.
struct SARIFResult: Encodable {
  let ruleId: String
  let ruleIndex: Int
  let level: String
  let message: SARIFMessage
  let locations: [SARIFLocation]
  let relatedLocations: [SARIFLocation]?
  let fixes: [SARIFFix]?
  let properties: Properties?

  /// What SARIF has no word for.
  struct Properties: Encodable {
    let features: [String]
  }

  init(_ finding: Finding, ruleIndex: Int, places: SARIFPlaces) {
    ruleId = finding.name
    self.ruleIndex = ruleIndex
    level = finding.severity.name
    let reasons = finding.notes.filter { $0.span == nil }.map { "note: \($0.message)" }
    message = SARIFMessage(
      ([finding.sentence] + reasons + finding.remarks).joined(separator: "\n"))
    locations = [places.location(of: finding.span)]
    // The schema wants related places to differ.
    var seen: Set<Finding.Note> = []
    let related = finding.notes.filter { seen.insert($0).inserted }.compactMap { note in
      note.span.map { places.location(of: $0, message: note.message) }
    }
    relatedLocations = related.isEmpty ? nil : related
    fixes = finding.fix.flatMap { SARIFFix($0, help: finding.help, places: places) }.map { [$0] }
    properties = finding.features.map(Properties.init)
  }
}
