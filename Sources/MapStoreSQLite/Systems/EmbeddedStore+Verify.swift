import EmbeddedSystems
import MapRuntime
import MapSync

extension EmbeddedStore {
  public func verify(
    _ tables: [TableDescription]
  ) async throws(StoreFailure) -> [StoreProblem] {
    var problems: [StoreProblem] = []
    for table in tables where table.side == side {
      guard let layout = system.schema[table.name] else {
        problems.append(StoreProblem("'\(name)' has no table '\(table.name)'"))
        continue
      }
      for field in table.fields {
        guard let column = layout.column(field.name) else {
          problems.append(
            StoreProblem("'\(table.name)' of '\(name)' has no field '\(field.name)'"))
          continue
        }
        if layout.columns[column].field.type != field.type {
          problems.append(
            StoreProblem("'\(table.name)' of '\(name)': '\(field.name)' has another type"))
        }
      }
    }
    return problems
  }
}
