import MapCompiler

/// A model to generated Swift: whatever a project without errors says, its Swift parses and, on
/// the sample that there is time for, passes the type checker.
@_cdecl("LLVMFuzzerTestOneInput")
public func swiftOfInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  let project = EmissionProject(input)
  let compilation = Compiler.check(project.files)
  let generated = compilation.generated
  SwiftBatch.shared.withLock { batch in
    if let generated {
      batch.add(generated, project.files)
    } else {
      batch.refuse(compilation)
    }
  }
  return 0
}
