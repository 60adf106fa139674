// npm run bench:engine: what the engine's cache and batches are worth, how fast cancelling is, and what a busy engine costs
// whoever types. The table goes to tests/ReasoningLsp.Benchmarks/results/Engine.md. With "keystrokes" that row alone; with "writing"
// and a name of WritingMeasurement (one, eight, first, grammar, together, vocabulary, choice) that one.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { longSolution } from './lib/long-solution.mjs';
import { LspClient } from './lib/lsp-client.mjs';
import { capture } from './lib/processes.mjs';
import { ensureProgram } from './lib/program.mjs';
import { inRoot, program } from './lib/repository.mjs';
import { checkRequirements } from './lib/requirements.mjs';

const rounds = 3;
const steps = 500;
const blocks = 20;
const editsInBlock = 50;

await checkRequirements();
const problem = await ensureProgram((line) => console.error(line));
if (problem !== null) throw new Error(problem);
const benchmarks = 'tests/ReasoningLsp.Benchmarks/ReasoningLsp.Benchmarks.csproj';
const built = await capture('dotnet', ['build', benchmarks, '-c', 'Release', '-v', 'quiet', '-nologo']);
if (built.code !== 0) throw new Error(built.output);

/** Rows of a table that the benchmarks print. */
async function rows(...args) {
  const { code, output } = await capture('dotnet', [inRoot('tests/ReasoningLsp.Benchmarks/bin/Release/net10.0/ReasoningLsp.Benchmarks.dll'), ...args]);
  if (code !== 0) throw new Error(output);
  return output.trim();
}

const p95 = (values) => [...values].sort((left, right) => left - right)[Math.floor(0.95 * values.length)];

/** Latencies of edits while the engine computes and while it stands still, in turns. */
async function keystrokes() {
  if (process.platform === 'win32') return '| (not measured on Windows) | | | | ≤ 1.5 |';
  const folder = mkdtempSync(join(tmpdir(), 'reasoning-bench-'));
  const environment = { ...process.env, XDG_RUNTIME_DIR: folder, XDG_CACHE_HOME: join(folder, 'cache') };
  const traces = Array.from({ length: 2_000 }, (_, at) => JSON.stringify({ problem: `How much is ${at} + ${at + 7}?`, steps: [`It is ${at} + ${at + 7} = ${2 * at + 7}.`, `So the answer is ${2 * at + 7}.`] }));
  writeFileSync(join(folder, 'load.trace.jsonl'), traces.join('\n'));
  const engine = spawn(program, ['engine'], { env: environment, stdio: 'ignore' });
  await sleep(3_000);
  const load = spawn(program, ['review', join(folder, 'load.trace.jsonl'), '--profile', 'builtin', '--format', 'jsonl'], { env: environment, stdio: 'ignore' });
  const ended = new Promise((resolve) => load.on('exit', () => resolve(true)));

  const { text, pairs, lines } = longSolution(steps);
  const uri = 'file:///bench/long.solution.md';
  const initialize = JSON.parse(readFileSync(inRoot('tests/ReasoningLsp.Server.Tests/Clients/nvim-0.7.2-initialize.json'), 'utf8'));
  initialize.processId = null;
  const client = new LspClient(program, ['serve', '--stdio']);
  await client.request('initialize', initialize);
  client.notify('initialized', {});
  const isFor = (version) => (message) => message.method === 'textDocument/publishDiagnostics' && message.params.version === version;
  const opened = client.next(isFor(0));
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 0, text } });
  await opened;

  let version = 0;
  const broken = new Map();
  async function edit() {
    version++;
    const line = pairs[(version * 37) % pairs.length];
    broken.set(line, !broken.get(line));
    const character = lines[line].lastIndexOf('17');
    const published = client.next(isFor(version));
    const at = performance.now();
    client.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: { line, character }, end: { line, character: character + 2 } }, text: broken.get(line) ? '11' : '17' }],
    });
    await published;
    const took = performance.now() - at;
    await sleep(20);
    return took;
  }

  for (let warm = 0; warm < 100; warm++) await edit();
  // Idle and busy by turns, whichever is first by turns too: what drifts (findings on the page, a warming server) meets both.
  const took = { SIGSTOP: [], SIGCONT: [] };
  for (let block = 0; block < blocks; block++) {
    for (const signal of block % 2 === 0 ? ['SIGSTOP', 'SIGCONT'] : ['SIGCONT', 'SIGSTOP']) {
      engine.kill(signal);
      await sleep(300);
      for (let at = 0; at < editsInBlock; at++) took[signal].push(await edit());
    }
  }
  engine.kill('SIGCONT');
  const { SIGSTOP: idle, SIGCONT: busy } = took;
  const stillBusy = !(await Promise.race([ended, sleep(0)]));
  load.kill();
  engine.kill('SIGKILL');
  await client.end();
  await ended;
  rmSync(folder, { recursive: true, force: true });
  if (!stillBusy) throw new Error('The load ended before the measurement did.');
  return `| keystroke to diagnostics in ${steps} steps, p95 of ${blocks * editsInBlock}: engine busy ÷ engine standing still | ${p95(busy).toFixed(1)} ms | ${p95(idle).toFixed(1)} ms | ${(p95(busy) / p95(idle)).toFixed(2)} | ≤ 1.5 |`;
}

// One row alone, to see what a change does to it.
if (process.argv[2] === 'keystrokes') {
  console.log(await keystrokes());
  process.exit();
}

if (process.argv[2] === 'writing') {
  console.log(await rows('writing', String(rounds), ...process.argv.slice(3, 4)));
  process.exit();
}

const table = [
  '# The engine, measured',
  '',
  `${cpus()[0].model}, ${cpus().length} cores, one thread less than that computes; load ${loadavg()[0].toFixed(1)} before. SmolLM2-135M-Instruct in Q4_1, the default cache. Each ratio is the median of ${rounds} rounds in one run (of three times as many where the engine writes beside the loop in C), both measured in turns. \`npm run bench:engine\` measures again.`,
  '',
  '| what | one | other | ratio | goal |',
  '| --- | --- | --- | --- | --- |',
  await rows('engine', String(rounds)),
  await rows('writing', String(rounds)),
  await keystrokes(),
  '',
  '| from cancelling to the next answer of the engine\'s process | median of 20 | longest | goal |',
  '| --- | --- | --- | --- |',
  await rows('cancel'),
  '',
].join('\n');
writeFileSync(inRoot('tests/ReasoningLsp.Benchmarks/results/Engine.md'), table);
console.log(table);
