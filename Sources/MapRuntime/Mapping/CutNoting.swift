/// Where the conversion of one record notes its cuts.
public struct CutNoting: Sendable {
  private let notes: CutNotes
  private let place: Int

  public init(_ notes: CutNotes, at place: Int) {
    self.notes = notes
    self.place = place
  }

  func note(_ text: String, _ limit: Int, rule: Int) {
    notes.add(CutNote(place: place, rule: rule, length: TextLength.of(text), limit: limit))
  }
}
