import MapCheck
import MapRuntime

/// A field that both directions write: the places of its fields in the two tables.
public struct TwoWayProgram: Hashable, Sendable {
  public fileprivate(set) var bc: Set<Int> = []
  public fileprivate(set) var sales: Set<Int> = []

  public func fields(_ side: Side) -> Set<Int> { side == .bc ? bc : sales }
}

extension MappingProgram {
  /// The fields that both directions write, in the order of the file. What picks the table of a
  /// reference belongs to it, and a block of `together` is one field (R D-26).
  public var twoWayFields: [TwoWayProgram] {
    var fields: [TwoWayProgram] = []
    var blocks: [Int: Int] = [:]
    for map in mapping.fields where map.isTwoWay {
      var field = TwoWayProgram()
      field.sales = targets(of: map, toSales)
      field.bc = targets(of: map, toBC)
      guard let block = map.origin.together else {
        fields.append(field)
        continue
      }
      if let place = blocks[block] {
        fields[place].bc.formUnion(field.bc)
        fields[place].sales.formUnion(field.sales)
      } else {
        blocks[block] = fields.count
        fields.append(field)
      }
    }
    return fields
  }

  private func targets(of map: EffectiveFieldMap, _ conversion: ConversionProgram?) -> Set<Int> {
    Set(
      (conversion?.steps ?? []).filter { $0.rule == map.place }
        .flatMap { [$0.target] + [$0.pick].compactMap { $0 } })
  }
}
