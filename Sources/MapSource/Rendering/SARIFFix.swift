/// A fix, by the files that it changes.
struct SARIFFix: Encodable {
  let description: SARIFMessage?
  let artifactChanges: [Change]
  let properties: Properties

  /// The edits of one file.
  struct Change: Encodable {
    let artifactLocation: SARIFLocation.Artifact
    let replacements: [Replacement]
  }

  /// One edit.
  struct Replacement: Encodable {
    let deletedRegion: SARIFLocation.Region
    let insertedContent: SARIFMessage
  }

  /// Whether nothing else could have been meant, which SARIF has no word for.
  struct Properties: Encodable {
    let certain: Bool
  }

  /// Nil for a fix without edits, which the schema forbids.
  init?(_ fix: Fix, help: String?, places: SARIFPlaces) {
    guard !fix.edits.isEmpty else { return nil }
    description = help.map(SARIFMessage.init)
    let edits = Dictionary(grouping: fix.edits, by: \.span.file).sorted { $0.key < $1.key }
    artifactChanges = edits.map { file, edits in
      Change(
        artifactLocation: places.artifact(file),
        replacements: edits.map { edit in
          Replacement(
            deletedRegion: places.region(of: edit.span), insertedContent: SARIFMessage(edit.text))
        })
    }
    properties = Properties(certain: fix.certain)
  }
}
