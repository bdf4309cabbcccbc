#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Encodable {
  /// As JSON on one line, keys sorted, with a line feed at the end.
  ///
  /// For values of texts, whole numbers and truth values, which JSON can always write.
  public var encodedJSON: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    } catch {
      preconditionFailure("JSON cannot write \(Self.self): \(error)")
    }
  }
}
