import MapSync

/// Records that are not in step, as a list.
struct EntryListAnswer: Encodable {
  let version = 1
  let entries: [EntryAnswer]
  /// How many more there are.
  let more: Int

  /// Those that a query means, newest first.
  init(_ query: EntryQuery, _ state: any StateStore) async throws(StoreFailure) {
    let found = try await state.entries(query)
    entries = found.map(EntryAnswer.init)
    more = found.count < query.limit ? 0 : try await state.count(query) - found.count
  }

  func text(_ nothing: String) -> String {
    entries.isEmpty ? nothing : EntryAnswer.text(entries) + ListOptions.more(more)
  }
}
