// node scripts/editors.mjs: installs the editors that tests run in, as npm test does.
import { setUpEditors } from './lib/editors.mjs';

for (const { name, outcome, detail } of await setUpEditors()) {
  console.log(`${name}: ${detail ?? outcome}`);
  if (outcome === 'failed') process.exitCode = 1;
}
