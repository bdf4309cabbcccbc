import MapLanguage
import MapRuntime
import MapSource

/// `text-truncation` as a warning: a table's texts go into limited fields, and the live system did
/// not tell how long they are (docs/language.md#tables). One for each table.
enum UntoldLengthCheck {
  static let find: @Sendable (ResolvedModel) -> [Finding] = { resolved in
    var fields: [Int: Int] = [:]
    let untold = resolved.catalogue.tables.indices.filter { isUntold(resolved.catalogue[$0]) }
    guard !untold.isEmpty else { return [] }
    let tables = Set(untold)
    for variants in resolved.mappings {
      for mapping in variants.all {
        guard tables.contains(mapping.bcTable) || tables.contains(mapping.salesTable) else {
          continue
        }
        let context = CheckContext(resolved: resolved, features: mapping.features)
        collect(FlowScope(mapping: mapping, context: context), &fields)
      }
    }
    return fields.sorted { $0.key < $1.key }.map { warning(resolved.catalogue[$0], $1) }
  }

  private static func isUntold(_ table: Table) -> Bool {
    table.fields.contains { $0.type.value == .text(length: nil) }
  }

  /// The first such field of each table that goes into a limited one, unanswered.
  private static func collect(_ scope: FlowScope, _ fields: inout [Int: Int]) {
    for map in scope.mapping.fields {
      for direction in map.directions where map.tooLong[direction] == nil {
        guard let flow = scope.flow(map, direction), map.values == nil, map.routes.isEmpty,
          let limit = FlowTyping.limit(of: flow.targetType), limit != nil
        else { continue }
        let table = scope.mapping.table(direction.source)
        flow.eachLeaf { leaf in
          guard case .field(let place) = leaf,
            TextBound.of(leaf, in: flow, scope) == .untold
          else { return }
          fields[table] = min(fields[table] ?? place, place)
        }
      }
    }
  }

  private static func warning(_ table: Table, _ place: Int) -> Finding {
    let field = table.fields[place]
    return Finding(
      "text-truncation",
      "texts of \(table.side.name) table '\(table.name.value)' have no length, so no cut is proved",
      at: field.type.span, severity: .warning,
      label: "how long is '\(field.name.value)'?", help: "say it: `text(100)`")
  }
}
