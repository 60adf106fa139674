// llama.cpp's libraries come as npm packages, one a platform, as optional dependencies: without them the program
// builds and runs, only without model scores.
import { existsSync } from 'node:fs';
import { inRoot } from './repository.mjs';
import { npm, capture } from './processes.mjs';

const names = {
  'linux-x64': 'linux-x64', 'linux-arm64': 'linux-arm64', 'win32-x64': 'win-x64', 'win32-arm64': 'win-arm64',
  'darwin-x64': 'mac-x64', 'darwin-arm64': 'mac-arm64-metal',
};

/** The folder of this platform's libraries, or null where there is none for it. */
export function nativesFolder() {
  const name = names[`${process.platform}-${process.arch}`];
  return name === undefined ? null : inRoot('node_modules', '@node-llama-cpp', name, 'bins', name);
}

/** Whether they are installed. */
export const hasNatives = () => nativesFolder() !== null && existsSync(nativesFolder());

/** Installs them where they are missing; `say` gets a line where that fails, and the build goes on without. */
export async function ensureNatives(say) {
  if (hasNatives() || nativesFolder() === null) return;
  let output;
  try {
    const result = await capture(npm.command, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], npm.options);
    output = result.output;
  } catch (error) {
    output = String(error.message ?? error);
  }
  if (!hasNatives())
    say(`llama.cpp's libraries could not be installed, so there are no model scores (exact checks need none): ${output.trim().split('\n').find((line) => line.trim()) ?? 'npm gave no reason'}`);
}
