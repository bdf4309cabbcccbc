/// The fuzzer's own change of bytes.
@_silgen_name("LLVMFuzzerMutate")
func changeBytes(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int) -> Int

/// Half of the changes are the fuzzer's own, half are of lines and words.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutateInput(
  _ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int, _ seed: UInt32
) -> Int {
  guard seed % 2 == 0, count > 0 else { return changeBytes(bytes, count, limit) }
  var mutation = Mutation(seed: seed)
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  let changed = mutation.mutate(input, words: FuzzBase.shared.words).prefix(limit)
  for (place, byte) in changed.enumerated() { bytes[place] = byte }
  return changed.count
}
