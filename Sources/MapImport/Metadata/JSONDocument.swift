import Foundation
import MapSource

/// A file of JSON, read whole.
enum JSONDocument {
  /// - Throws: `ImportProblem` at the place where it is no JSON, or where a part is not what it should
  ///   be.
  static func decode<Value: Decodable>(
    _ type: Value.Type, from source: SourceFile
  ) throws(ImportProblem) -> Value {
    let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    do {
      return try JSONDecoder().decode(type, from: Data(source.bytes[start...]))
    } catch let error as DecodingError {
      throw problem(error, in: source)
    } catch {
      throw ImportProblem(
        "the file is no JSON that can be read", in: source, help: "save the answer again, whole")
    }
  }

  private static func problem(_ error: DecodingError, in source: SourceFile) -> ImportProblem {
    switch error {
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .keyNotFound(_, let context):
      let path = context.codingPath.map { key in
        key.intValue.map { "[\($0)]" } ?? "." + key.stringValue
      }.joined()
      return ImportProblem(
        "\(path.isEmpty ? "the file" : "'\(path.drop { $0 == "." })'") is not what is expected there",
        in: source, help: "save the answer of the system as it came")
    case .dataCorrupted(let context):
      return ImportProblem(
        "the file is no JSON that can be read to its end", in: source,
        at: place(of: context, in: source), help: "save the answer of the system again, all of it")
    @unknown default:
      return ImportProblem(
        "the file is no JSON that can be read", in: source,
        help: "save the answer of the system again, all of it")
    }
  }

  /// The line where reading stopped, which the reader says in its words alone.
  private static func place(
    of context: DecodingError.Context, in source: SourceFile
  ) -> Range<Int> {
    let words = context.underlyingError.map { "\($0)" } ?? context.debugDescription
    guard let number = words.firstMatch(of: #/line (\d+), column/#).flatMap({ Int($0.1) }) else {
      return source.line(.max)
    }
    return source.line(number)
  }
}
