import Testing

@testable import MapDocuments

@Suite("Notes of Sales become plain text, and plain text reads as itself in Sales (F22)")
struct MarkedUpTextTests {
  @Test(
    "tags go, and a line feed stands between paragraphs",
    arguments: [
      (
        "<div><p>Ring <b>twice</b> &amp; wait</p><p>Second floor</p></div>",
        "Ring twice & wait\nSecond floor"
      ),
      ("<p>One</p>\n  <p>Two</p>", "One\nTwo"),
      ("<p>One<br></p><p><br></p><p>Two</p>", "One\n\nTwo"),
      ("One<br/>Two<BR >Three", "One\nTwo\nThree"),
      ("<ul><li>Chairs</li><li>Tables</li></ul>", "Chairs\nTables"),
      (
        "<table><tr><td>2</td><td>Chairs</td></tr><tr><td>1</td><td>Desk</td></tr></table>",
        "2 Chairs\n1 Desk"
      ),
      ("<style>p { color: red }</style><p>Red</p>", "Red"),
      ("<!-- <p>not</p> --><p>shown</p>", "shown"),
      ("<a title=\"a > b\" href='x'>here</a>", "here"),
      ("<p>many   spaces\n and lines</p>", "many spaces and lines"),
      ("<p></p>", ""),
    ])
  func plain(markup: String, text: String) {
    #expect(MarkedUpText.plain(markup) == text)
  }

  @Test(
    "references become characters",
    arguments: [
      ("&lt;&gt;&amp;&quot;&apos;", "<>&\"'"), ("5&nbsp;&euro;", "5 €"), ("&#8364;&#x20AC;", "€€"),
      ("&#150;", "–"), ("&auml;&ouml;&uuml;&szlig;", "äöüß"), ("&#0;&#xD800;", "\u{FFFD}\u{FFFD}"),
      ("AT&T; &unknown; & &amp", "AT&T; &unknown; & &amp"),
    ])
  func references(markup: String, text: String) {
    #expect(MarkedUpText.plain(markup) == text)
  }

  @Test(
    "what has no tag keeps its spaces and lines",
    arguments: ["Ring twice", "a < b and b > c", "one\n\n  two", "a <3 b", "<", "&", ""])
  func untouched(text: String) {
    #expect(MarkedUpText.plain(text) == text)
    #expect(MarkedUpText.marked(text) == text)
  }

  @Test(
    "a plain text comes back as it was, whatever it looks like",
    arguments: [
      "Width < 5 & <b>not</b> 6", "<p>", "&amp;", "&amp;amp; <i>", "first\n<br>\nsecond",
      "5 < 6 &gt;",
    ])
  func back(text: String) {
    #expect(MarkedUpText.plain(MarkedUpText.marked(text)) == text)
  }
}
