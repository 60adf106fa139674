// Where things are. Every path the scripts use is made here.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

export const inRoot = (...parts) => join(root, ...parts);

/** The folder of the full data sets: REASONING_SHARED, or ../shared beside the repository. */
export const sharedFolder = () => resolve(root, process.env.REASONING_SHARED || '../shared');

const executable = process.platform === 'win32' ? 'reasoning-lsp.exe' : 'reasoning-lsp';

/** The published program. */
export const program = inRoot('artifacts', 'reasoning-lsp', executable);
