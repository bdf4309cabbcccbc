import Foundation
import MapSource

@testable import MapImport

/// Excerpts of real `$metadata`, with the traps that the whole files hold.
enum Excerpt {
  static let dataverse = read("dataverse.xml")
  static let businessCentral = read("business-central.xml")

  private static func read(_ name: String) -> SourceFile {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Metadata/\(name)")
    return SourceFile(path: name, bytes: (try? Data(contentsOf: path)).map(Array.init) ?? [])
  }
}

extension SystemDescription {
  subscript(_ name: String) -> SystemTable? { tables.first { $0.name == name } }
}

extension SystemTable {
  subscript(_ name: String) -> SystemField? { fields.first { $0.name == name } }

  /// The line of a new table file for a field.
  func line(_ name: String) -> String? { self[name].map(TableFileText.field) }
}
