/// Fits a value to its target, or refuses the record by the rule that writes it (B2).
public enum RuleFitting {
  /// The text, where it fits.
  @inlinable
  public static func whole(
    _ text: String, in length: Int, rule: Int
  ) throws(RecordRefusal) -> String {
    guard TextLength.fits(text, in: length) else {
      throw RecordRefusal(tooLong: text, for: length, rule: rule)
    }
    return text
  }

  /// Refuses a part of another record than the one that the target names (R E-25).
  ///
  /// - Parameters:
  ///   - pick: What picks the named record's table; nil where nothing picks.
  ///   - owner: The parts of the named record's key, as `RecordKey` has them.
  public static func part(
    _ reference: ResolvedReference, of owner: [String], pick: OptionValue?, rule: Int
  ) throws(RecordRefusal) {
    guard case .bcPart(_, pick: let picked, owner: let own) = reference else { return }
    guard own == owner, picked == nil || picked == pick else {
      throw RecordRefusal(.ofAnother, rule: rule)
    }
  }

  /// The text where it fits, else nil.
  @inlinable public static func kept(_ text: String, in length: Int) -> String? {
    TextLength.fits(text, in: length) ? text : nil
  }

  /// The number, rounded to some places.
  public static func rounded(
    _ number: DecimalValue, places: Int, rule: Int
  ) throws(RecordRefusal) -> DecimalValue {
    // Only a number within one step of the largest one has no rounded form.
    do { return try number.rounded(toPlaces: places) } catch {
      throw RecordRefusal(.tooPrecise, rule: rule)
    }
  }

  /// The number, where it has no more places.
  public static func exact(
    _ number: DecimalValue, places: Int, rule: Int
  ) throws(RecordRefusal) -> DecimalValue {
    guard case .whole = Fitting.decimal(number, places: places, tooPrecise: .refuse) else {
      throw RecordRefusal(.tooPrecise, rule: rule)
    }
    return number
  }

  /// The number as a whole one of 32 bits.
  public static func integer(
    _ number: DecimalValue, rule: Int
  ) throws(RecordRefusal) -> Int64 {
    do { return try Conversion.integer(from: number) } catch {
      throw RecordRefusal(error.reason, rule: rule)
    }
  }

  /// The number as one of 32 bits.
  public static func integer(_ number: Int64, rule: Int) throws(RecordRefusal) -> Int64 {
    do { return try Conversion.integer(from: number) } catch {
      throw RecordRefusal(error.reason, rule: rule)
    }
  }

  /// The number as a whole one of 64 bits.
  public static func bigInteger(
    _ number: DecimalValue, rule: Int
  ) throws(RecordRefusal) -> Int64 {
    do { return try Conversion.bigInteger(from: number) } catch {
      throw RecordRefusal(error.reason, rule: rule)
    }
  }

  /// The value after a transform that may refuse it.
  public static func transformed(
    _ value: Value, _ transform: Transform, rule: Int
  ) throws(RecordRefusal) -> Value {
    do { return try transform.apply(value) } catch { throw RecordRefusal(.value, rule: rule) }
  }
}
