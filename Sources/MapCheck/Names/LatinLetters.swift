/// Letters of European languages in ASCII.
enum LatinLetters {
  /// The nearest ASCII letters, or the scalar's number.
  static func ascii(_ scalar: Unicode.Scalar) -> String {
    letters[scalar] ?? numbered(scalar)
  }

  /// `u00DF`: no two scalars have the same.
  static func numbered(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static let letters: [Unicode.Scalar: String] = {
    let groups: [(String, String)] = [
      ("ÀÁÂÃÅĀĂĄ", "A"), ("Ä", "Ae"), ("Æ", "Ae"), ("ÇĆĈĊČ", "C"), ("ĎĐÐ", "D"),
      ("ÈÉÊËĒĔĖĘĚ", "E"), ("ĜĞĠĢ", "G"), ("ĤĦ", "H"), ("ÌÍÎÏĨĪĬĮİ", "I"), ("Ĵ", "J"),
      ("Ķ", "K"), ("ĹĻĽĿŁ", "L"), ("ÑŃŅŇ", "N"), ("ÒÓÔÕŌŎŐ", "O"), ("Ö", "Oe"), ("Ø", "Oe"),
      ("Œ", "Oe"), ("ŔŖŘ", "R"), ("ŚŜŞŠ", "S"), ("ŢŤŦ", "T"), ("ÙÚÛŨŪŬŮŰŲ", "U"), ("Ü", "Ue"),
      ("Ŵ", "W"), ("ÝŶŸ", "Y"), ("ŹŻŽ", "Z"), ("Þ", "Th"), ("àáâãåāăą", "a"), ("ä", "ae"),
      ("æ", "ae"), ("çćĉċč", "c"), ("ďđð", "d"), ("èéêëēĕėęě", "e"), ("ĝğġģ", "g"), ("ĥħ", "h"),
      ("ìíîïĩīĭįı", "i"), ("ĵ", "j"), ("ķ", "k"), ("ĺļľŀł", "l"), ("ñńņň", "n"),
      ("òóôõōŏő", "o"), ("ö", "oe"), ("ø", "oe"), ("œ", "oe"), ("ŕŗř", "r"), ("śŝşš", "s"),
      ("ß", "ss"), ("ţťŧ", "t"), ("ùúûũūŭůűų", "u"), ("ü", "ue"), ("ŵ", "w"), ("ýŷÿ", "y"),
      ("źżž", "z"), ("þ", "th"),
    ]
    var letters: [Unicode.Scalar: String] = [:]
    for (scalars, ascii) in groups {
      for scalar in scalars.unicodeScalars { letters[scalar] = ascii }
    }
    return letters
  }()
}
