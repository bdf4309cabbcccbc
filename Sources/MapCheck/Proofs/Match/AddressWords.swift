/// Fields that many records share by what they are: where somebody lives.
enum AddressWords {
  /// Words of both systems' field names, in lower case without spaces and signs.
  private static let words = [
    "city", "county", "countryregion", "country", "stateorprovince", "postcode", "postalcode",
  ]

  /// Whether a field's name is that of a part of an address.
  static func name(_ name: String) -> Bool {
    let letters = name.lowercased().filter { $0.isLetter || $0.isNumber }
    return words.contains { letters == $0 || letters == $0 + "code" || letters.hasSuffix($0) }
  }
}
