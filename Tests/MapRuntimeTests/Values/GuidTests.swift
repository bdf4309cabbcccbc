import MapRuntime
import Testing

@Suite("Guids")
struct GuidTests {
  let text = "0f8fad5b-d9cb-469f-a165-70867728950e"

  @Test("a guid is read in either case, within braces or not, and written in lower case")
  func readsTexts() throws {
    let guid = Guid(high: 0x0F8F_AD5B_D9CB_469F, low: 0xA165_7086_7728_950E)
    #expect(guid.description == text)
    for form in [text, text.uppercased(), "{\(text)}"] {
      #expect(Guid(parsing: form) == guid)
    }
    #expect(Guid.zero.description == "00000000-0000-0000-0000-000000000000")
  }

  @Test(
    "other forms are refused",
    arguments: [
      "", "{0f8fad5b-d9cb-469f-a165-70867728950e", "0f8fad5b-d9cb-469f-a165-70867728950e}",
      "0f8fad5bd9cb469fa16570867728950e", "0f8fad5b-d9cb-469f-a165-70867728950",
      "0f8fad5b-d9cb-469f-a165-70867728950g", "0f8fad5b-d9cb-469f-a165-70867728950e ",
    ])
  func refusesTexts(text: String) {
    #expect(Guid(parsing: text) == nil)
  }

  @Test("the bytes stand in the order of the text")
  func hasBytes() throws {
    let guid = try #require(Guid(parsing: text))
    #expect(hexadecimal(guid.bytes) == "0f8fad5bd9cb469fa16570867728950e")
    #expect(Guid(bytes: guid.bytes) == guid)
    #expect(Guid(bytes: guid.bytes.dropLast()) == nil)
  }

  @Test("guids are ordered like their texts")
  func orders() {
    let guids = [
      Guid(high: 0, low: 1), Guid(high: 1, low: 0), Guid(high: 1, low: .max),
      Guid(high: .max, low: 0), Guid.zero,
    ]
    #expect(guids.sorted().map(\.description) == guids.map(\.description).sorted())
  }

  @Test("the zero guid is the empty one")
  func knowsZero() {
    #expect(Guid.zero.isZero)
    #expect(!Guid(high: 1, low: 0).isZero)
    #expect(!Guid(high: 0, low: 1).isZero)
  }

  @Test("a time-ordered guid is UUID version 7 and sorts by its milliseconds")
  func ordersByTime() {
    // RFC 9562, appendix A.6.
    let guid = Guid(timeOrdered: 0x017F_22E2_79B0, random: 0xCC3, 0x18C4_DC0C_0C07_398F)
    #expect(guid.description == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
    let later = Guid(timeOrdered: 0x017F_22E2_79B1, random: 0, 0)
    #expect(guid < later)
    #expect(
      Guid(timeOrdered: 0, random: .max, .max).description
        == "00000000-0000-7fff-bfff-ffffffffffff")
  }
}
