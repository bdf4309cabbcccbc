import MapRuntime

/// The text of a note as a side keeps it: Sales may have markup in it, BC has none (R F-20).
enum NoteText {
  static func converted(_ text: String, to side: Side) -> String {
    switch side {
    case .bc: MarkedUpText.plain(text)
    case .sales: MarkedUpText.marked(text)
    }
  }
}
