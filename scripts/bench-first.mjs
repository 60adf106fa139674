// npm run bench:first: how long after a window's text its first squiggle stands, in real VS Code after a reload, beside an extension
// that does nothing but underline a word: what the editor itself takes until it asks anybody. What was found last in the same text stands
// before the server has started; the line above the solution is the server's. The table goes to
// tests/ReasoningLsp.Benchmarks/results/First.md.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { vsixFile } from '../extension/test/editors/packaged.mjs';
import { openVsCode } from '../extension/test/editors/vscode.mjs';
import { lackingVsCode } from './lib/editors.mjs';
import { quantile } from './lib/quantile.mjs';
import { inRoot } from './lib/repository.mjs';

const rounds = 5;
const file = 'train-journey.solution.md';
const lacking = lackingVsCode();
if (lacking) throw new Error(`${lacking} (node scripts/editors.mjs sets the editor up)`);

const files = { [file]: readFileSync(inRoot('samples', file), 'utf8') };
const bare = mkdtempSync(join(tmpdir(), 'reasoning-underline-'));
try {
  const measured = {};
  for (const [name, vsix] of [['bare', await underline(bare)], ['ours', await vsixFile()]])
    measured[name] = await reloads({ name: `bench-first-${name}`, files, open: file, vsix, served: name === 'ours' });
  report(measured);
} finally {
  rmSync(bare, { recursive: true, force: true });
}

/** Milliseconds from the text to the squiggle, and to what only the server says where there is one, a reload each. */
async function reloads({ served, ...options }) {
  const editor = await openVsCode(options);
  const { page } = editor;
  const took = { squiggle: [], line: [] };
  try {
    await page.goto(editor.address);
    const text = page.locator('.view-line', { hasText: 'Problem' }).first();
    const squiggle = page.locator('.squiggly-error').first();
    await squiggle.waitFor();
    for (let round = 0; round < rounds; round++) {
      // A window in a browser writes down its editors every five seconds only.
      await page.waitForTimeout(9_000);
      await page.reload();
      await text.waitFor();
      const at = performance.now();
      await squiggle.waitFor();
      took.squiggle.push(performance.now() - at);
      if (!served) continue;
      await page.locator('.codelens-decoration', { hasText: 'wrong' }).first().waitFor();
      took.line.push(performance.now() - at);
    }
    return took;
  } finally {
    await editor.close();
  }
}

/** The smallest extension that underlines, packed. */
async function underline(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({
    name: 'underline', publisher: 'bench', version: '0.0.1', engines: { vscode: '^1.90.0' }, main: './main.js', activationEvents: ['onLanguage:markdown'],
  }));
  writeFileSync(join(folder, 'main.js'), `
    const vscode = require('vscode');
    exports.activate = () => {
      const list = vscode.languages.createDiagnosticCollection('underline');
      const tell = ({ uri, languageId }) => languageId === 'markdown'
        && list.set(uri, [new vscode.Diagnostic(new vscode.Range(6, 2, 6, 7), 'Here.', vscode.DiagnosticSeverity.Error)]);
      vscode.workspace.textDocuments.forEach(tell);
      vscode.workspace.onDidOpenTextDocument(tell);
    };`);
  writeFileSync(join(folder, 'README.md'), 'Underlines a word.\n');
  const packagePath = join(folder, 'underline.vsix');
  await createVSIX({ cwd: folder, packagePath, dependencies: false, skipLicense: true, allowMissingRepository: true });
  return packagePath;
}

function report({ bare: floor, ours }) {
  const p50 = (values) => quantile(values, 0.5);
  const row = (values) => `${(p50(values) / 1000).toFixed(1)} s (${values.map((value) => (value / 1000).toFixed(1)).sort().join(', ')})`;
  const table = [
    '# The first squiggle in VS Code', '',
    `${cpus()[0].model}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)} at the end; the editor, its server, its browser and ours share them. `
    + '`npm run bench:first` measures again.', '',
    `| after a reload, from the window's text on | median of ${rounds} |`, '| --- | --- |',
    `| an extension that underlines a word and does nothing else | ${row(floor.squiggle)} |`,
    `| a solution's first error, in the text that was reviewed last | ${row(ours.squiggle)} |`,
    `| what the server says of it, the line above the solution | ${row(ours.line)} |`,
    `| of that, ours alone | ${((p50(ours.line) - p50(floor.squiggle)) / 1000).toFixed(1)} s |`, '',
  ].join('\n');
  writeFileSync(inRoot('tests/ReasoningLsp.Benchmarks/results/First.md'), table);
  console.log(table);
}
