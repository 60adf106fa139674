// npm run oracle [-- --count N] [--seed S] [--kind KIND]: draws statements of every kind with SymPy's word on their truth and measures the
// program on them. `--folder FOLDER` keeps them; `--failures FILE` writes each that was judged wrongly or not at all.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { draw, oracleProblem } from './lib/oracle.mjs';
import { passThrough } from './lib/processes.mjs';
import { inRoot } from './lib/repository.mjs';

const text = { type: 'string' };
const kind = { ...text, multiple: true };
const { values } = parseArgs({ options: { count: text, seed: text, kind, folder: text, failures: text, command: text } });
const problem = await oracleProblem();
if (problem !== null) {
  console.error(problem);
  process.exit(2);
}
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'reasoning-oracle-'));
await draw(folder, { count: values.count ?? 200, seed: values.seed ?? Date.now() % 1_000_000, kinds: values.kind });
console.log(`Statements: ${folder}`);
process.exitCode = await passThrough(process.execPath, [inRoot('scripts', 'bench-relations.mjs'), folder,
  ...['failures', 'command'].flatMap((name) => values[name] ? [`--${name}`, values[name]] : [])]);
