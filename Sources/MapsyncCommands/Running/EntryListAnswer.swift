import MapSync

/// Records that are not in step, as a list.
struct EntryListAnswer: Encodable {
  let version = 1
  let entries: [EntryAnswer]

  init(_ entries: [Entry]) { self.entries = entries.map(EntryAnswer.init) }

  func text(_ nothing: String) -> String {
    entries.isEmpty ? nothing : EntryAnswer.text(entries)
  }
}
