extension FindingCatalogue {
  static let writeInCoupled = FindingEntry(
    "write-in-coupled", .documents,
    summary: "A mapping couples the product that stands for lines without one.",
    why:
      "The runtime takes the write-in product out of every mapping on its table by itself. A "
      + "mapping that asks for it, or gives its number to records, works against that.")
}
