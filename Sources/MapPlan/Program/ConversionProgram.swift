import MapCheck
import MapRuntime

/// What happens to a record on its way in one direction. An object that never changes, as its steps.
public final class ConversionProgram: Sendable {
  public let direction: Direction
  public let references: [ReferenceProgram]
  /// In the order of the file.
  public let steps: [StepProgram]
  /// Values of a new record, after the steps.
  public let templates: [EffectiveTemplate]
  /// The link to the header; its slot comes after those of `references`.
  public let parent: ParentProgram?

  init(
    direction: Direction, references: [ReferenceProgram], steps: [StepProgram],
    templates: [EffectiveTemplate], parent: ParentProgram?
  ) {
    self.direction = direction
    self.references = references
    self.steps = steps
    self.templates = templates
    self.parent = parent
  }

  /// The slot of the link to the header.
  public var parentSlot: Int { references.count }
}
