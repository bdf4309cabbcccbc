import MapRuntime

/// The wide mapping asks the host for nothing.
public enum HostFunctions: MappingFunctions {}
