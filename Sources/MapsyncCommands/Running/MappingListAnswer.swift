import MapSync

/// All mappings, prerequisites first.
struct MappingListAnswer: Encodable {
  let version = 1
  let mappings: [MappingLine]

  init(_ integration: Integration) async throws(StoreFailure) {
    var lines: [MappingLine] = []
    for mapping in integration.mappings {
      lines.append(try await MappingLine(mapping, integration))
    }
    mappings = lines
  }

  var text: String {
    var table = TextTable([
      .word("MAPPING"), .text("BC"), .text("SALES"), .text("DIRECTION"), .number("COUPLED"),
      .failures("FAILED"), .number("HELD"), .number("SKIPPED"), .text("EVERY"),
      .moment("LAST RUN"),
    ])
    for line in mappings {
      table.add([
        line.mapping, line.bc, line.sales, line.direction, Numbers.text(line.couplings),
        Numbers.orDot(line.failed), Numbers.orDot(line.held), Numbers.orDot(line.skipped),
        line.everySeconds.map { Durations.text(seconds: $0) } ?? "none", line.lastRun ?? "never",
      ])
    }
    return table.text + OlderText.lines(mappings.map { ($0.mapping, $0.older) })
  }
}
