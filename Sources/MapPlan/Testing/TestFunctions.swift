import MapCheck
import MapLanguage
import MapRuntime
import MapSource

/// What the functions of the host answer with, seen from one mapping: the field that takes it.
struct TestFunctions {
  private var results: [String: (field: Field, side: Side)] = [:]
  private let plain: Field

  init(_ mapping: EffectiveMapping, in checked: CheckedModel) {
    let name = Located("", at: mapping.origin.name.span)
    plain = Field(name: name, type: Located(.text(length: nil), at: name.span), span: name.span)
    for side in Side.allCases {
      let table = checked.catalogue[mapping.table(side)]
      for field in table.fields {
        if let computed = field.computed { results[computed.value] = (field, side) }
      }
    }
    for map in mapping.fields {
      for direction in map.directions {
        guard let place = map.field(direction.target), let source = map.source(direction) else {
          continue
        }
        let field = checked.catalogue[mapping.table(direction.target)].fields[place]
        for name in Self.functions(of: source) { results[name] = (field, direction.target) }
        for case .custom(let name) in map.transforms(direction) where results[name] == nil {
          results[name] = (field, direction.target)
        }
      }
    }
  }

  /// Every function that the mapping asks for.
  var names: [String] { results.keys.sorted() }

  /// The field in whose type a function answers; a text where nothing tells.
  func result(of name: String) -> (field: Field, side: Side) { results[name] ?? (plain, .sales) }

  /// The functions that compute a source.
  private static func functions(of source: EffectiveSource) -> [String] {
    switch source {
    case .compute(let name, _): [name]
    case .first(let sources): sources.flatMap(functions)
    case .field, .constant, .text, .generate, .related: []
    }
  }
}
