import MapLanguage
import MapRuntime

/// One mapping through which a reference is translated.
public struct Route: Sendable {
  /// The mapping's place in the model.
  public let mapping: Int
  /// The reference's target on the BC side; nil where the Sales field alone refers.
  public let bcTarget: Reference.Target?
  /// The value of the picking field that means this route.
  public let pick: OptionValue?
}
