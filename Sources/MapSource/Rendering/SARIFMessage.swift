/// A text of SARIF.
struct SARIFMessage: Encodable {
  let text: String

  init(_ text: String) { self.text = text }
}
