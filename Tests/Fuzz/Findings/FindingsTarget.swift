import MapCheck
import MapCompiler
import MapSource

/// Bytes to findings: whatever a project says, it is answered with findings that can be shown.
@_cdecl("LLVMFuzzerTestOneInput")
public func findingsOfInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  let compilation = Compiler.check(FindingsInput(input, base: .shared).files)
  for finding in compilation.findings where FindingCatalogue.entry(finding.name) == nil {
    fatalError("'\(finding.name)' is not in the catalogue")
  }
  let report = FindingReport(compilation.findings, in: compilation.sources)
  // What the shape of the input decides repeats when the input does.
  switch count % 8 {
  case 0: blackHole(TextRenderer(color: false).render(report))
  case 1: blackHole(JSONRenderer().render(report))
  case 2: blackHole(LineRenderer().render(report))
  default: break
  }
  let fixes = compilation.findings.compactMap(\.fix).filter(\.certain)
  if !fixes.isEmpty, count % 4 == 1 {
    let fixed = FixApplication(fixes, to: compilation.sources)
    let files = compilation.sources.files.indices.map { place in
      SourceFile(
        path: compilation.sources.files[place].path, bytes: fixed.bytes(of: Int32(place)))
    }
    blackHole(Compiler.check(files).findings)
  }
  // The other fuzzer looks at what is generated.
  if count % 64 == 0 { blackHole(compilation.generated) }
  return 0
}

@inline(never)
private func blackHole<Result>(_ result: Result) {}
