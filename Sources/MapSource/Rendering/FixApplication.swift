/// Fixes put into the files they are for; every byte outside their edits stays as it is.
///
/// Fixes are taken by the place of their first edit, each as a whole or not at all: one that
/// overlaps a fix already taken is dropped, as is one whose edits overlap each other or lie outside
/// their file. Two insertions at one place overlap, because nobody could say which comes first.
public struct FixApplication: Sendable {
  public private(set) var taken: [Fix] = []
  public private(set) var dropped: [Fix] = []
  private let sources: SourceSet
  private var edits: [Int32: EditList] = [:]

  public init(_ fixes: [Fix], to sources: SourceSet) {
    self.sources = sources
    for fix in fixes.sorted(by: Self.inOrder) {
      if let changed = edited(by: fix) {
        edits.merge(changed) { _, new in new }
        taken.append(fix)
      } else {
        dropped.append(fix)
      }
    }
  }

  /// The numbers of the files that change, ascending.
  public var changedFiles: [Int32] { edits.keys.sorted() }

  /// A file's bytes with the fixes that were taken.
  public func bytes(of file: Int32) -> [UInt8] {
    edits[file]?.applied(to: sources[file].bytes) ?? sources[file].bytes
  }

  /// The edit lists that a fix changes, or nil where it cannot be taken.
  private func edited(by fix: Fix) -> [Int32: EditList]? {
    var changed: [Int32: EditList] = [:]
    for edit in fix.edits {
      let file = edit.span.file
      var list = changed[file] ?? edits[file] ?? EditList()
      guard list.insert(edit, size: sources[file].bytes.count) else { return nil }
      changed[file] = list
    }
    return changed.isEmpty ? nil : changed
  }

  /// By the first edit; a fix without edits comes last.
  private static func inOrder(_ left: Fix, _ right: Fix) -> Bool {
    guard let first = left.edits.map(\.span).min() else { return false }
    return right.edits.map(\.span).min().map { first < $0 } ?? true
  }
}
