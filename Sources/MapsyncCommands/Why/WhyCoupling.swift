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
  let isBCChanged: Bool
  let isSalesChanged: Bool
  let isSkipped: Bool
  /// `success`, `failure` or `none`, by direction.
  let lastResults: [String: String]

  /// - Parameters:
  ///   - bc, sales: The two records as they are; nil for one that is gone.
  ///   - side: The side of the record that was asked for.
  init(_ coupling: Coupling, bc: RecordFacts?, sales: RecordFacts?, side: Side) {
    self.bc = coupling.bcID.description
    self.sales = coupling.salesID.description
    // The key that it has now.
    bcKey = bc?.name ?? RecordKey.shown(coupling.bcKey)
    let other = side == .bc ? sales : bc
    partner =
      other.map { "\($0.table):\($0.name)" } ?? coupling.id(side.other).description
    partnerExists = other != nil
    isBCChanged = bc.map { $0.version.number != coupling.bcVersion } ?? false
    isSalesChanged = sales.map { $0.version.number != coupling.salesVersion } ?? false
    isSkipped = coupling.isSkipped
    lastResults = Dictionary(
      uniqueKeysWithValues: Direction.allCases.map { ($0.name, coupling[$0].name) })
  }

  var text: String {
    var text = "is coupled with \(partner)"
    if !partnerExists { return text + ", which was deleted" }
    switch (isBCChanged, isSalesChanged) {
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
