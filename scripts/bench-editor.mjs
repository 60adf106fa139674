// npm run bench:editor [TRACES]: a large file in real VS Code: the viewer, typing and memory, beside a window without the extension.
// The table goes to tests/ReasoningLsp.Benchmarks/results/Editor.md.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { openVsCode } from '../extension/test/editors/vscode.mjs';
import { workbench } from '../extension/test/editors/workbench.mjs';
import { vsixFile } from '../extension/test/editors/packaged.mjs';
import { lackingVsCode } from './lib/editors.mjs';
import { quantile } from './lib/quantile.mjs';
import { inRoot, sharedFolder } from './lib/repository.mjs';

const traces = Number(process.argv[2] ?? 2_000);
const keys = 60;
const rounds = 3;
const lacking = lackingVsCode();
if (lacking) throw new Error(`${lacking} (node scripts/editors.mjs sets the editor up)`);

const lines = ['gsm8k', 'math'].flatMap((part) =>
  readFileSync(join(sharedFolder(), 'data', 'processbench', `${part}.jsonl`), 'utf8').trimEnd().split('\n'));
const many = Array.from({ length: traces }, (_, index) =>
  JSON.stringify({ ...JSON.parse(lines[index % lines.length]), id: `trace-${index + 1}` })).join('\n') + '\n';
const files = { 'traces.jsonl': many, 'reasoning-review.json': '{ "include": ["*.jsonl"] }\n', 'note.txt': 'A note.\n' };

const without = await openVsCode({ name: 'bench-without', files });
const withReview = await openVsCode({ name: 'bench-with', files, vsix: await vsixFile() });
try {
  const bare = await open(without);
  const ours = await open(withReview);
  const measured = { bare: [], reviewed: [], viewed: [] };
  // Problems that are counted say that the review is there.
  await ours.page.locator('[id="status.problems"]', { hasText: /^\s*[1-9]/ }).waitFor({ timeout: 120_000 });
  const idle = memory(withReview);
  await turns([[bare, measured.bare], [ours, measured.reviewed]]);
  const viewer = [];
  const shown = ours.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  let used;
  for (let round = 0; round < rounds; round++) {
    viewer.push(await ours.viewer(shown));
    if (round === 0) {
      await turns([[ours, measured.viewed], [bare, measured.bare]]);
      used = memory(withReview);
    }
    await ours.page.keyboard.press('Control+2');
    await ours.page.keyboard.press('Control+W');
    await ours.page.locator('iframe.webview.ready').waitFor({ state: 'detached' });
  }
  // What was typed is given up first: a file that is not saved is asked about, and stays open meanwhile.
  await ours.run('File: Revert File');
  await ours.run('View: Close All Editors');
  // VS Code keeps a text for minutes after its last editor, and tells only then that it is closed.
  const closedAt = Date.now();
  let after = memory(withReview);
  while (after.server > idle.server * 0.6 && Date.now() - closedAt < 300_000) {
    await ours.page.waitForTimeout(5_000);
    after = memory(withReview);
  }
  const seconds = Math.round((Date.now() - closedAt) / 1_000);
  report({ measured, viewer, idle, used, after, seconds });
} catch (error) {
  for (const [name, { page }] of Object.entries({ without, withReview })) await page.screenshot({ path: inRoot('artifacts', 'editors', `${name}.png`) });
  throw error;
} finally {
  await withReview.close();
  await without.close();
}

/** A window with the large file in it, its caret in a line in the middle. */
async function open(editor) {
  const { page } = editor;
  const { openFile, goTo, choose, run } = workbench(editor);
  await page.goto(editor.address);
  await openFile('traces.jsonl');
  // From a key's press to the second frame after it: what it changed is drawn by then.
  await page.evaluate(() => {
    globalThis.tookMs = [];
    addEventListener('keydown', ({ key }) => {
      if (key.length !== 1) return;
      const at = performance.now();
      requestAnimationFrame(() => requestAnimationFrame(() => globalThis.tookMs.push(performance.now() - at)));
    }, { capture: true });
  });
  // Inside of the text of a problem, where words change nothing but themselves.
  const middle = Math.floor(traces / 2);
  await goTo(middle, files['traces.jsonl'].split('\n')[middle - 1].indexOf('"problem":"') + 12);
  return {
    page, run,
    async type() {
      await page.bringToFront();
      await page.keyboard.press('Control+1');
      await page.evaluate(() => { globalThis.tookMs = []; });
      for (let key = 0; key < keys; key++) {
        await page.keyboard.press(key % 6 === 5 ? 'Space' : 'ab'[key % 2]);
        await page.waitForTimeout(120);
      }
      return page.evaluate(() => globalThis.tookMs);
    },
    async viewer(shown) {
      await page.keyboard.press('Control+1');
      await page.keyboard.press('F1');
      const input = page.locator('.quick-input-widget input');
      await input.waitFor();
      await input.fill('>Reasoning Review: Read the Solutions of This File');
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Read the Solutions' }).waitFor();
      const at = performance.now();
      await page.keyboard.press('Enter');
      await shown.locator('.step').first().waitFor();
      return performance.now() - at;
    },
  };
}

async function turns(kinds) {
  for (let round = 0; round < rounds; round++)
    for (const [window, into] of round % 2 === 0 ? kinds : [...kinds].reverse()) into.push(...await window.type());
}

/** Megabytes of the server. */
function memory({ folder }) {
  const home = folder.slice(0, folder.lastIndexOf('/'));
  const processes = execFileSync('ps', ['-eo', 'rss=,args='], { encoding: 'utf8' }).split('\n').filter((line) => line.includes(home));
  const of = (pattern) => processes.filter((line) => pattern.test(line)).reduce((sum, line) => sum + Number(line.trim().split(/\s+/)[0]) / 1024, 0);
  return { server: of(/reasoning-lsp serve/) };
}

function report({ measured, viewer, idle, used, after, seconds }) {
  const p50 = (values) => quantile(values, 0.5);
  const ms = (value) => `${value.toFixed(0)} ms`;
  const mb = ({ server }) => `${server.toFixed(0)} MB`;
  const ratio = (kind) => `${ms(p50(measured[kind]))} ÷ ${ms(p50(measured.bare))} = ${(p50(measured[kind]) / p50(measured.bare)).toFixed(2)}`;
  const table = [
    '# A large file in VS Code', '',
    `${cpus()[0].model}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)} at the end; ${traces.toLocaleString('en')} traces of ProcessBench, `
    + `${(many.length / 1e6).toFixed(1)} MB. \`npm run bench:editor\` measures again.`, '',
    '| what | measured |', '| --- | --- |',
    `| a key to the second frame after it, reviewed ÷ a window without the extension, by turns: p50 | ${ratio('reviewed')} |`,
    `| the same with the viewer open | ${ratio('viewed')} |`,
    `| *Read the Solutions of This File* to its first step, median of ${rounds} | ${ms(p50(viewer))} |`,
    `| resident memory of the server, reviewed | ${mb(idle)} |`,
    `| with the viewer, after typing | ${mb(used)} |`,
    `| ${seconds} s after all editors were closed | ${mb(after)} |`, '',
  ].join('\n');
  writeFileSync(inRoot('tests/ReasoningLsp.Benchmarks/results/Editor.md'), table);
  console.log(table);
}
