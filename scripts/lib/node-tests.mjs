// The Node part of `npm test`: the scripts' own tests and the extension's.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { npm, capture } from './processes.mjs';
import { inRoot } from './repository.mjs';

/** Test files under a folder, however deep: `node --test FOLDER` means different things in different versions. */
export function testFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.test.mjs') && !name.includes('node_modules'))
    .map((name) => join(folder, name))
    .sort();
}

/** Whether npm has something to install that is not installed as the lock file says. */
export function needsInstall() {
  const wanted = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  const installedFile = inRoot('node_modules', '.package-lock.json');
  const installed = existsSync(installedFile) ? JSON.parse(readFileSync(installedFile, 'utf8')).packages : {};
  return Object.entries(wanted).some(([path, { version, optional, link }]) =>
    path.startsWith('node_modules/') && !optional && !link && installed[path]?.version !== version);
}

/** `npm ci` where needed; resolves to results. */
export async function install() {
  const { code, output } = await capture(npm.command, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], npm.options);
  return [{ name: 'npm ci', outcome: code === 0 ? 'passed' : 'failed', detail: code === 0 ? null : output.trim() }];
}

/** Whether the extension's types hold. */
export async function checkTypes() {
  const { code, output } = await capture(process.execPath, [inRoot('node_modules', 'typescript', 'bin', 'tsc'), '-p', inRoot('extension')]);
  return [{ name: 'types', outcome: code === 0 ? 'passed' : 'failed', detail: code === 0 ? null : output.trim() }];
}

/** Runs test files with Node's own runner, `concurrency` files at a time, with `env` beside our own; resolves to results. */
export async function runNodeTests(files, { concurrency, env } = {}) {
  const { code, stdout, output } = await capture(process.execPath, [
    '--test', `--test-reporter=${new URL('node-reporter.mjs', import.meta.url)}`, '--test-reporter-destination=stdout',
    ...(concurrency ? [`--test-concurrency=${concurrency}`] : []), ...files,
  ], { env: { ...process.env, ...env } });
  const results = stdout.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
  if (code !== 0 && results.every(({ outcome }) => outcome !== 'failed'))
    results.push({ name: 'node --test', outcome: 'failed', detail: output.trim() });
  return results;
}
