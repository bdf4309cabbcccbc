import DefaultMappings
import MapsyncCommands

Mapsync.run(Program.self)
