import MapRuntime

extension PatternFailure {
  /// What is wrong with the pattern, as the end of a sentence.
  var reason: String {
    switch self {
    case .empty: "it is empty"
    case .unknownCharacter(let character): "'\(character)' means nothing there; quote it"
    case .unknownElement(let run): "'\(run)' stands for no part of a date"
    case .unclosedQuote: "a quote is not closed"
    case .noDigit: "the whole part needs a '0'"
    case .misplacedComma: "a comma stands three places from the point or the next comma"
    case .tooManyPlaces: "a decimal has at most ten places"
    case .tooLong: "it has more than 200 characters"
    case .tooManySteps:
      "its repetitions stand for more than \(TextPattern.mostSteps) characters"
    case .invalid(let reason): reason
    }
  }
}
