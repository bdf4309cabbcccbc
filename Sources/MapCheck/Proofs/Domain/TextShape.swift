import MapRuntime

/// Texts that have all of some forms and none of others; never ''.
struct TextShape: Hashable, Sendable {
  var required: [TextForm] = []
  var excluded: [TextForm] = []

  /// What is known about the texts of a shape.
  enum Answer: Hashable, Sendable {
    case none
    case text(String)
    case unknown
  }

  func and(_ other: TextShape) -> TextShape {
    TextShape(
      required: required + other.required.filter { !required.contains($0) },
      excluded: excluded + other.excluded.filter { !excluded.contains($0) })
  }

  /// How many places of forms the search reads a character at before it gives up.
  private static let limit = 1_000_000

  /// A text of the shape, the shortest if several will do.
  /// - Parameter longest: in UTF-16 units.
  func answer(longest: Int?, isCaseSensitive: Bool, isCode: Bool) -> Answer {
    if let only = required.lazy.compactMap(\.onlyText).first {
      let folded = isCaseSensitive ? only : TextCase.upper(only)
      let fits = longest.map { TextLength.fits(only, in: $0) } ?? true
      let isFound =
        fits && !folded.isEmpty && required.allSatisfy { $0.matches(folded) }
        && !excluded.contains { $0.matches(folded) }
      return isFound ? .text(only) : .none
    }
    return search(longest: longest ?? 250, isCode: isCode)
  }

  /// Reads all forms side by side, code point by code point. Those that no form names are alike, so
  /// one stands for them all.
  private func search(longest: Int, isCode: Bool) -> Answer {
    let forms = required + excluded
    let letters = alphabet(of: forms)
    var states: [(places: [[Int]], text: String)] = [(forms.map(\.start), "")]
    var seen: Set<[[Int]]> = []
    var next = 0
    var isExact = true
    var work = 0
    while next < states.count {
      let (places, text) = states[next]
      next += 1
      if TextLength.of(text) >= longest { continue }
      work += letters.count * places.reduce(text.utf8.count) { $0 + $1.count }
      if work > Self.limit { return .unknown }
      for letter in letters {
        let following = zip(forms, places).map { $0.next($1, letter) }
        let longer = text + String(Character(letter))
        if accepts(following), TextLength.fits(longer, in: longest) {
          if !isCode || Code.normalized(longer) == longer { return .text(longer) }
          isExact = false
        }
        guard !zip(required, following).contains(where: { $1.isEmpty }),
          seen.insert(following).inserted
        else { continue }
        states.append((following, longer))
      }
    }
    return isExact ? .none : .unknown
  }

  private func accepts(_ places: [[Int]]) -> Bool {
    for (form, place) in zip(required, places) where !form.isAtEnd(place) { return false }
    return !zip(excluded, places.dropFirst(required.count)).contains { $0.isAtEnd($1) }
  }

  private func alphabet(of forms: [TextForm]) -> [Unicode.Scalar] {
    var named: [Unicode.Scalar] = []
    for form in forms {
      for case .exactly(let scalar) in form.pieces where !named.contains(scalar) {
        named.append(scalar)
      }
    }
    let free: Unicode.Scalar =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".unicodeScalars.first { !named.contains($0) } ?? "_"
    return [free] + named
  }
}
