import MapRuntime

/// A pattern and a text to what comes of them: whatever is taken as a pattern ends in time on every
/// text, a short one or the longest.
@_cdecl("LLVMFuzzerTestOneInput")
public func matchOfInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  let lines = input.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
  guard let source = lines.first, let pattern = try? TextPattern(String(source)) else { return 0 }
  let text = lines.count > 1 ? String(lines[1]) : ""
  blackHole(try? pattern.filled("$0$1$9", from: text))
  let units = max(1, TextLength.of(text))
  let longest = String(repeating: text, count: TextPattern.longestSubject / units)
  blackHole(try? pattern.filled("$0$1$9", from: longest))
  return 0
}

@inline(never)
private func blackHole<Result>(_ result: Result) {}
