// The archive for every other editor: unpacked, the program runs and its licences lie beside it.
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeArchive } from '../../../scripts/lib/package.mjs';
import { ownRuntime, platforms } from '../../../scripts/lib/platforms.mjs';
import { capture } from '../../../scripts/lib/processes.mjs';
import { inRoot } from '../../../scripts/lib/repository.mjs';
import { extensionFolder } from './packaged.mjs';

test('the archive holds a program that runs', async (context) => {
  const platform = platforms.find(({ runtime }) => runtime === ownRuntime);
  const archive = await writeArchive(platform, await extensionFolder());
  const folder = mkdtempSync(join(tmpdir(), 'reasoning-archive-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  const unpacked = await capture('tar', ['-xzf', archive, '-C', folder]);
  assert.equal(unpacked.code, 0, unpacked.output);
  const inside = (name) => join(folder, 'reasoning-lsp', name);
  for (const file of ['LICENSE.txt', 'THIRD-PARTY-NOTICES.txt']) assert.ok(existsSync(inside(file)), file);
  const { code, stdout } = await capture(inside(platform.executable), ['review', inRoot('samples', 'winter-sale.solution.md')]);
  assert.equal(code, 1);
  assert.match(stdout, /RR108/);
});

test('questions to a run are answered by the program of the archive, and the extension carries nothing for them', async (context) => {
  const platform = platforms.find(({ runtime }) => runtime === ownRuntime);
  if (platform.runtime.includes('musl')) return context.skip('There is no DuckDB for musl.');
  const staged = await extensionFolder();
  assert.equal(existsSync(join(staged, 'server', 'duckdb')), false);
  const archive = await writeArchive(platform, staged);
  const folder = mkdtempSync(join(tmpdir(), 'reasoning-archive-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  await capture('tar', ['-xzf', archive, '-C', folder]);
  copyFileSync(inRoot('tests', 'data', 'gsm8k', 'test.jsonl'), join(folder, 'traces.jsonl'));
  const run = (...args) => capture(join(folder, 'reasoning-lsp', platform.executable), args, { cwd: folder });
  assert.equal((await run('review', 'traces.jsonl', '--run', 'nightly')).code, 0);
  const shown = await run('run', 'show', 'nightly', '--by', 'source');
  assert.equal(shown.code, 0, shown.output);
  assert.match(shown.stdout, /gsm8k\/test +40/);
});
