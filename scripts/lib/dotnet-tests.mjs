// The .NET part of `npm test`: formatting, the build with warnings as errors, and every test project.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readCtrf } from './ctrf.mjs';
import { capture } from './processes.mjs';
import { inRoot, program, sharedFolder } from './repository.mjs';

const configuration = 'Release';
const lastLines = (text, n = 40) => text.trim().split('\n').slice(-n).join('\n');

async function step(name, args, remedy = '') {
  const { code, output } = await capture('dotnet', args);
  return [code === 0
    ? { name, outcome: 'passed', detail: null }
    : { name, outcome: 'failed', detail: lastLines(output) + remedy }];
}

export const restore = () => step('restore', ['restore', 'ReasoningLsp.sln', '--locked-mode', '-v', 'quiet'],
  '\nWhere only a lock file is out of date: dotnet restore ReasoningLsp.sln --force-evaluate, and commit the lock files.');

export const build = () => step('build', ['build', 'ReasoningLsp.sln', '-c', configuration, '--no-restore', '-v', 'quiet', '-nologo']);

// Styles are warnings of the build and the order of usings is a test, so only whitespace is left to ask in the short run.
export const format = ({ long = false } = {}) => step('format', ['format', ...(long ? [] : ['whitespace']), 'ReasoningLsp.sln', '--verify-no-changes', '--no-restore'],
  '\nTo repair it: dotnet format');

/** The names of the test projects. */
export const testProjects = () => readdirSync(inRoot('tests'))
  .filter((name) => name.endsWith('.Tests') && existsSync(inRoot('tests', name, `${name}.csproj`)))
  .sort();

/** Runs one test project, all of it or only its long tests in full length; resolves to its results. */
export async function runTests(project, { long = false } = {}) {
  const folder = inRoot('artifacts', 'test-results');
  const report = join(folder, `${project}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(report, { force: true });
  // The assembly is run by itself: `dotnet test` adds seconds a project and no result.
  const { code, output } = await capture('dotnet', [
    inRoot('tests', project, 'bin', configuration, 'net10.0', `${project}.dll`),
    '-result-ctrf', report, '-noLogo', '-noColor', ...(long ? ['-trait', 'Category=Long'] : []),
  ], {
    env: { ...process.env, REASONING_SHARED: sharedFolder(), REASONING_LONG: long ? '1' : '', REASONING_PROGRAM: existsSync(program) ? program : '' },
  });
  if (!existsSync(report))
    return [{ name: project, outcome: 'failed', detail: `It ended without results (exit code ${code}):\n${lastLines(output)}` }];
  const results = readCtrf(readFileSync(report, 'utf8'));
  if (results.length === 0 && !long)
    results.push({ name: project, outcome: 'failed', detail: 'It holds no test.' });
  if (code !== 0 && results.every(({ outcome }) => outcome !== 'failed'))
    results.push({ name: project, outcome: 'failed', detail: `No test failed, yet it ended with exit code ${code}:\n${lastLines(output)}` });
  return results;
}
