// llama.cpp's libraries: npm's builds for this platform, as optional dependencies, because they are compiled for every kind of
// processor; without them the build takes LLamaSharp's own, which NuGet always brings. With them comes the Python that runs programs.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot, program } from './repository.mjs';
import { npm, capture } from './processes.mjs';

const names = {
  'linux-x64': 'linux-x64', 'linux-arm64': 'linux-arm64', 'win32-x64': 'win-x64', 'win32-arm64': 'win-arm64',
  'darwin-x64': 'mac-x64', 'darwin-arm64': 'mac-arm64-metal',
};

/** The folder of npm's libraries for this platform, or null where npm has none. */
function npmFolder() {
  const name = names[`${process.platform}-${process.arch}`];
  return name === undefined ? null : inRoot('node_modules', '@node-llama-cpp', name, 'bins', name);
}

/** The folder of the libraries that the published program computes with. */
export const programNatives = () => join(dirname(program), 'natives');

/** Whether npm's are installed. */
export const hasNpmNatives = () => npmFolder() !== null && existsSync(npmFolder());

/** Whether the interpreter of programs is installed. */
export const hasInterpreter = () => existsSync(inRoot('node_modules', '@antonz', 'python-wasi', 'dist', 'python.wasm'));

/** Installs npm's where they are missing; `say` gets a line where that fails, and the build goes on with LLamaSharp's. */
export async function ensureNatives(say) {
  if ((hasNpmNatives() || npmFolder() === null) && hasInterpreter()) return;
  let output;
  try {
    const result = await capture(npm.command, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], npm.options);
    output = result.output;
  } catch (error) {
    output = String(error.message ?? error);
  }
  if (!hasInterpreter()) say('The interpreter of programs could not be installed, so the program is built without it.');
  if (!hasNpmNatives() && npmFolder() !== null)
    say(`npm's builds of llama.cpp could not be installed, so LLamaSharp's are used, which score more slowly on newer processors: ${output.trim().split('\n').find((line) => line.trim()) ?? 'npm gave no reason'}`);
}
