import MapRuntime
import MapSync

/// A value as people read and write it: options by their labels, records by their names.
enum ShownValue {
  /// - Parameter names: What the records are called that values refer to.
  static func of(
    _ value: Value, _ field: FieldDescription?, _ names: ReferredNames = ReferredNames()
  ) -> String {
    switch value {
    case .option(let option): field?.name(of: option) ?? value.description
    case .lookup(let lookup):
      names.shown(lookup).map { name in
        let isOnly = field.map { $0.refersTo.count == 1 } ?? false
        return isOnly || names.gone.contains(lookup) ? name : "\(lookup.table):\(name)"
      } ?? value.description
    default: value.description
    }
  }
}
