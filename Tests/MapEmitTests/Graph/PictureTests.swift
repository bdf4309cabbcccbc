import MapEmit
import Testing

/// The pictures for Graphviz and Mermaid.
struct PictureTests {
  @Test func `a picture for Graphviz`() {
    #expect(
      DotGraph().render(GraphSample.document.keeping(["CUSTOMER", "CONTACT"])) == """
        // Needed mappings stand left of those that need them; dashed: records do not wait.
        digraph prerequisites {
          rankdir=LR;
          node [shape=box, style=rounded, fontname="Helvetica"];
          { rank=same;
            "CUSTOMER" [label="CUSTOMER\\nCustomer <-> account"];
          }
          { rank=same;
            "CONTACT" [label="CONTACT\\nContact <-> contact"];
          }
          "CONTACT" -> "CUSTOMER" [style=dashed, constraint=false];
          "CUSTOMER" -> "CONTACT";
        }

        """)
  }

  @Test func `a picture for Mermaid`() {
    #expect(
      MermaidGraph().render(GraphSample.document.keeping(["CUSTOMER", "CONTACT"])) == """
        flowchart LR
          subgraph wave1["Wave 1"]
            m0["CUSTOMER<br/>Customer #60;-#62; account"]
          end
          subgraph wave2["Wave 2"]
            m1["CONTACT<br/>Contact #60;-#62; contact"]
          end
          m1 -.-> m0
          m0 --> m1

        """)
  }

  @Test(arguments: [
    "a\"]; x -> y; [\"b", "back\\", "two\nlines", "<b>&amp;</b>", "#34;", "%%{x}%%",
  ])
  func `a name stays within its quotes`(_ name: String) throws {
    let document = GraphDocument(
      features: [], nodes: [GraphSample.node(name, bc: name, sales: "s", wave: 0)])
    let dot = DotGraph().render(document).split(separator: "\n")
    let label = try #require(dot.first { $0.contains("[label=") })
    #expect(outsideQuotes(label) == "     [label=];")
    let mermaid = MermaidGraph().render(document).split(separator: "\n")
    #expect(mermaid.count == 4)
    let content = mermaid[2].dropFirst("    m0[\"".count).dropLast("\"]".count)
    let words = content.replacing(/<br\/>| - |#60;|#62;|#\d+;/, with: "")
    #expect(!words.contains { "\"<>[]{}&#%;\\".contains($0) })
  }

  /// A line without its quoted strings, as Graphviz reads them.
  private func outsideQuotes(_ line: Substring) -> String {
    String(line.replacing(/"(?:[^"\\]|\\.)*"/, with: ""))
  }
}
