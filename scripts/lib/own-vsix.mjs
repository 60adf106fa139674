// Makes this platform's VSIX, for the tests; prints where it is on its last line.
import { stage, writeVsix } from './package.mjs';
import { ownRuntime, platforms } from './platforms.mjs';

const platform = platforms.find(({ runtime }) => runtime === ownRuntime);
console.log(await writeVsix(platform, await stage(platform)));
