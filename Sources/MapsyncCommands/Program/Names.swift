import MapRuntime
import MapSource
import MapSync

extension Integration {
  /// The mapping that a person named, in any case.
  func required(_ name: String) throws(CommandFailure) -> BoundMapping {
    if let found = mapping(name) { return found }
    let names = mappings.map(\.name)
    if let found = names.first(where: { $0.lowercased() == name.lowercased() }),
      let mapping = mapping(found)
    {
      return mapping
    }
    let meant = Spelling.nearest(to: name, among: names).map { "; did you mean \($0)?" }
    throw CommandFailure("there is no mapping \(name)\(meant ?? "; 'mapsync mappings' lists them")")
  }

  /// The mappings that a person named; all where none was.
  func chosen(_ names: [String]) throws(CommandFailure) -> [BoundMapping] {
    guard !names.isEmpty else { return mappings }
    var chosen: [BoundMapping] = []
    for name in names { chosen.append(try required(name)) }
    return chosen
  }
}
