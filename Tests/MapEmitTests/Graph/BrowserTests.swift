import MapEmit
import Testing

/// The page in a real browser: a small script at its end uses it and writes down what it sees.
@Suite(.serialized)
struct BrowserTests {
  @Test func `a click shows what a mapping needs, what needs it, and why`() throws {
    let seen = try look(
      """
      card("CUSTOMER").click();
      say("selected", named(".card.selected"));
      say("needed", named(".card.needed"));
      say("dependent", named(".card.dependent"));
      say("dim", named(".card.dim"));
      say("pressed", card("CUSTOMER").getAttribute("aria-pressed"));
      say("details", document.getElementById("details").textContent);
      say("lines", document.querySelectorAll("path.edge:not(.dim):not(.soft)").length - 1);
      say("soft", document.querySelectorAll("path.edge.soft.near").length);
      """)
    guard let seen else { return }
    #expect(seen["selected"] == "CUSTOMER")
    #expect(seen["needed"] == "CURRENCY SALESPEOPLE")
    #expect(seen["dependent"] == "CONTACT STATISTICS")
    #expect(seen["dim"] == "")
    #expect(seen["pressed"] == "true")
    #expect(seen["lines"] == "4")
    #expect(seen["soft"] == "1")
    let details = seen["details"] ?? ""
    for part in [
      "Customer \u{2194} account", "Records of Customer.", "mappings/CUSTOMER.yaml:15",
      "field Salesperson Code / ownerid", "Does not wait for", "because it writes there",
    ] {
      #expect(details.contains(part))
    }
  }

  @Test func `what has nothing to do with the chosen mapping steps back`() throws {
    let seen = try look(
      """
      card("CONTACT").click();
      say("dim", named(".card.dim"));
      card("CONTACT").click();
      say("again", named(".card.dim") + named(".card.selected"));
      """)
    guard let seen else { return }
    #expect(seen["dim"] == "STATISTICS")
    #expect(seen["again"] == "")
  }

  @Test func `the search box finds names, tables and fields`() throws {
    let seen = try look(
      """
      write("systemuser");
      say("table", named(".card:not(.dim)"));
      say("count", document.getElementById("found").textContent);
      write("PARENTCUSTOMER");
      press(document.getElementById("search"), "Enter");
      say("chosen", named(".card.selected"));
      write("no such thing");
      say("none", named(".card:not(.dim)"));
      press(document.body, "Escape");
      say("all", named(".card:not(.dim)"));
      """)
    guard let seen else { return }
    #expect(seen["table"] == "SALESPEOPLE")
    #expect(seen["count"] == "1 of 5")
    #expect(seen["chosen"] == "CONTACT")
    #expect(seen["none"] == "")
    #expect(seen["all"] == "CURRENCY SALESPEOPLE CUSTOMER CONTACT STATISTICS")
  }

  @Test func `the keyboard alone is enough`() throws {
    let seen = try look(
      """
      press(document.body, "/");
      say("search", document.activeElement.id);
      card("CURRENCY").focus();
      press(document.activeElement, "ArrowDown");
      say("down", focused());
      press(document.activeElement, "ArrowRight");
      say("right", focused());
      press(document.activeElement, "ArrowUp");
      say("top", focused());
      press(document.activeElement, "ArrowLeft");
      say("left", focused());
      """)
    guard let seen else { return }
    #expect(seen["search"] == "search")
    #expect(seen["down"] == "SALESPEOPLE")
    #expect(seen["right"] == "CUSTOMER")
    #expect(seen["top"] == "CUSTOMER")
    #expect(["CURRENCY", "SALESPEOPLE"].contains(seen["left"]))
  }

  @Test func `an address with a mapping's name opens that mapping`() throws {
    let seen = try look("say('selected', named('.card.selected'));", at: "#CONTACT")
    guard let seen else { return }
    #expect(seen["selected"] == "CONTACT")
  }

  @Test func `what files say stays text`() throws {
    let hostile = "</script><img src=x onerror=\"document.title='broken'\"> & co"
    let document = GraphDocument(
      features: [hostile],
      nodes: [GraphSample.node(hostile, bc: hostile, sales: hostile, wave: 0)])
    let seen = try look(
      """
      document.querySelector(".card").click();
      say("title", document.title);
      say("images", document.images.length);
      say("name", document.querySelector(".card strong").textContent);
      """, on: document)
    guard let seen else { return }
    #expect(seen["title"] == "Prerequisites of the mappings")
    #expect(seen["images"] == "0")
    #expect(seen["name"] == hostile)
  }

  /// What the script said; nil without a browser.
  private func look(
    _ script: String, on document: GraphDocument = GraphSample.document, at fragment: String = ""
  ) throws -> [String: String]? {
    guard Browser.path != nil else {
      if Browser.isRequired { Issue.record("no browser, which the build machine must have") }
      print("skipped: no chromium")
      return nil
    }
    let page = HTMLGraph().render(document)
      .replacing("</body>", with: "<script>\(Self.tools)\(script)</script></body>")
    let result = try Browser.document(of: page, at: fragment)
    let said = result.matches(of: /<data value="([^"]*)">([^<]*)<\/data>/)
    #expect(!said.isEmpty)
    return Dictionary(
      said.map { (String($0.output.1), Self.unescaped($0.output.2)) }, uniquingKeysWith: { $1 })
  }

  private static func unescaped(_ text: Substring) -> String {
    String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&amp;", with: "&")
  }

  private static let tools = """
    function say(name, value) {
      const line = document.createElement("data");
      line.value = name;
      line.textContent = value;
      document.body.append(line);
    }
    function card(name) {
      return cards[mappings.findIndex(mapping => mapping.name === name)];
    }
    function named(selector) {
      return cards.filter(card => card.matches(selector))
        .map(card => card.querySelector("strong").textContent).join(" ");
    }
    function focused() { return document.activeElement.querySelector("strong").textContent; }
    function write(text) {
      document.getElementById("search").value = text;
      document.getElementById("search").dispatchEvent(new Event("input"));
    }
    function press(element, key) {
      element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    }

    """
}
