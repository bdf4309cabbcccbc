import MapDocuments
import MapRuntime
import MapSync

/// A record's coupling and how its two sides stand.
struct WhyCoupling: Encodable {
  let bc: String
  let sales: String
  let bcKey: String
  let partner: String
  /// False where the partner was deleted.
  let partnerExists: Bool
  /// What is left to say of a Sales record that was deleted.
  private let lost: String?
  let isBCChanged: Bool
  let isSalesChanged: Bool
  /// Neither changed since, and nothing else is owed to either.
  let isInStep: Bool
  /// Whether the record that was asked for is there.
  private let exists: Bool
  let isSkipped: Bool
  /// `success`, `failure` or `none`, by direction.
  let lastResults: [String: String]
  /// The directions in which its mapping wrote it before the mapping was changed.
  let older: [String]

  private enum CodingKeys: CodingKey {
    case bc, sales, bcKey, partner, partnerExists, isBCChanged, isSalesChanged, isInStep, isSkipped
    case lastResults, older
  }

  /// - Parameters:
  ///   - bc, sales: The two records as they are; nil for one that is gone.
  ///   - side: The side of the record that was asked for.
  ///   - mapping: The mapping that it is of.
  ///   - isOwed: Whether the next run has something to do with it.
  ///   - key: The BC record's key, as it was when it was coupled, for people.
  init(
    _ coupling: Coupling, bc: RecordFacts?, sales: RecordFacts?, side: Side,
    mapping: BoundMapping, key: String, isOwed: Bool = false, older: [Direction] = []
  ) {
    self.older = older.map(\.name)
    let document = mapping.document
    self.bc = coupling.bcID.description
    self.sales = coupling.salesID.description
    // The key that it has now.
    bcKey = bc?.name ?? key
    let other = side == .bc ? sales : bc
    partner =
      other.map { "\($0.table):\($0.name)" }
      ?? (side == .sales ? "\(mapping.pair.bc):\(key)" : coupling.salesID.description)
    partnerExists = other != nil
    lost = other == nil && side == .bc ? "a record of \(mapping.pair.sales)" : nil
    // What was paid of an invoice is asked of the ledger, and not of the invoice.
    isBCChanged =
      document?.followsPayments != true && Self.isChanged(bc, coupling.bcVersion, document)
    isSalesChanged = Self.isChanged(sales, coupling.salesVersion, document)
    exists = (side == .bc ? bc : sales) != nil
    isInStep = exists && partnerExists && !isBCChanged && !isSalesChanged && !isOwed
    isSkipped = coupling.isSkipped
    lastResults = Dictionary(
      uniqueKeysWithValues: Direction.allCases.map { ($0.name, coupling[$0].name) })
  }

  /// Whether somebody changed a record since. The states and marks that we write on a document follow
  /// its creation, and their version is no news; of a record, what we wrote over a change of the other
  /// side is still to travel.
  private static func isChanged(
    _ record: RecordFacts?, _ known: Int64?, _ document: DocumentPolicy?
  ) -> Bool {
    guard let version = record?.version, version.number != known else { return false }
    return document == nil || !version.isOurs
  }

  var text: String {
    var text = "is coupled with \(lost ?? partner)"
    if !partnerExists { return text + ", which was deleted" }
    switch (isBCChanged, isSalesChanged) {
    case (false, false) where !exists: text += ", and was deleted itself"
    case (false, false) where !isInStep: text += "; neither changed since, and they are not in step"
    case (false, false): text += ", in step"
    case (true, false): text += "; Business Central changed since"
    case (false, true): text += "; Sales changed since"
    case (true, true): text += "; both sides changed since"
    }
    if isSkipped { text += "; rests until 'mapsync retry'" }
    return text
  }
}

extension Coupling.LastResult {
  var name: String {
    switch self {
    case .none: "none"
    case .success: "success"
    case .failure: "failure"
    }
  }
}
