import MapRuntime

/// The wide mapping asks the host for nothing.
enum HostFunctions: MappingFunctions {}
