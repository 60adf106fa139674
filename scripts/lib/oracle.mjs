// The differential test against SymPy: statements that Python draws and SymPy decides, judged by the program.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture } from './processes.mjs';
import { isWrong, judgeRelations, total } from './relations.mjs';
import { inRoot } from './repository.mjs';

const python = process.platform === 'win32' ? 'python' : 'python3';

/** What is missing for drawing statements, with the remedy; null where nothing is. */
export async function oracleProblem() {
  try {
    const { code } = await capture(python, ['-c', 'import sympy']);
    return code === 0 ? null : 'SymPy is missing: apt-get install python3-sympy (or pip install sympy).';
  } catch {
    return `${python} was not found: install Python 3 and SymPy (apt-get install python3-sympy).`;
  }
}

/** Draws `count` statements of each kind into a folder. */
export async function draw(folder, { count, seed, kinds = [] }) {
  const { code, output } = await capture(python, [inRoot('scripts', 'oracle', 'generate.py'), folder,
    '--count', String(count), '--seed', String(seed), ...kinds.flatMap((kind) => ['--kind', kind])]);
  if (code !== 0) throw new Error(output);
}

/** A test for each kind: no true statement flagged, no true pair unequal, no false pair equal. */
export async function oracleTests(command, { count, seed }) {
  const folder = mkdtempSync(join(tmpdir(), 'reasoning-oracle-'));
  try {
    await draw(folder, { count, seed });
    return (await judgeRelations(command, folder)).flatMap(({ kinds, failures }) => [...kinds].map(([kind, counted]) => {
      const wrong = failures.filter((failure) => failure.kind === kind && isWrong(failure));
      const { true: right, false: slips } = total(new Map([[kind, counted]]));
      return {
        name: `SymPy and the program agree on ${kind}: ${right.equal} of ${right.statements} equal, `
          + `${slips.alarms} of ${slips.statements} slips flagged`,
        outcome: wrong.length === 0 ? 'passed' : 'failed',
        detail: wrong.map(({ text, true: isTrue, alarms, equal }) => `${isTrue}, equal: ${equal}, ${text} ${alarms.join(' ')}`).join('\n'),
      };
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
