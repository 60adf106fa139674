// The platforms a program can be published for: .NET's name, VS Code's name, and the name of the executable.

const named = [
  ['linux-x64', 'linux-x64'],
  ['linux-arm64', 'linux-arm64'],
  ['linux-musl-x64', 'alpine-x64'],
  ['linux-musl-arm64', 'alpine-arm64'],
  ['osx-x64', 'darwin-x64'],
  ['osx-arm64', 'darwin-arm64'],
  ['win-x64', 'win32-x64'],
  ['win-arm64', 'win32-arm64'],
];

export const platforms = named.map(([runtime, target]) => ({
  runtime, target, executable: runtime.startsWith('win') ? 'reasoning-lsp.exe' : 'reasoning-lsp',
}));

const systems = { linux: 'linux', darwin: 'osx', win32: 'win' };

/** The .NET name of this platform, such as linux-x64. */
export const ownRuntime = `${systems[process.platform] ?? process.platform}-${process.arch}`;
