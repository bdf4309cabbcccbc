/// Where a line's long description begins (F19, R E-30, E-31).
public enum OverflowDescription: String, Sendable, CaseIterable {
  case keep
  case begin
}

extension DocumentPolicy {
  /// Lines without a product, and what stands for them in Business Central (F18, R E-22). Their
  /// values are in the conversion already, the text that stands for them in Sales too.
  public struct WriteIn: Hashable, Sendable {
    /// The lines that are meant.
    public var when: DocumentCondition
    /// The BC fields of the product; a setting without a value has to be told.
    public var product: [Assignment]

    public init(when: DocumentCondition, product: [Assignment] = []) {
      self.when = when
      self.product = product
    }
  }

  /// Where a long description goes: into comment lines behind its line (F19, R E-30 to E-32).
  public struct Overflow: Hashable, Sendable {
    /// Business Central's field in which a line's description begins.
    public static let description = "Description"

    /// The Sales fields, of which the first that is filled counts.
    public var from: [String]
    /// What stands in the description of a line with a product.
    public var product: OverflowDescription
    /// What stands in the description of a line without one.
    public var writeIn: OverflowDescription

    public init(from: [String], product: OverflowDescription, writeIn: OverflowDescription) {
      self.from = from
      self.product = product
      self.writeIn = writeIn
    }
  }
}
