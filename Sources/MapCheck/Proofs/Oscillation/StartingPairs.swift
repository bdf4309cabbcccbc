import MapLanguage
import MapRuntime

/// The records with which a simulation starts: all fields different, then one field after the other
/// with its further values.
enum StartingPairs {
  static func all(
    of interplay: Interplay, _ mapping: EffectiveMapping, _ context: CheckContext
  ) -> [SimulatedPair] {
    var samples: [(place: SimulatedPair.FieldPlace, values: [Value])] = []
    for side in [Side.bc, .sales] {
      let table = context.table(mapping, side)
      let ways = RecordDomain.ways(through: [mapping.filter(side)], in: table)
      guard let way = ways.first(where: { !$0.isEmpty }) else { return [] }
      for field in interplay.fields(side) {
        let values = SampleValues.values(
          in: way.domain(of: field), seed: samples.count,
          named: named(field, side, interplay))
        samples.append((SimulatedPair.FieldPlace(side: side, field: field), values))
      }
    }
    guard samples.allSatisfy({ !$0.values.isEmpty }) else { return [] }
    var base = SimulatedPair()
    for (place, values) in samples { base[place.side, place.field] = values.first }
    let varied = samples.flatMap { place, values in
      values.dropFirst().map { value in
        var pair = base
        pair[place.side, place.field] = value
        return pair
      }
    }
    return [base] + varied
  }

  /// The values that the value maps of the group name for a field.
  private static func named(_ field: Int, _ side: Side, _ interplay: Interplay) -> [Value] {
    interplay.maps.filter { $0.field(side) == field }.flatMap { map -> [Value] in
      (map.values?.pairs(side == .bc ? .toSales : .toBC) ?? []).map(\.source)
    }
  }
}
