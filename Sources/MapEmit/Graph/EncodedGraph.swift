#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Encodable {
  /// As JSON on one line, keys sorted.
  ///
  /// For values of texts, whole numbers and truth values, which JSON can always write.
  var graphJSON: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    } catch {
      preconditionFailure("JSON cannot write \(Self.self): \(error)")
    }
  }
}
