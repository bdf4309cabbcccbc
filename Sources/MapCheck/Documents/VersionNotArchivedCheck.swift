import MapLanguage
import MapRuntime
import MapSource

/// `version-not-archived`: a new version of a quote replaces the old one in BC, which is archived
/// nowhere (R G-4).
enum VersionNotArchivedCheck {
  static let pass = CheckPass(reach: .own) { mapping, _ in
    guard let versions = mapping.origin.document.versions else { return [] }
    let steps = versions.then
    let place = steps.firstIndex { $0.value == .replace || $0.value == .new }
    guard let place else { return steps.isEmpty ? [] : [nothingTaken(versions)] }
    let archived = steps[..<place].contains { $0.value == .archive }
    if steps[place].value == .replace, !archived { return [lost(versions, steps[place])] }
    if let archive = steps[place...].first(where: { $0.value == .archive }) {
      return [late(archive, steps[place])]
    }
    guard let second = steps[(place + 1)...].first(where: { $0.value != .archive }) else {
      return []
    }
    return [
      Finding(
        "invalid-value", "'\(second.value.rawValue)' follows '\(steps[place].value.rawValue)'",
        at: second.span, label: "a version is taken in once",
        help: "write [archive, replace], [archive, new] or [new]")
    ]
  }

  private static func lost(
    _ versions: DocumentRules.Versions, _ replace: Located<VersionStep>
  ) -> Finding {
    Finding(
      "version-not-archived",
      "a new version replaces the Business Central quote, which was not archived", at: replace.span,
      label: "what stands in Business Central is lost",
      help: "write 'then: [archive, replace]'")
  }

  private static func late(
    _ archive: Located<VersionStep>, _ step: Located<VersionStep>
  ) -> Finding {
    Finding(
      "version-not-archived", "the old version is archived after the new one was taken in",
      at: archive.span, label: "too late",
      notes: [Finding.Note("the new version is taken in here", at: step.span)],
      help: "write 'archive' first")
  }

  private static func nothingTaken(_ versions: DocumentRules.Versions) -> Finding {
    Finding(
      "invalid-value", "'then' archives, and takes no version in", at: versions.then[0].span,
      help: "write [archive, replace], [archive, new] or [new]")
  }
}
