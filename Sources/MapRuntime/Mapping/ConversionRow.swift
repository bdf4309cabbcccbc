/// What a conversion needs besides the two records.
public struct ConversionRow<Related: RelatedRecords>: Sendable {
  public let run: RunValues
  /// A resolved reference for each slot of the direction.
  public let references: ArraySlice<ResolvedReference>
  public let related: Related
  /// True where the target does not exist yet.
  public let isNew: Bool

  public init(
    run: RunValues, references: ArraySlice<ResolvedReference>, related: Related, isNew: Bool
  ) {
    self.run = run
    self.references = references
    self.related = related
    self.isNew = isNew
  }

  @inlinable public func reference(_ slot: Int) -> ResolvedReference {
    references[references.startIndex + slot]
  }
}
