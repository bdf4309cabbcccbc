import EmbeddedSystems
import MapRuntime
import MapSync

/// A file that is not what it was when the state and the systems were left, as people read it.
public struct FileMisfit: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case otherFile
    case olderFile
    case restoredFile
    case olderState
    case otherState
    case strayMark
    case unfinished
  }

  /// The command that looks at all records again and settles it.
  public static let wayOut =
    "'mapsync full --after-restore' looks at all records again and goes on from there"

  /// The side whose file it is; nil for the state.
  public let side: Side?
  /// What is wrong.
  public let message: String

  init(_ watch: FileWatch, _ side: Side, _ kind: Kind) {
    let file = watch.system(side).path
    let state = watch.state.path
    switch kind {
    case .otherFile, .olderFile, .restoredFile: self.side = side
    case .olderState, .otherState, .strayMark, .unfinished: self.side = nil
    }
    message =
      switch kind {
      case .otherFile: "'\(file)' is another file than the one that '\(state)' belongs to"
      case .olderFile:
        "'\(file)' is older than what '\(state)' has seen of it: it was put back from a backup, "
          + "or lost its '-wal'"
      case .restoredFile:
        "'\(file)' was put back from a backup and has gone on since, beside what '\(state)' has "
          + "seen of it"
      case .olderState:
        "the state file '\(state)' is older than the work that '\(file)' knows: it was put back "
          + "from a backup, or a copy of it was used"
      case .otherState:
        "'\(file)' was worked with by another state file than '\(state)', which knows nothing of "
          + "what that coupled; put that one back where it was lost"
      case .strayMark:
        "the state file '\(state)' has a mark beyond the last change of '\(file)', so that changes "
          + "would be passed over: one of the two was written by somebody else"
      case .unfinished: "after a file was put back, not all records were looked at again yet"
      }
  }

  public var sentence: String { "\(message); \(Self.wayOut)" }

  var failure: SystemFailure { .unusable(sentence) }
}

extension FileWatch {
  /// What does not fit; nothing where every file is the one that was left.
  public func misfits() throws(StoreFailure) -> [FileMisfit] {
    // Before the systems, which may go on meanwhile.
    let (noted, isSettling, marks) = try state.look { database in
      (try database.positions(), try database.isSettling(), try database.furthestMarks())
    }
    if isSettling { return [FileMisfit(self, .bc, .unfinished)] }
    var found: [FileMisfit] = []
    for side in Side.allCases {
      guard let kind = try kind(side, noted[side], marks[side]) else { continue }
      let misfit = FileMisfit(self, side, kind)
      // What is wrong with the state is wrong once.
      if misfit.side == nil, found.contains(where: { $0.side == nil }) { continue }
      found.append(misfit)
    }
    return found
  }

  /// Refuses to work on where a file is not what it was.
  public func check() throws(StoreFailure) {
    try state.checkPlace()
    for side in Side.allCases {
      do { try system(side).checkPlace() } catch { throw StoreFailure(error) }
    }
    if let misfit = try misfits().first { throw .unusable(misfit.sentence) }
  }

  private func kind(
    _ side: Side, _ noted: FilePosition?, _ mark: Int64?
  ) throws(StoreFailure) -> FileMisfit.Kind? {
    let stamp: StateStamp?
    let descent: FileDescent?
    let version: Int64
    do throws(SystemFailure) {
      stamp = try system(side).stamp(of: company)
      descent = try noted.map { noted throws(SystemFailure) in
        try system(side).descent(since: noted)
      }
      version = try system(side).position().version
    } catch {
      throw StoreFailure(error)
    }
    switch descent {
    case .otherFile: return .otherFile
    case .older: return .olderFile
    case .restored: return .restoredFile
    case .same, nil: break
    }
    if let stamp, try !isOwn(stamp) { return stamp.state == id ? .olderState : .otherState }
    return mark.map { $0 > version } == true ? .strayMark : nil
  }
}
