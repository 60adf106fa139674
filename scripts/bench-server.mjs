// npm run bench:server: start-up, memory and latency of the language server, as editors meet them.
// The table goes to tests/ReasoningLsp.Benchmarks/results/Server.md.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { longSolution } from './lib/long-solution.mjs';
import { LspClient } from './lib/lsp-client.mjs';
import { ownRuntime as runtime } from './lib/platforms.mjs';
import { capture } from './lib/processes.mjs';
import { ensureProgram } from './lib/program.mjs';
import { quantile } from './lib/quantile.mjs';
import { inRoot, program } from './lib/repository.mjs';
import { checkRequirements } from './lib/requirements.mjs';

const starts = 25;
const edits = 1_000;
const steps = 500;

await checkRequirements();
const problem = await ensureProgram((line) => console.error(line));
if (problem !== null) throw new Error(problem);
const folder = mkdtempSync(join(tmpdir(), 'reasoning-bench-'));
const empty = join(folder, process.platform === 'win32' ? 'empty-server.exe' : 'empty-server');
const published = await capture('dotnet', [
  'publish', 'tests/ReasoningLsp.EmptyServer/ReasoningLsp.EmptyServer.csproj', '-c', 'Release', '-o', folder,
  `-p:ProgramRuntime=${runtime}`, '-v', 'quiet', '-nologo',
]);
if (published.code !== 0) throw new Error(published.output);

const vscode = JSON.parse(readFileSync(inRoot('tests/ReasoningLsp.Server.Tests/Clients/vscode-initialize.json'), 'utf8'));
vscode.processId = null;
const nvim = JSON.parse(readFileSync(inRoot('tests/ReasoningLsp.Server.Tests/Clients/nvim-0.7.2-initialize.json'), 'utf8'));
nvim.processId = null;

const rss = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

/** Milliseconds from the start of the process to the reply to initialize. */
async function startUp(command, args) {
  const client = new LspClient(command, args);
  await client.request('initialize', vscode);
  const took = performance.now() - client.startedAt;
  client.process.kill();
  await client.exited;
  return took;
}

// Alternated, so that whatever else the machine does meets both alike; the first pair warms the disk.
const ours = [], theirs = [], ratios = [];
for (let run = 0; run <= starts; run++) {
  const first = await startUp(program, ['serve', '--stdio']);
  const second = await startUp(empty, []);
  if (run === 0) continue;
  ours.push(first);
  theirs.push(second);
  ratios.push(first / second);
}

const { text, pairs, lines } = longSolution(steps);
const uri = 'file:///bench/long.solution.md';
const client = new LspClient(program, ['serve', '--stdio']);
await client.request('initialize', nvim);
client.notify('initialized', {});
await sleep(2_000);
const idle = process.platform === 'linux' ? rss(client.process.pid) : null;
const isFor = (version) => (message) => message.method === 'textDocument/publishDiagnostics' && message.params.version === version;
const opened = client.next(isFor(0));
const openedAt = performance.now();
client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 0, text } });
await opened;
const openTook = performance.now() - openedAt;

/** Makes a number of a step come and go, and with it the finding in the step after it: what is typed is held back, that is not. */
function editor(uri, text, pairs, lines) {
  const state = new Map();
  let version = 0;
  return async () => {
    version++;
    const line = pairs[(version * 37) % pairs.length];
    const breaks = !state.get(line);
    state.set(line, breaks);
    const character = lines[line].lastIndexOf('17');
    const published = client.next((message) => isFor(version)(message) && message.params.uri === uri);
    const at = performance.now();
    client.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: { line, character }, end: { line, character: character + 2 } }, text: breaks ? '11' : '17' }],
    });
    const { params } = await published;
    const took = performance.now() - at;
    if (params.diagnostics.some((each) => each.code === 'RR105' && each.range.start.line === line + 2) !== breaks)
      throw new Error(`After edit ${version} of ${uri} the finding in the dependent step is ${breaks ? 'missing' : 'still there'}.`);
    await sleep(5);
    return took;
  };
}

const latencies = [];
const edit = editor(uri, text, pairs, lines);
for (let version = 1; version <= edits; version++) {
  const took = await edit();
  if (version > 100) latencies.push(took);
}
const busy = process.platform === 'linux' ? rss(client.process.pid) : null;

// What a checklist costs whoever types: the same solution with the built-in list in its front matter, edited by turns with the first.
const listed = { uri: 'file:///bench/listed.solution.md', front: ['---', 'checklist: worked-solution', '---'] };
const openedToo = client.next((message) => isFor(0)(message) && message.params.uri === listed.uri);
client.notify('textDocument/didOpen', { textDocument: { uri: listed.uri, languageId: 'markdown', version: 0, text: [...listed.front, text].join('\n') } });
await openedToo;
const editListed = editor(listed.uri, text, pairs.map((line) => line + listed.front.length), [...listed.front, ...lines]);
const plain = [], judged = [];
for (let turn = 0; turn < edits / 2; turn++) {
  for (const [kind, type] of turn % 2 === 0 ? [[plain, edit], [judged, editListed]] : [[judged, editListed], [plain, edit]]) {
    const took = await type();
    if (turn >= 50) kind.push(took);
  }
}

await client.end();
rmSync(folder, { recursive: true, force: true });

const ms = (value) => `${value.toFixed(1)} ms`;
const table = [
  '# The language server, as editors meet it',
  '',
  `${cpus()[0].model}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)} at the end; ${runtime}, the published program. \`npm run bench:server\` measures again.`,
  '',
  '| what | measured |',
  '| --- | --- |',
  `| start to the reply to \`initialize\` (VS Code's parameters), median of ${starts} | ${ms(quantile(ours, 0.5))} |`,
  `| the same of an empty StreamJsonRpc server, published the same way, alternated | ${ms(quantile(theirs, 0.5))} |`,
  `| median of the ratios | ${quantile(ratios, 0.5).toFixed(2)} |`,
  `| resident memory, idle after \`initialized\` | ${idle === null ? 'not measured' : `${idle.toFixed(0)} MB`} |`,
  `| opening a solution of ${steps} steps, to its diagnostics | ${ms(openTook)} |`,
  `| an edit whose finding appears in the step after it, in ${steps} steps, \`didChange\` to \`publishDiagnostics\`: p50 | ${ms(quantile(latencies, 0.5))} |`,
  `| p95 | ${ms(quantile(latencies, 0.95))} |`,
  `| p99 | ${ms(quantile(latencies, 0.99))} |`,
  `| resident memory after ${edits.toLocaleString('en')} edits | ${busy === null ? 'not measured' : `${busy.toFixed(0)} MB`} |`,
  `| an edit with the built-in checklist in front matter ÷ the same without, by turns: p50 | ${ms(quantile(judged, 0.5))} ÷ ${ms(quantile(plain, 0.5))} = ${(quantile(judged, 0.5) / quantile(plain, 0.5)).toFixed(2)} |`,
  `| p95 | ${ms(quantile(judged, 0.95))} ÷ ${ms(quantile(plain, 0.95))} = ${(quantile(judged, 0.95) / quantile(plain, 0.95)).toFixed(2)} |`,
  '',
].join('\n');
writeFileSync(inRoot('tests/ReasoningLsp.Benchmarks/results/Server.md'), table);
console.log(table);
