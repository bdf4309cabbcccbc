/// The search for a pattern's first match in a text. Its work is bounded: backwards through the text
/// it marks each step from which the rest leads to a match, once for each character; then it walks
/// forwards, and never into a step that leads nowhere.
struct PatternSearch {
  private let program: PatternProgram
  private let letters: [PatternLetter]
  /// For each place between characters and each step, whether a match follows.
  private var marks: [UInt64]

  init(_ program: PatternProgram, in text: String) {
    self.program = program
    // Patterns see code points, as all transforms do.
    letters = text.unicodeScalars.map { PatternLetter(Character($0)) }
    let bits = (letters.count + 1) * program.steps.count
    marks = Array(repeating: 0, count: (bits + 63) / 64)
    var waiting: [Int] = []
    for place in stride(from: letters.count, through: 0, by: -1) { mark(at: place, &waiting) }
  }

  /// The characters of the match and its groups, by their numbers; nil for a group that took no
  /// part.
  func firstMatch(groups: Int) -> [Range<Int>?]? {
    guard var place = (0...letters.count).first(where: { leads(0, at: $0) }) else { return nil }
    var notes = PatternNotes(groups: groups)
    // Where a step was last tried; each is tried once between two characters.
    var tried = Array(repeating: -1, count: program.steps.count)
    var step = 0
    while let reader = reader(from: step, at: place, &notes, &tried) {
      notes.settle()
      (step, place) = (reader + 1, place + 1)
    }
    return notes.ranges
  }

  /// The text of some characters.
  func text(of range: Range<Int>) -> String {
    letters[range].reduce(into: "") { $0.append($1.character) }
  }

  private func leads(_ step: Int, at place: Int) -> Bool {
    let bit = place * program.steps.count + step
    return marks[bit >> 6] & (1 << UInt64(bit & 63)) != 0
  }

  /// Whether the step was not marked yet.
  private mutating func add(_ step: Int, at place: Int) -> Bool {
    let bit = place * program.steps.count + step
    let mask: UInt64 = 1 << UInt64(bit & 63)
    guard marks[bit >> 6] & mask == 0 else { return false }
    marks[bit >> 6] |= mask
    return true
  }

  /// - Parameter waiting: the steps whose predecessors are still to be looked at; none in the end.
  private mutating func mark(at place: Int, _ waiting: inout [Int]) {
    for part in program.parts {
      if add(part.found, at: place) { waiting.append(part.found) }
      if place < letters.count {
        for reader in part.readers where leads(reader + 1, at: place + 1) {
          guard case .read(let wanted) = program.steps[reader],
            wanted.accepts(letters[place]), add(reader, at: place)
          else { continue }
          waiting.append(reader)
        }
      }
      while let step = waiting.popLast() {
        for before in program.leading[step] where passes(before, at: place) {
          if add(before, at: place) { waiting.append(before) }
        }
      }
    }
  }

  /// Whether a step that reads nothing may be taken here.
  private func passes(_ step: Int, at place: Int) -> Bool {
    switch program.steps[step] {
    case .border(let border): holds(border, at: place)
    case .ahead(_, let isNegated): leads(step + 1, at: place) != isNegated
    case .read, .split, .jump, .note, .found: true
    }
  }

  /// The next step that reads a character, on the way that the pattern prefers; nil at the end.
  private func reader(
    from start: Int, at place: Int, _ notes: inout PatternNotes, _ tried: inout [Int]
  ) -> Int? {
    // Ways that were passed over, and how much was noted before them.
    var others: [(step: Int, noted: Int)] = [(start, notes.count)]
    while let (other, noted) = others.popLast() {
      notes.back(to: noted)
      var step = other
      while leads(step, at: place), tried[step] != place {
        tried[step] = place
        switch program.steps[step] {
        case .read: return step
        case .found: return nil
        case .jump(let target): step = target
        case .border: step += 1
        case .ahead(let end, _): step = end
        case .note(let number):
          notes.note(place, as: number)
          step += 1
        case .split(let first, let second):
          others.append((second, notes.count))
          step = first
        }
      }
    }
    return nil
  }

  private func holds(_ border: PatternBorder, at place: Int) -> Bool {
    switch border {
    case .textStart: place == 0
    case .textEnd: place == letters.count
    case .lastLineEnd:
      place == letters.count || place == letters.count - 1 && isLineBreak(place)
    case .lineStart: place == 0 || isLineBreak(place - 1)
    case .lineEnd: place == letters.count || isLineBreak(place)
    case .word: isWordPart(place - 1) != isWordPart(place)
    case .noWord: isWordPart(place - 1) == isWordPart(place)
    }
  }

  private func isLineBreak(_ place: Int) -> Bool { letters[place].character.isNewline }

  private func isWordPart(_ place: Int) -> Bool {
    letters.indices.contains(place) && CharacterKind.wordPart.holds(letters[place].character)
  }
}
