import MapEmit
import Testing

struct HTMLGraphTests {
  private static let hostile = "</script><script>alert(1)</script><!-- <img src=x onerror=alert(2)>"

  @Test func `the page reaches for nothing outside itself`() {
    let page = HTMLGraph().render(GraphSample.document)
    let addresses = page.matches(of: /https?:[^"]+/).map { String($0.output) }
    // A name, not an address: the browser never asks for it.
    #expect(addresses == ["http://www.w3.org/2000/svg"])
    for word in ["src=", "href=", "@import", "url(", "fetch(", "innerHTML", "document.write"] {
      #expect(!page.contains(word))
    }
    #expect(page.contains("default-src 'none'"))
  }

  @Test func `nothing that files say becomes HTML`() {
    let document = GraphDocument(
      features: [Self.hostile],
      nodes: [
        GraphNode(
          name: Self.hostile, bc: Self.hostile, sales: Self.hostile, direction: "both",
          description: Self.hostile, place: GraphPlace(file: Self.hostile, line: 1), wave: 0)
      ])
    let page = HTMLGraph().render(document)
    let plain = HTMLGraph().render(GraphDocument(features: [], nodes: []))
    #expect(page.count { $0 == "<" } == plain.count { $0 == "<" })
    #expect(page.contains("\\u003c/script>\\u003cscript>alert(1)"))
  }

  @Test func `an empty graph is a page too`() {
    let page = HTMLGraph().render(GraphDocument(features: [], nodes: []))
    #expect(page.contains(#""mappings":[]"#))
  }
}
