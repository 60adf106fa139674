// npm run bench:program [-- FILE]: what `review --format jsonl` costs, in processor time, as people run it and as it runs warm,
// beside the exact checks alone. The table goes to tests/ReasoningLsp.Benchmarks/results/Program.md.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, loadavg } from 'node:os';
import { basename, join } from 'node:path';
import { capture } from './lib/processes.mjs';
import { ensureProgram } from './lib/program.mjs';
import { inRoot, program } from './lib/repository.mjs';
import { checkRequirements } from './lib/requirements.mjs';

const copies = 100;

await checkRequirements();
const problem = await ensureProgram((line) => console.error(line));
if (problem !== null) throw new Error(problem);
const built = await capture('dotnet', ['build', 'tests/ReasoningLsp.Benchmarks/ReasoningLsp.Benchmarks.csproj', '-c', 'Release', '-v', 'quiet', '-nologo']);
if (built.code !== 0) throw new Error(built.output);

const folder = mkdtempSync(join(tmpdir(), 'reasoning-bench-'));
const slice = 'tests/data/gsm8k/test.jsonl';
let [file] = process.argv.slice(2);
const name = file ? basename(file) : `${slice}, ${copies} times`;
if (!file) {
  file = join(folder, 'gsm8k.trace.jsonl');
  writeFileSync(file, `${readFileSync(inRoot(slice), 'utf8').trim()}\n`.repeat(copies));
}
const traces = readFileSync(file, 'utf8').trim().split('\n').length;

/** Runs with as many cores. */
const onCores = (count, command, args) => capture(command, args, { env: { ...process.env, DOTNET_PROCESSOR_COUNT: String(count) } });

/** Traces a second of processor time of the published program, from its start to its end. */
async function cold(count) {
  if (process.platform === 'win32') return '(not measured on Windows)';
  // What a shell's `times` says of its children is their processor time.
  const { output } = await onCores(count, 'sh', ['-c', '"$0" review --format jsonl "$1" > /dev/null 2>&1; times', program, file]);
  const seconds = [...output.trim().split('\n').at(-1).matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, minutes, rest]) => sum + 60 * minutes + Number(rest), 0);
  return Math.round(traces / seconds).toLocaleString('en');
}

const rows = [];
for (const count of [1, 2]) {
  const { code, output } = await onCores(count, 'dotnet', [
    inRoot('tests/ReasoningLsp.Benchmarks/bin/Release/net10.0/ReasoningLsp.Benchmarks.dll'), 'program', file]);
  if (code !== 0) throw new Error(output);
  rows.push(`${output.trim().slice(0, -1)}| ${await cold(count)} |`);
}
rmSync(folder, { recursive: true, force: true });

const table = `# The program, as people run it

${cpus()[0].model.replace(/ +\d+-Core Processor/, '')}, load ${loadavg()[0].toFixed(1)} at the end. \`npm run bench:program\` measures again. Traces of ${name}, per second of processor time:
the exact checks alone, one trace after the other and on as many cores at once; \`review --format jsonl\` in the same warm process, by turns, reading, filter, reports and all, with its ratio to either (median of 5); and the published program from its start to its end, which compiles what it runs often while it runs.

| cores | traces | checks alone, in turn | checks alone, on all cores | \`review\`, warm | to in turn | to all cores | the program |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
writeFileSync(inRoot('tests/ReasoningLsp.Benchmarks/results/Program.md'), table);
console.log(table);
