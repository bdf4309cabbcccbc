import Foundation
import MapSource

/// The files that an import reads and writes.
enum ImportFiles {
  /// What a file is, and so how large it may be: real ones have a tenth of it.
  enum Kind: Int {
    case metadata = 100
    case definitions = 200
    case package = 1000

    var bytes: Int { rawValue << 20 }
  }

  static func read(_ path: String, as kind: Kind) throws -> SourceFile {
    let url = URL(filePath: path)
    let values = try? url.resolvingSymlinksInPath().resourceValues(
      forKeys: [.isRegularFileKey, .fileSizeKey])
    guard let values else { throw ImportFailure(sentence: "there is no file \(path)") }
    guard values.isRegularFile == true else {
      throw ImportFailure(sentence: "cannot read \(path): it is no file")
    }
    guard let size = values.fileSize, size <= kind.bytes else {
      throw ImportFailure(
        sentence: "\(path) has more than \(kind.rawValue) MB, and that is no file of a system")
    }
    return SourceFile(path: path, bytes: try bytes(of: url, path))
  }

  static func folder(_ path: String) throws -> URL {
    let url = URL(filePath: path).resolvingSymlinksInPath()
    guard isFolder(url) else { throw ImportFailure(sentence: "there is no folder \(path)") }
    return url
  }

  /// The table files of a side; none where there is no folder yet.
  static func tables(in folder: URL, side: String) throws -> [SourceFile] {
    try files(in: folder, "schemas/" + side)
  }

  /// The files of a project.
  static func project(in folder: URL) throws -> [SourceFile] {
    let mappings = try files(in: folder, "mappings")
    guard mappings.contains(where: { $0.path == "mappings/project.yaml" }) else {
      throw ImportFailure(
        sentence: "there is no mappings/project.yaml in \(folder.path()); --check takes the folder "
          + "of a project")
    }
    return try mappings + files(in: folder, "schemas/bc") + files(in: folder, "schemas/sales")
  }

  private static func files(in folder: URL, _ name: String) throws -> [SourceFile] {
    let place = folder.appending(path: name)
    guard isFolder(place) else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: place.path()).sorted()
        .filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }
        .map { file in
          let path = name + "/" + file
          return SourceFile(
            path: path, bytes: try bytes(of: folder.appending(path: path), path))
        }
    } catch let failure as ImportFailure {
      throw failure
    } catch {
      throw ImportFailure(sentence: "cannot read the folder \(place.path())")
    }
  }

  private static func bytes(of url: URL, _ path: String) throws -> [UInt8] {
    do {
      return Array(try Data(contentsOf: url))
    } catch {
      throw ImportFailure(sentence: "cannot read \(path)")
    }
  }

  /// Writes a file whole or not at all, with the folders above it; a link stays one.
  static func write(_ bytes: [UInt8], to url: URL) throws {
    let place = url.resolvingSymlinksInPath()
    do {
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: place, options: .atomic)
    } catch {
      throw ImportFailure(sentence: "cannot write \(url.path())")
    }
  }

  private static func isFolder(_ url: URL) -> Bool {
    (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true
  }
}
