/// A graph as one page that needs no network: waves as columns, mappings as cards (F9).
///
/// What files say goes into the page as JSON only, with every `<` escaped; the page's script puts
/// it in place as text. Nothing of it becomes HTML or script.
public struct HTMLGraph: Sendable {
  private struct Page: Encodable {
    let features: [String]
    let mappings: [Card]
  }

  private struct Card: Encodable {
    let name: String
    let bc: String
    let sales: String
    let direction: String
    let description: String
    let place: GraphPlace
    let wave: Int
    let needs: [Need]
  }

  private struct Need: Encodable {
    /// The needed mapping's place in the list.
    let to: Int
    let soft: Bool
    let reason: String
    let reasons: [Reason]
  }

  private struct Reason: Encodable {
    let words: String
    let place: GraphPlace
  }

  public init() {}

  public func render(_ document: GraphDocument) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
    <title>Prerequisites of the mappings</title>
    <style>
    \(GraphPageStyle.text)
    </style>
    </head>
    <body>
    \(GraphPageBody.text)
    <script type="application/json" id="graph">\(Self.data(document))</script>
    <script>
    "use strict";
    \(GraphPageDrawing.text)
    \(GraphPageRouting.text)
    \(GraphPageDetails.text)
    \(GraphPageActions.text)
    </script>
    </body>
    </html>

    """
  }

  /// The graph as JSON that cannot end the script element it stands in.
  private static func data(_ document: GraphDocument) -> String {
    let numbers = Dictionary(
      zip(document.nodes.map(\.name), document.nodes.indices),
      uniquingKeysWith: { first, _ in first }
    )
    let cards = document.nodes.map { node in
      Card(
        name: node.name, bc: node.bc, sales: node.sales, direction: node.direction,
        description: node.description, place: node.place, wave: node.wave,
        needs: node.needs.compactMap { need in
          numbers[need.mapping].map { number in
            Need(
              to: number, soft: need.isSoft, reason: need.reason.rawValue,
              reasons: need.reasons.map { Reason(words: $0.words, place: $0.place) })
          }
        })
    }
    return Page(features: document.features, mappings: cards).graphJSON
      .split(separator: "<", omittingEmptySubsequences: false).joined(separator: "\\u003c")
  }
}
