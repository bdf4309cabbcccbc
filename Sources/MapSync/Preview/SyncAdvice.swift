import MapRuntime

/// What a person may choose for one record of a two-way mapping, and what is suggested (R D-40).
public struct SyncAdvice: Hashable, Sendable {
  /// Each by the word that a person says for it.
  public enum Choice: String, Hashable, Sendable, CaseIterable {
    /// BC's values over those in Sales.
    case send = "to-sales"
    /// Sales' values over those in BC.
    case get = "to-bc"
    /// Each side's changes to the other one.
    case merge
  }

  public let choices: [Choice]
  /// Nil where only a person can say which side is right.
  public let suggestion: Choice?

  /// - Parameters:
  ///   - isBCChanged, isSalesChanged: since the last run.
  ///   - hasConflict: A field that both directions write differs, and both sides changed.
  ///   - mergeWrites: Beside the conflict there is what only one side changed.
  public init(
    isBCChanged: Bool, isSalesChanged: Bool, hasConflict: Bool, mergeWrites: Bool = false
  ) {
    if hasConflict {
      choices = mergeWrites ? Choice.allCases : [.send, .get]
      suggestion = nil
      return
    }
    choices = Choice.allCases
    suggestion =
      switch (isBCChanged, isSalesChanged) {
      case (true, false): .send
      case (false, true): .get
      case (true, true), (false, false): .merge
      }
  }
}

extension SyncAdvice {
  /// Nil where the records were not compared, so that there is nothing to choose.
  ///
  /// - Parameters:
  ///   - preview: Of a run to Sales.
  ///   - merged: What merging would come to, of any records.
  public init?(_ preview: RecordPreview, merged: [RecordPreview] = []) {
    guard preview.isCompared else { return nil }
    self.init(
      isBCChanged: preview.isSourceChanged, isSalesChanged: preview.isTargetChanged,
      hasConflict: !preview.conflicts.isEmpty,
      mergeWrites: merged.contains { merged in
        merged.fate == .update && !merged.fields.isEmpty
          && [merged.source, merged.target].contains(preview.source)
      })
  }
}
