import MapRuntime
import MapSource

/// What happens where both sides changed, or one side is gone (F11).
public struct ConflictRule: Sendable {
  public var update: Located<UpdateConflict>?
  public var by: Located<ConflictUnit>?
  public var delete: Located<DeleteConflict>?

  /// With what holds where nothing is said.
  public var policy: ConflictPolicy {
    ConflictPolicy(
      update: update?.value ?? .refuse, by: by?.value ?? .record, delete: delete?.value ?? .refuse)
  }
}
