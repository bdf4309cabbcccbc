extension FindingCatalogue {
  static let stateTransition = FindingEntry(
    "state-transition", .documents,
    summary: "An event is to bring a document into a state that it cannot reach.",
    why:
      "The other system refuses the change. The runtime reopens locked states by itself, "
      + "through an unlocked neighbour.")
}
