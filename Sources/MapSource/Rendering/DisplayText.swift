/// Text made safe for a terminal, with the columns that it takes there.
///
/// A tab becomes four spaces wherever it stands; what could steer the terminal becomes U+FFFD.
package struct DisplayText: Sendable {
  private let scalars: [Unicode.Scalar]
  package let columns: Int

  package init(_ source: String) {
    var scalars: [Unicode.Scalar] = []
    for scalar in source.unicodeScalars {
      if scalar == "\t" {
        scalars += [" ", " ", " ", " "]
      } else {
        scalars.append(scalar.isUnsafeToShow ? "\u{FFFD}" : scalar)
      }
    }
    self.init(scalars)
  }

  private init(_ scalars: some Sequence<Unicode.Scalar>) {
    self.scalars = Array(scalars)
    columns = self.scalars.reduce(0) { $0 + $1.columns }
  }

  package var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Its first characters, in at most so many columns.
  package func prefix(_ limit: Int) -> DisplayText {
    if columns <= limit { return self }
    var taken = 0
    return DisplayText(
      scalars.prefix { scalar in
        taken += scalar.columns
        return taken <= limit
      })
  }

  /// Its last characters, in at most so many columns.
  func suffix(_ limit: Int) -> DisplayText {
    if columns <= limit { return self }
    var left = columns
    return DisplayText(
      scalars.drop { scalar in
        // A mark whose base is gone goes with it.
        guard left > limit || scalar.columns == 0 else { return false }
        left -= scalar.columns
        return true
      })
  }

  /// A sentence on one line, safe to show: a line break becomes a space.
  static func line(_ sentence: String) -> String {
    let pieces = sentence.split(omittingEmptySubsequences: false) { $0.isNewline }
    return DisplayText(pieces.joined(separator: " ")).text
  }
}
