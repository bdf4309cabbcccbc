/// Names as such projects have them; numbered where the words run out.
struct CorpusNames {
  private static let first = [
    "Service", "Rental", "Project", "Warranty", "Freight", "Campaign", "Contract", "Vehicle",
    "Parcel", "Permit",
  ]
  private static let second = [
    "Account", "Card", "Entry", "Plan", "Note", "Request", "Visit", "Batch", "Claim", "Offer",
  ]
  private static let kindWords = [
    "Standard", "Urgent", "Internal", "Partner", "Export", "Seasonal", "Wholesale", "Retail",
    "Public", "Private",
  ]

  let pairs: Int

  private func words(_ pair: Int) -> (first: String, second: String, number: String) {
    let round = pair / 100
    return (
      Self.first[pair % 10], Self.second[pair / 10 % 10], round == 0 ? "" : " \(round + 1)"
    )
  }

  /// The table in Business Central.
  func bcTable(_ pair: Int) -> String {
    let words = words(pair)
    return "\(words.first) \(words.second)\(words.number)"
  }

  /// The table in Dataverse.
  func salesTable(_ pair: Int) -> String {
    "bench_" + bcTable(pair).lowercased().filter { $0 != " " }
  }

  func kind(_ number: Int) -> String {
    let round = number / 10
    return Self.kindWords[number % 10] + (round == 0 ? "" : " \(round + 1)")
  }

  func mapping(_ pair: Int, _ number: Int) -> String {
    "\(bcTable(pair)) \(kind(number))".uppercased().replacing(" ", with: "-")
  }

  /// A table's file.
  static func file(ofTable name: String) -> String { name.replacing(" ", with: "_") + ".yaml" }

  /// An option type with all kinds.
  func kindType(_ count: Int) -> String {
    let values = (0..<count).map { "\(kind($0)): \($0 + 1)" }.joined(separator: ", ")
    return "option, values: { \(values) }"
  }
}
