import MapCheck
import MapRuntime

/// What happens to a record on its way in one direction.
public struct ConversionProgram: Sendable {
  public let direction: Direction
  public let references: [ReferenceProgram]
  /// In the order of the file.
  public let steps: [StepProgram]
  /// Values of a new record, after the steps.
  public let templates: [EffectiveTemplate]
  /// The link to the header; its slot comes after those of `references`.
  public let parent: ParentProgram?

  /// The slot of the link to the header.
  public var parentSlot: Int { references.count }
}
