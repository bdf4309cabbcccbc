import MapRuntime
import MapSource

/// What happens where both sides changed, or one side is gone (F11).
public struct ConflictRule: Sendable {
  public var update: Located<UpdateConflict>?
  public var delete: Located<DeleteConflict>?
}
