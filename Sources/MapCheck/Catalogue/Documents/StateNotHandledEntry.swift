extension FindingCatalogue {
  static let stateNotHandled = FindingEntry(
    "state-not-handled", .documents,
    summary: "A document does not say what it does in every state.",
    why:
      "A record in a forgotten state would be taken in, or passed over, by chance. Each state "
      + "is take-in, update, state-only, ignore or refuse.")
}
