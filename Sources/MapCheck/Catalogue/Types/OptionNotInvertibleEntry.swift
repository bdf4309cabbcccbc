extension FindingCatalogue {
  static let optionNotInvertible = FindingEntry(
    "option-not-invertible", .types,
    summary: "A two-way value map writes two values as one.",
    why:
      "On the way back only one of them could come out. Write the partners as a list: the "
      + "first is written, all are read.")
}
