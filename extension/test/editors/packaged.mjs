// The packaged extension that the tests install: the one that `npm test` made for all of them, or one of their own.
import { existsSync } from 'node:fs';
import { stage, stagedExtension, writeVsix } from '../../../scripts/lib/package.mjs';
import { ownRuntime, platforms } from '../../../scripts/lib/platforms.mjs';

const platform = platforms.find(({ runtime }) => runtime === ownRuntime);
const made = process.env.REASONING_VSIX;

/** The VSIX, as a file. */
export const vsixFile = async () => made ?? await writeVsix(platform, await stage(platform));

/** The folder that the VSIX is made from, from which an editor can load the extension too. */
export const extensionFolder = async () =>
  made && existsSync(stagedExtension(platform)) ? stagedExtension(platform) : await stage(platform);
