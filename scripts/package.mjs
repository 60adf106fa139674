// npm run package [-- RUNTIME…]: a VSIX and a tar.gz for each platform (all of them where none is named), under
// artifacts/packages/. A platform for which NuGet has no runtime is left out by name, unless it was asked for.
import { relative } from 'node:path';
import { install, needsInstall } from './lib/node-tests.mjs';
import { ensureProgram } from './lib/program.mjs';
import { stage, writeArchive, writeVsix } from './lib/package.mjs';
import { ownRuntime, platforms } from './lib/platforms.mjs';
import { root } from './lib/repository.mjs';
import { checkRequirements } from './lib/requirements.mjs';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !platforms.some(({ runtime }) => runtime === name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(' ')}. npm run package takes ${platforms.map(({ runtime }) => runtime).join(', ')}.`);
  process.exit(2);
}
await checkRequirements();
if (needsInstall()) {
  const [{ outcome, detail }] = await install();
  if (outcome === 'failed') {
    console.error(detail);
    process.exit(1);
  }
}

const isMissingPack = (problem) => /\bNU110[0-3]\b|NETSDK1082|NETSDK1084/.test(problem);
let failed = false;
for (const platform of platforms.filter(({ runtime }) => asked.length === 0 || asked.includes(runtime))) {
  const problem = await ensureProgram((line) => console.error(`${platform.runtime}: ${line}`), platform.runtime);
  if (problem !== null) {
    const optional = asked.length === 0 && platform.runtime !== ownRuntime && isMissingPack(problem);
    console.error(optional ? `${platform.runtime}: left out, its runtime packs are not to be had:\n${problem}` : problem);
    failed ||= !optional;
    continue;
  }
  const folder = await stage(platform);
  for (const file of [await writeVsix(platform, folder), await writeArchive(platform, folder)]) console.log(relative(root, file));
}
process.exitCode = failed ? 1 : 0;
