import MapRuntime

/// A line without a product, and what stands for it (F18, R E-22, H-10).
public struct EffectiveWriteIn: Sendable {
  /// What a line without a product is like; a line that goes to the other side is asked as its own
  /// side has it.
  public let when: EffectiveWhen
  /// What a write-in line gets in Business Central in place of a product.
  public let product: [EffectiveAssignment]
  /// The Sales field that holds a write-in line's text, and what makes it.
  public let text: (field: Int, parts: [EffectiveSource.Part])?
}
