/// What a conversion needs besides the two records.
public struct ConversionRow<Related: RelatedRecords> {
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
  /// Told of texts that are cut; nil where nobody asks.
  public let cuts: CutNotes?

  public init(
    run: RunValues, references: ArraySlice<ResolvedReference>, related: Related, isNew: Bool,
    number: Int = 1, usesTemplates: Bool = true, cuts: CutNotes? = nil
  ) {
    self.run = run
    self.references = references
    self.related = related
    self.isNew = isNew
    self.number = number
    self.usesTemplates = usesTemplates
    self.cuts = cuts
  }

  @inlinable public func reference(_ slot: Int) -> ResolvedReference {
    references[references.startIndex + slot]
  }

  /// The text, cut to a length, which is noted.
  ///
  /// - Parameter column: The target's.
  @inlinable public func cut(
    _ text: String, to length: Int, column: Int, rule: Int
  ) -> String {
    if TextLength.fits(text, in: length) { return text }
    cuts?.note(column, rule: rule)
    return TextLength.cut(text, to: length)
  }

  /// The code, cut to a length, which is noted.
  @inlinable public func cutCode(
    _ code: String, to length: Int, column: Int, rule: Int
  ) -> String {
    if TextLength.fits(code, in: length) { return code }
    cuts?.note(column, rule: rule)
    return Code.normalized(TextLength.cut(code, to: length))
  }

  /// A new key: fixed text around the running number.
  public func nextKey(prefix: String, digits: Int, suffix: String) -> String {
    let number = String(number)
    let zeros = String(repeating: "0", count: max(0, digits - number.utf8.count))
    return prefix + zeros + number + suffix
  }
}
