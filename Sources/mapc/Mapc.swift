import ArgumentParser

@main
struct Mapc: ParsableCommand {}
