import MapCheck
import MapLanguage
import MapRuntime
import MapSource

/// One variant of a mapping. An object that never changes: every emitter has it.
public final class MappingProgram: Sendable {
  public let mapping: EffectiveMapping
  /// All values of the choices that tell its variants apart.
  public let relevant: UInt64
  /// The combinations of them in which this variant is in force.
  public let features: [UInt64]
  /// Every field map by its place in the file, enabled or not; then `parent`.
  public let rules: [MappingRule]
  /// The sentences of `refuse`, in their order.
  public let refusals: [MappingRefusal]
  public let toSales: ConversionProgram?
  public let toBC: ConversionProgram?
  /// The groups of `match`.
  public let match: [[MatchProgram]]
  /// Its hard prerequisites by name.
  public let prerequisites: [String]
  private let lines: LineTable

  init(
    mapping: EffectiveMapping, relevant: UInt64, features: [UInt64], rules: [MappingRule],
    refusals: [MappingRefusal], toSales: ConversionProgram?, toBC: ConversionProgram?,
    match: [[MatchProgram]],
    prerequisites: [String], lines: LineTable
  ) {
    self.mapping = mapping
    self.relevant = relevant
    self.features = features
    self.rules = rules
    self.refusals = refusals
    self.toSales = toSales
    self.toBC = toBC
    self.match = match
    self.prerequisites = prerequisites
    self.lines = lines
  }

  public var name: String { mapping.name }

  /// The line of its file on which a piece of it begins.
  public func line(of span: Span) -> Int { lines.position(of: Int(span.start)).line }

  /// The way towards Sales on which values for matching are made; it writes nothing where the
  /// mapping never goes there.
  public var matching: ConversionProgram {
    toSales
      ?? ConversionProgram(
        direction: .toSales, references: [], steps: [], templates: [], parent: nil)
  }

  public func conversion(_ direction: Direction) -> ConversionProgram? {
    direction == .toSales ? toSales : toBC
  }
}
