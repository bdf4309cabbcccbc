import MapRuntime

/// The setup that `mapsync init` writes.
struct SetupTemplate {
  let program: any CompiledProgram.Type
  let company: String
  let currency: String

  var text: String {
    """
    # How mapsync reaches the two systems, and what it may do there.
    # 'mapsync schema setup' prints its JSON Schema, 'mapsync setup check' looks at everything.
    company: \(Self.quoted(company))                 # the Business Central company
    systems:
      bc: { embedded: data/bc.sqlite }        # or { address: https://…, tenant, environment, client,
      sales: { embedded: data/sales.sqlite }  #      credentials: { environment: VARIABLE } }
    state: data/state.sqlite                  # couplings, jobs, marks
    durability: normal                        # full: safe against a power failure too
    history: 365d                             # how long jobs, and what happened to records, are kept
    local-currency: \(Self.quoted(currency))                       # the company's currency

    # One of each choice; the first unless named.
    \(features)
    # \(settings)

    # Policies of single mappings, merged key by key.
    # mappings:
    #   CUSTOMER: { scope: all, conflict: { update: bc-wins, delete: restore } }

    """
  }

  private var features: String {
    let first = program.choices.compactMap(\.first)
    let others = program.choices.map { $0.dropFirst().joined(separator: ", ") }
    let listed = zip(first, others).map { first, others in
      others.isEmpty ? "  - \(first)" : "  - \(first)  # or \(others)"
    }
    return first.isEmpty
      ? "features: []\n" : "features:\n" + listed.joined(separator: "\n") + "\n"
  }

  private var settings: String {
    let lines = program.settings.map { setting in
      let value: String
      if case .option = setting.type {
        value = setting.options.map(\.name).joined(separator: " | ")
      } else {
        value = setting.default.map(\.description) ?? "…"
      }
      return "#   \(setting.name): \(value)"
    }
    return lines.isEmpty ? "settings: {}" : "settings:\n" + lines.joined(separator: "\n")
  }

  /// As it is where YAML takes it so, else in single quotes.
  static func quoted(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter == true && text.last != " "
      && text.allSatisfy { $0.isLetter || $0.isNumber || "-_. ".contains($0) }
    return isPlain
      ? text
      : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        + "'"
  }
}
