/// Why a pattern that an author wrote is none.
public enum PatternFailure: Error, Hashable, Sendable {
  case empty
  /// A character that means nothing here and is not quoted.
  case unknownCharacter(Character)
  /// A run of letters that stands for no part of a date, like `yyy`.
  case unknownElement(String)
  case unclosedQuote
  /// The whole part of a number has no `0`, so that zero would have no digits.
  case noDigit
  /// A comma that does not stand three places from the point or the next comma.
  case misplacedComma
  /// More than ten places, the most that a decimal has.
  case tooManyPlaces
  /// A regular expression of more than 200 characters.
  case tooLong
  /// Counted repetitions that stand for more steps than a text is tried with.
  case tooManySteps
  /// Not a regular expression, or more than can be searched for in bounded time, and why.
  case invalid(String)
}
