import MapRuntime
