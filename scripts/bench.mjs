// npm run bench [-- BenchmarkDotNet's arguments]: runs the benchmarks and keeps their tables in the repository.
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { passThrough } from './lib/processes.mjs';
import { inRoot } from './lib/repository.mjs';
import { checkRequirements } from './lib/requirements.mjs';

const project = 'tests/ReasoningLsp.Benchmarks/ReasoningLsp.Benchmarks.csproj';
const artifacts = inRoot('artifacts', 'benchmarks');
const results = inRoot('tests', 'ReasoningLsp.Benchmarks', 'results');
const suffix = '-report-github.md';

await checkRequirements();
rmSync(artifacts, { recursive: true, force: true });
const built = await passThrough("dotnet", ["build", project, '-c', 'Release', '-v', 'quiet', '-nologo']);
if (built !== 0) process.exit(built);

const asked = process.argv.slice(2);
process.exitCode = await passThrough('dotnet', [
  inRoot('tests', 'ReasoningLsp.Benchmarks', 'bin', 'Release', 'net10.0', 'ReasoningLsp.Benchmarks.dll'),
  '--artifacts', artifacts, ...(asked.length > 0 ? asked : ['--filter', '*']),
]);

// A failed run leaves the tables as they were.
if (process.exitCode === 0) {
  mkdirSync(results, { recursive: true });
  for (const name of readdirSync(join(artifacts, 'results')).filter((file) => file.endsWith(suffix))) {
    const table = `${name.slice(0, -suffix.length).replace(/^ReasoningLsp\.Benchmarks\./, '')}.md`;
    copyFileSync(join(artifacts, 'results', name), join(results, table));
    console.log(`tests/ReasoningLsp.Benchmarks/results/${table}`);
  }
}
