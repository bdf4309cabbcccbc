import MapCheck
import MapLanguage
import MapRuntime

/// One variant of a mapping.
public struct MappingProgram: Sendable {
  public let mapping: EffectiveMapping
  /// All values of the choices that tell its variants apart.
  public let relevant: UInt64
  /// The combinations of them in which this variant is in force.
  public let features: [UInt64]
  /// Every field map by its place in the file, enabled or not.
  public let rules: [MappingRule]
  public let toSales: ConversionProgram?
  public let toBC: ConversionProgram?
  /// Its hard prerequisites by name.
  public let prerequisites: [String]

  public var name: String { mapping.name }

  public func conversion(_ direction: Direction) -> ConversionProgram? {
    direction == .toSales ? toSales : toBC
  }
}
