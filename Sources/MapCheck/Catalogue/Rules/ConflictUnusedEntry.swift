extension FindingCatalogue {
  static let conflictUnused = FindingEntry(
    "conflict-unused", .rules, .warning,
    summary: "A rule for conflicts that can never be asked.",
    why:
      "'update' is asked where both sides changed and a two-way field map differs. Without a "
      + "two-way field map there is no such case.")
}
