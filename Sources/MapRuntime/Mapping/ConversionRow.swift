/// What a conversion needs besides the two records.
public struct ConversionRow<Related: RelatedRecords>: Sendable {
  public let run: RunValues
  /// A resolved reference for each slot of the direction.
  public let references: ArraySlice<ResolvedReference>
  public let related: Related
  /// True where the target does not exist yet.
  public let isNew: Bool
  /// The running number of a key that is made for this record (R C-38).
  public let number: Int
  /// False where setup replaced the compiled templates.
  public let usesTemplates: Bool
  /// Nil where nobody asks what was cut.
  public let cuts: (any CutNoting)?
  /// The record's place in its page, for those notes.
  public let place: Int

  public init(
    run: RunValues, references: ArraySlice<ResolvedReference>, related: Related, isNew: Bool,
    number: Int = 1, usesTemplates: Bool = true, cuts: (any CutNoting)? = nil,
    place: Int = 0
  ) {
    self.run = run
    self.references = references
    self.related = related
    self.isNew = isNew
    self.number = number
    self.usesTemplates = usesTemplates
    self.cuts = cuts
    self.place = place
  }

  @inlinable public func reference(_ slot: Int) -> ResolvedReference {
    references[references.startIndex + slot]
  }

  /// A new key: fixed text around the running number.
  public func nextKey(prefix: String, digits: Int, suffix: String) -> String {
    KeySeries.key(number, prefix: prefix, digits: digits, suffix: suffix)
  }
}
