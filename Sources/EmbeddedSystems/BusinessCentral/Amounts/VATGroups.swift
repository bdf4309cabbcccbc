import MapRuntime

/// The VAT groups of a document in the order in which they are walked, and the group of each line
/// (DA-21).
struct VATGroups: Hashable, Sendable {
  private(set) var groups: [VATGroup]
  /// By line; nil for a line that is in no group.
  private let places: [Array<VATGroup>.Index?]

  init(of lines: [SalesLineAmounts], _ terms: AmountTerms) throws(AmountRefusal) {
    var found: [VATGroup] = []
    var places: [Int?] = []
    places.reserveCapacity(lines.count)
    for line in lines {
      guard !line.isLeftOut else {
        places.append(nil)
        continue
      }
      let key = VATGroupKey(line)
      // There are two or three groups: to look at each is faster than to hash.
      let place = found.firstIndex { $0.key == key } ?? found.endIndex
      if place == found.endIndex { found.append(VATGroup(key, line.vat)) }
      try found[place].add(line)
      places.append(place)
    }
    let order = found.indices.sorted { found[$0].key < found[$1].key }
    var rank = order
    for (position, place) in order.enumerated() { rank[place] = position }
    groups = order.map { found[$0] }
    self.places = places.map { $0.map { rank[$0] } }
    try calculate(terms)
  }

  /// The group of a line.
  func place(ofLine line: Array<SalesLineAmounts>.Index) -> Array<VATGroup>.Index? { places[line] }

  private mutating func calculate(_ terms: AmountTerms) throws(AmountRefusal) {
    var carry = DotNetDecimal.zero
    for place in groups.indices {
      if place > 0, !groups[place].key.differsOnlyInSign(from: groups[place - 1].key) {
        carry = .zero
      }
      try groups[place].calculate(carry: carry, terms)
      carry = try groups[place].carry(terms)
    }
  }

  /// Gives groups other invoice discounts; one whose discount stays keeps its VAT (DA-28).
  mutating func take(
    invoiceDiscounts discounts: [DecimalValue], _ terms: AmountTerms
  ) throws(AmountRefusal) {
    for (place, discount) in zip(groups.indices, discounts)
    where discount != groups[place].invoiceDiscount {
      try groups[place].take(invoiceDiscount: discount, terms)
    }
  }
}
