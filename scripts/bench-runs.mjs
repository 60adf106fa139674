// npm run bench:runs [-- PART…]: what a kept run costs (speed, million), and that it is whole however it comes about (kills; shared:
// eight processes, and an array of Slurm where Slurm is installed). Each part replaces its lines in
// tests/ReasoningLsp.Benchmarks/results/Runs.md; without a name all are measured.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture } from './lib/processes.mjs';
import { ensureProgram } from './lib/program.mjs';
import { inRoot, program } from './lib/repository.mjs';
import { checkRequirements } from './lib/requirements.mjs';

const results = inRoot('tests/ReasoningLsp.Benchmarks/results/Runs.md');
// Of school problems a million are reviewed in a quarter of an hour; what is asked of a run costs no more where reviewing does.
const slices = ['gsm8k/test', 'mgsm/exemplars'];
const pairs = 5;

const parts = { speed, million, kills, shared };
const asked = process.argv.slice(2).filter((name) => name in parts);

await checkRequirements();
const problem = await ensureProgram((line) => console.error(line));
if (problem !== null) throw new Error(problem);
const folder = mkdtempSync(join(process.env.REASONING_BENCH_FOLDER ?? tmpdir(), 'reasoning-runs-'));
try {
  for (const name of asked.length > 0 ? asked : Object.keys(parts)) keep(name, await parts[name]());
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Traces of the checked-in slices, over and over, each with an id of its own. */
function traces(count) {
  const records = slices.map((name) => inRoot(`tests/data/${name}.jsonl`))
    .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line)));
  const file = join(folder, `traces-${count}.jsonl`);
  const out = openSync(file, 'w');
  for (let from = 0; from < count; from += 10_000) {
    const lines = Array.from({ length: Math.min(10_000, count - from) }, (_, at) =>
      JSON.stringify({ ...records[(from + at) % records.length], id: `t${from + at}` }));
    writeSync(out, `${lines.join('\n')}\n`);
  }
  closeSync(out);
  return { file, of: records.length };
}

/** Runs the program there; seconds, processor seconds and the most memory (where the system tells) of it. */
function measured(...args) {
  return new Promise((resolve, reject) => {
    const began = process.hrtime.bigint();
    const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let [most, processor, output] = [0, 0, ''];
    const look = () => {
      try {
        most = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? most);
        const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
        processor = (Number(fields[11]) + Number(fields[12])) / 100;
      } catch { /* It has ended, or this is no Linux. */ }
    };
    const watch = setInterval(look, 20);
    child.stdout.setEncoding('utf8').on('data', (text) => { if (output.length < 100_000) output += text; });
    child.stderr.setEncoding('utf8').on('data', (text) => { if (output.length < 100_000) output += text; });
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(watch);
      if (code > 1) return reject(new Error(`${args.join(' ')}: ${code}\n${output}`));
      resolve({ seconds: Number(process.hrtime.bigint() - began) / 1e9, processor, megabytes: Math.round(most / 1024), output });
    });
  });
}

async function speed() {
  const count = 20_000;
  const { file } = traces(count);
  const ratios = { processor: [], seconds: [] };
  let rows = '';
  for (let at = 0; at < pairs; at++) {
    const alone = await measured('review', file, '--format', 'jsonl');
    const kept = await measured('review', file, '--run', `speed${at}`);
    for (const of of Object.keys(ratios)) ratios[of].push(alone[of] / kept[of]);
    const cells = [alone.processor, kept.processor, alone.seconds, kept.seconds].map((value) => Math.round(count / value).toLocaleString('en'));
    rows += `| ${at + 1} | ${cells.join(' | ')} |\n`;
  }
  const median = (values) => values.sort((a, b) => a - b)[values.length >> 1].toFixed(2);
  return `Traces a second of \`review --run\` beside \`review --format jsonl\`, ${count.toLocaleString('en')} traces with exact checks, by turns, start to end, the index included; a second of a processor, and of a clock on ${cpus().length} cores that others may use.

| pair | alone, processor | run, processor | alone, clock | run, clock |
| --- | --- | --- | --- | --- |
${rows}
Median of the ratios: **${median(ratios.processor)}** by processor time, **${median(ratios.seconds)}** by the clock.`;
}

async function million() {
  let rows = '';
  const sizes = [100_000, 1_000_000];
  const columns = [];
  for (const count of sizes) {
    const { file } = traces(count);
    const run = `of${count}`;
    const made = await measured('review', file, '--run', run);
    rmSync(file);
    const size = statSync(join(folder, '.reasoning', 'runs', run, 'traces.jsonl')).size;
    const questions = [
      ['`run show NAME`', ['run', 'show', run]],
      ['`run show NAME --by language` (sums)', ['run', 'show', run, '--by', 'language']],
      ['`run traces NAME --where "errors > 0"` (filter)', ['run', 'traces', run, '--where', 'errors > 0']],
      ['`run traces NAME --order "steps DESC"` (list)', ['run', 'traces', run, '--order', 'steps DESC']],
      ['`run query NAME "SELECT rules, count(*) … GROUP BY"`', ['run', 'query', run, 'SELECT rules, count(*) FROM traces GROUP BY rules ORDER BY 2 DESC']],
      ['`triage NAME --budget 50`', ['triage', run, '--budget', '50']],
      ['`triage NAME --groups`', ['triage', run, '--groups']],
    ];
    const cells = [[`made by \`review --run\` (${(size / 1e6).toFixed(0)} MB of lines)`, made]];
    for (const [name, args] of questions) cells.push([name, await measured(...args)]);
    columns.push(cells);
    rmSync(join(folder, '.reasoning'), { recursive: true });
  }
  for (const [at, [name]] of columns[1].entries())
    rows += `| ${name} | ${columns.map((column) => `${column[at][1].seconds.toFixed(2)} s | ${column[at][1].megabytes} MB`).join(' | ')} |\n`;
  return `What is done with a run, seconds by the clock and the most memory of the process, its start included.

| | ${sizes.map((size) => `${size.toLocaleString('en')} traces | memory`).join(' | ')} |
| --- | --- | --- | --- | --- |
${rows}`.trim();
}

async function kills() {
  return figuresOf('KilledRunTests');
}

async function shared() {
  return figuresOf('SharedOutRunTests');
}

/** Runs a class of long tests against the program that users get, and returns the figures that they tell. */
async function figuresOf(name) {
  const project = 'tests/ReasoningLsp.Cli.Tests';
  const built = await capture('dotnet', ['build', project, '-c', 'Release', '-v', 'quiet', '-nologo']);
  if (built.code !== 0) throw new Error(built.output);
  const { code, output } = await capture('dotnet', [inRoot(project, 'bin/Release/net10.0/ReasoningLsp.Cli.Tests.dll'), '-class', `*.${name}`, '-diagnostics', '-noLogo', '-noColor'],
    { env: { ...process.env, REASONING_PROGRAM: program, REASONING_LONG: '1' } });
  if (code !== 0) throw new Error(output);
  const skipped = [...output.matchAll(/^\s+(.*is not installed.*)$/gm)].map(([, why]) => `- not measured here: ${why}`);
  return [...[...output.matchAll(/figure: (.*)$/gm)].map(([, figure]) => `- ${figure}`), ...skipped].join('\n');
}

/** Puts the lines of a part in the place of those that were there. */
function keep(name, lines) {
  mkdirSync(inRoot('tests/ReasoningLsp.Benchmarks/results'), { recursive: true });
  const head = '# Runs\n\n`npm run bench:runs` measures again, `npm run bench:runs -- PART` one part.\n';
  const text = existsSync(results) ? readFileSync(results, 'utf8') : head;
  const section = `## ${name}\n${cpus()[0].model.replace(/ +\d+-Core Processor/, '')}, load ${loadavg()[0].toFixed(1)} at the end.\n\n${lines}\n`;
  const kept = text.split(/^(?=## )/m).filter((each) => !each.startsWith(`## ${name}\n`));
  writeFileSync(results, `${[...kept.map((each) => each.trim()), section.trim()].join('\n\n')}\n`);
  console.log(section);
}
