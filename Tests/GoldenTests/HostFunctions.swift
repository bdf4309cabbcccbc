/// The golden mappings ask the host for nothing.
enum HostFunctions: MappingFunctions {}
